package org.kiungo.geodata.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kiungo.planner.folder.Durable;

/** Uploaded files exactly as they came, kept under their SHA-256. */
public final class Originals {

  private final Path folder;

  public Originals(Path folder) {
    this.folder = folder;
  }

  /**
   * Keeps a copy; the same bytes are kept once. When it returns they are on the disk.
   *
   * @return SHA-256, lower-case hexadecimal
   */
  public String keep(Path file) {
    try {
      Files.createDirectories(folder);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Path incoming = Files.createTempFile(folder, "incoming", ".part");
      try {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
          Files.copy(in, incoming, StandardCopyOption.REPLACE_EXISTING);
        }
        Durable.file(incoming);
        String sha256 = HexFormat.of().formatHex(digest.digest());
        Files.move(
            incoming,
            folder.resolve(sha256),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        Durable.folder(folder);
        return sha256;
      } finally {
        Durable.discard(incoming);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Keeps the parts of one file, a shapefile's, as a ZIP of them in their order; a single file is
   * kept as it is. The same bytes give the same archive.
   *
   * @return SHA-256, lower-case hexadecimal
   */
  public String keep(List<Path> parts) {
    if (parts.size() == 1) {
      return keep(parts.get(0));
    }
    try {
      Files.createDirectories(folder);
      Path bundle = Files.createTempFile(folder, "bundle", ".part");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bundle))) {
        for (Path part : parts) {
          ZipEntry entry = new ZipEntry(String.valueOf(part.getFileName()));
          entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
          zip.putNextEntry(entry);
          Files.copy(part, zip);
          zip.closeEntry();
        }
        zip.finish();
        return keep(bundle);
      } finally {
        Files.deleteIfExists(bundle);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes what was kept for checks that nobody committed.
   *
   * @param before only files that were kept before this instant
   * @param used whether a dataset version came from the file with this hash
   */
  public void removeUnused(Instant before, Predicate<String> used) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (isOld(file, before) && !used.test(String.valueOf(file.getFileName()))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** False for what another import has moved or deleted meanwhile. */
  private static boolean isOld(Path file, Instant before) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /** Where the original with this hash lies. */
  public Path path(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("sha256 is " + sha256 + "; need 64 hexadecimal digits");
    }
    return folder.resolve(sha256);
  }
}
