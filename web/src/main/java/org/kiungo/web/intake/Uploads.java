package org.kiungo.web.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.system.ApiRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files on their way in: sent whole, or in pieces that may be resumed after a broken connection. An
 * upload is a folder of its own with one file, or with the parts of one shapefile; those nobody
 * touched for a day are removed.
 */
@Service
public class Uploads {

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  /** Bytes of a piece, at most. */
  static final int CHUNK_BYTES = 1_000_000;

  /** Largest sum of an upload's files, 20 GB. */
  private static final long MOST_BYTES = 20_000_000_000L;

  private static final int MOST_FILES = 20;
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int LONGEST_NAME = 100;

  private final DataFolder data;
  private final Clock clock;

  Uploads(DataFolder data, Clock clock) {
    this.data = data;
    this.clock = clock;
  }

  /**
   * An upload as far as it has come.
   *
   * @param id opaque identity
   * @param chunkBytes size of a piece, at most
   * @param received bytes by file name
   */
  public record Upload(String id, int chunkBytes, Map<String, Long> received) {}

  /** Begins an upload; old ones go. */
  public Upload begin() throws IOException {
    removeOld();
    String id = UUID.randomUUID().toString();
    Files.createDirectory(root().resolve(folderName(id)));
    return new Upload(id, CHUNK_BYTES, Map.of());
  }

  /** A whole upload from a form. */
  Upload of(List<MultipartFile> files) throws IOException {
    Upload upload = begin();
    try {
      for (MultipartFile file : files) {
        file.transferTo(folder(upload.id()).resolve(harmless(file.getOriginalFilename())));
      }
      return find(upload.id());
    } catch (IOException | RuntimeException failed) {
      discardStored(upload.id());
      throw failed;
    }
  }

  /** What has come. */
  public Upload find(String id) throws IOException {
    Map<String, Long> received = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder(id))) {
      for (Path file : files.toList()) {
        received.put(String.valueOf(file.getFileName()), Files.size(file));
      }
    }
    return new Upload(id, CHUNK_BYTES, received);
  }

  /**
   * Adds a piece to a file.
   *
   * @param offset bytes that came before; 0 begins the file anew
   */
  public Upload append(String id, String name, long offset, InputStream piece) throws IOException {
    folder(id);
    // however slowly it comes, nobody else waits for it
    byte[] bytes = piece.readNBytes(CHUNK_BYTES + 1);
    synchronized (this) {
      return append(id, name, offset, bytes);
    }
  }

  private Upload append(String id, String name, long offset, byte[] bytes) throws IOException {
    Path file = folder(id).resolve(harmless(name));
    Upload before = find(id);
    long have = before.received().getOrDefault(String.valueOf(file.getFileName()), 0L);
    if (offset != 0 && offset != have) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "upload.offset", name, have, offset);
    }
    long total = before.received().values().stream().mapToLong(Long::longValue).sum();
    if (bytes.length > CHUNK_BYTES || total + bytes.length > MOST_BYTES) {
      throw new ApiRefusal(HttpStatus.CONTENT_TOO_LARGE, "http.too-large", CHUNK_BYTES);
    }
    if (before.received().size() >= MOST_FILES && have == 0) {
      throw new InputRefused("upload.tooMany", "limit", MOST_FILES);
    }
    try (OutputStream out =
        offset == 0
            ? Files.newOutputStream(file)
            : Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      out.write(bytes);
    }
    return find(id);
  }

  /** The file to read: the only one, or the .shp of several parts. */
  SourceFile file(String id) throws IOException {
    try (Stream<Path> files = Files.list(folder(id))) {
      List<Path> all = files.sorted().toList();
      if (all.isEmpty()) {
        throw new InputRefused("file.missing", "file", id);
      }
      List<Path> shapes = all.stream().filter(each -> ends(each, ".shp")).toList();
      if (all.size() > 1 && shapes.size() != 1) {
        throw new InputRefused(
            "upload.several",
            "files",
            String.join(", ", all.stream().map(each -> each.getFileName().toString()).toList()));
      }
      return SourceFile.of(all.size() == 1 ? all.get(0) : shapes.get(0));
    }
  }

  /**
   * An upload of a file that is kept here, under the name it came with.
   *
   * @param original on this machine; not copied where the file system knows links
   */
  String again(Path original, String name) throws IOException {
    String id = begin().id();
    Path file = folder(id).resolve(harmless(name));
    try {
      Files.createLink(file, original);
    } catch (IOException | UnsupportedOperationException unlinkable) {
      Files.copy(original, file);
    }
    return id;
  }

  /** Where the files of an upload lie. */
  Path at(String id) {
    return folder(id);
  }

  /** Makes sure that what has come stays, whatever happens to the machine. */
  void force(String id) throws IOException {
    Path folder = folder(id);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Durable.file(file);
      }
    }
    Durable.folder(folder);
    Durable.folder(root());
  }

  /** Throws away what has been stored; should that fail, it goes with the old ones. */
  void discardStored(String id) {
    try {
      discard(id);
    } catch (IOException | ApiRefusal kept) {
      LOG.warn("upload {} stays for a day: {}", id, kept.toString());
    }
  }

  /** Throws an upload away. */
  void discard(String id) throws IOException {
    FileSystemUtils.deleteRecursively(folder(id));
  }

  private static boolean ends(Path file, String ending) {
    return file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(ending);
  }

  /** Other organisations' uploads are not found under their ids. */
  private static String folderName(String id) {
    String organisation = Organisation.current();
    return organisation.equals(Organisation.DEFAULT) ? id : organisation + "~" + id;
  }

  private Path folder(String id) {
    boolean wellFormed = id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    Path folder = root().resolve(wellFormed ? folderName(id) : "-");
    if (!Files.isDirectory(folder)) {
      throw ApiRefusal.unknown("upload", id);
    }
    return folder;
  }

  private Path root() {
    return data.folder("uploads");
  }

  /** A name of harmless characters, its ending kept. */
  static String harmless(String given) {
    String name =
        String.valueOf(given).replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceAll("^[. ]+", "");
    name = name.isEmpty() ? "upload" : name;
    return name.substring(Math.max(0, name.length() - LONGEST_NAME));
  }

  private void removeOld() throws IOException {
    Instant oldest = clock.instant().minus(KEPT);
    try (Stream<Path> folders = Files.list(root())) {
      for (Path each : folders.toList()) {
        removeIfBefore(oldest, each);
      }
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static void removeIfBefore(Instant oldest, Path folder) throws IOException {
    try {
      if (Files.getLastModifiedTime(folder).toInstant().isBefore(oldest)) {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (NoSuchFileException gone) {
      LOG.debug("{} was thrown away by another request", folder);
    }
  }
}
