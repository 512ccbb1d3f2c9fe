package org.kiungo.geodata.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.kiungo.planner.folder.Scratch;
import org.kiungo.planner.model.value.InputRefused;

/**
 * An archive unpacked into a folder of its own, under names we make, counting bytes while they
 * inflate; archives inside archives stay packed. Closing removes the folder.
 */
public final class ZipFiles implements AutoCloseable {

  /** Largest sum of unpacked bytes, 8 GB. */
  static final long MOST_BYTES = 8L << 30;

  /** Most bytes one packed byte may become, beyond the first {@link #FREE_BYTES}. */
  static final long MOST_RATIO = 200;

  private static final long FREE_BYTES = 16 << 20;

  private final Path folder;
  private final List<SourceFile> files = new ArrayList<>();
  private final Map<String, SourceFile> byPath = new HashMap<>();

  private ZipFiles(Path folder) {
    this.folder = folder;
  }

  public static boolean isZip(SourceFile file) {
    return file.startsWith('P', 'K', 3, 4);
  }

  /** True when the archive holds a file with that extension; a broken archive holds nothing. */
  public static boolean holds(SourceFile file, String extension) {
    return ZipDirectory.read(file).stream()
        .anyMatch(entry -> !entry.isJunk() && entry.hasExtension(extension));
  }

  /** Unpacks every file but junk. */
  public static ZipFiles unpack(SourceFile archive) {
    return unpack(archive, name -> true);
  }

  /**
   * Unpacks the files that are wanted by their names; junk never is.
   *
   * @param wanted of the name in {@link #files()}
   */
  public static ZipFiles unpack(SourceFile archive, Predicate<String> wanted) {
    List<ZipDirectory.Entry> entries = ZipDirectory.read(archive);
    try {
      ZipFiles unpacked = new ZipFiles(Scratch.folder("zip"));
      try (ZipFile zip = new ZipFile(archive.path().toFile(), Charset.forName("IBM437"))) {
        unpacked.all(archive, zip, entries, wanted);
        return unpacked;
      } catch (IOException | RuntimeException refused) {
        unpacked.close();
        throw refused;
      }
    } catch (IOException broken) {
      throw ZipDirectory.broken(archive, archive.sizeBytes() + " B", broken);
    }
  }

  /** Checks, by inflating it once, that an archive read by a library stays within the limits. */
  public static void check(SourceFile archive) {
    List<ZipDirectory.Entry> entries = ZipDirectory.read(archive);
    try (ZipFile zip = new ZipFile(archive.path().toFile(), Charset.forName("IBM437"))) {
      long total = 0;
      for (ZipDirectory.Entry entry : entries) {
        total += inflate(archive, zip, entry, total, OutputStream.nullOutputStream());
      }
    } catch (IOException broken) {
      throw ZipDirectory.broken(archive, archive.sizeBytes() + " B", broken);
    }
  }

  public List<SourceFile> files() {
    return files;
  }

  /** The unpacked file at a path of the archive, as it spells it; empty when there is none. */
  public Optional<SourceFile> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** Where an unpacked file stands in the archive, as that spells it. */
  public String pathOf(SourceFile unpacked) {
    return byPath.entrySet().stream()
        .filter(each -> each.getValue() == unpacked)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private void all(
      SourceFile archive, ZipFile zip, List<ZipDirectory.Entry> entries, Predicate<String> wanted)
      throws IOException {
    long total = 0;
    Map<String, Set<String>> foldersOf = new HashMap<>();
    for (ZipDirectory.Entry entry : entries) {
      if (!entry.isJunk()) {
        foldersOf.computeIfAbsent(entry.stem(), none -> new HashSet<>()).add(entry.folder());
      }
    }
    for (ZipDirectory.Entry entry : entries) {
      if (entry.isJunk()) {
        continue;
      }
      boolean oftener = foldersOf.get(entry.stem()).size() > 1 && !entry.folder().isEmpty();
      String name = oftener ? entry.folder() + " " + entry.plainName() : entry.plainName();
      if (!wanted.test(name)) {
        continue;
      }
      Path target = folder.resolve("entry" + files.size());
      try (OutputStream out = Files.newOutputStream(target)) {
        total += inflate(archive, zip, entry, total, out);
      }
      if (Files.size(target) > 0) {
        files.add(SourceFile.of(target, name));
        byPath.put(entry.name(), files.get(files.size() - 1));
      }
    }
  }

  private static long inflate(
      SourceFile archive, ZipFile zip, ZipDirectory.Entry entry, long before, OutputStream out)
      throws IOException {
    ZipEntry packed = zip.getEntry(entry.name());
    if (packed == null) {
      throw new InputRefused("file.zipEntry", "file", archive.name(), "entry", entry.name());
    }
    long most = Math.min(MOST_BYTES - before, FREE_BYTES + MOST_RATIO * entry.packedBytes());
    byte[] buffer = new byte[1 << 16];
    long count = 0;
    try (InputStream in = zip.getInputStream(packed)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        count += read;
        if (count > most) {
          throw SourceFile.tooMuch(archive.name(), entry.name(), "> " + count, most);
        }
        out.write(buffer, 0, read);
      }
    } catch (java.util.zip.ZipException | java.io.EOFException damaged) {
      throw ZipDirectory.broken(archive, entry.name(), damaged);
    }
    return count;
  }

  @Override
  public void close() {
    try (java.util.stream.Stream<Path> leftovers = Files.list(folder)) {
      for (Path leftover : leftovers.toList()) {
        Files.deleteIfExists(leftover);
      }
      Files.deleteIfExists(folder);
    } catch (IOException kept) {
      folder.toFile().deleteOnExit();
    }
  }
}
