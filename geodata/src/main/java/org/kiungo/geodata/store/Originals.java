package org.kiungo.geodata.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Uploaded files exactly as they came, kept under their SHA-256. */
public final class Originals {

  private final Path folder;

  public Originals(Path folder) {
    this.folder = folder;
  }

  /**
   * Keeps a copy; the same bytes are kept once.
   *
   * @return SHA-256, lower-case hexadecimal
   */
  public String keep(Path file) {
    try {
      Files.createDirectories(folder);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Path incoming = Files.createTempFile(folder, "incoming", ".part");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        Files.copy(in, incoming, StandardCopyOption.REPLACE_EXISTING);
      }
      String sha256 = HexFormat.of().formatHex(digest.digest());
      Files.move(
          incoming,
          folder.resolve(sha256),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return sha256;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
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
