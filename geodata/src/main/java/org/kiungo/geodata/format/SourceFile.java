package org.kiungo.geodata.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kiungo.planner.model.value.InputRefused;

/** A file to read: its path, its size and the beginning that tells its format. */
public final class SourceFile {

  /** Bytes looked at to recognise a format. */
  public static final int HEAD_BYTES = 1 << 16;

  /** Largest file taken in, 20 GB. */
  static final long MOST_BYTES = 20_000_000_000L;

  private final Path path;
  private final String name;
  private final long sizeBytes;
  private final byte[] head;

  /** Found by reading the whole file, so kept; null until asked for. */
  private TextEncoding encoding;

  private SourceFile(Path path, String name, long sizeBytes, byte[] head) {
    this.path = path;
    this.name = name;
    this.sizeBytes = sizeBytes;
    this.head = head;
  }

  /**
   * Looks at a file.
   *
   * @throws InputRefused if it is absent, empty, not a plain file or too large
   */
  public static SourceFile of(Path path) {
    return of(path, String.valueOf(path.getFileName()));
  }

  /**
   * The same, under the name that users know where the path is a temporary one.
   *
   * @throws InputRefused as {@link #of(Path)} does
   */
  public static SourceFile of(Path path, String name) {
    if (!Files.isRegularFile(path)) {
      throw new InputRefused("file.missing", "file", name);
    }
    try (InputStream in = Files.newInputStream(path)) {
      long size = Files.size(path);
      if (size == 0) {
        throw new InputRefused("file.empty", "file", name);
      }
      if (size > MOST_BYTES) {
        throw tooMuch(name, "bytes", size, MOST_BYTES);
      }
      return new SourceFile(path, name, size, in.readNBytes(HEAD_BYTES));
    } catch (IOException unreadable) {
      throw unreadable(name, unreadable);
    }
  }

  public Path path() {
    return path;
  }

  /** File name for messages, never a path. */
  public String name() {
    return name;
  }

  public long sizeBytes() {
    return sizeBytes;
  }

  /** The files on disk that make it up: itself, or a shapefile and the parts beside it. */
  public List<Path> parts() {
    if (!hasExtension("shp")) {
      return List.of(path);
    }
    ShapeParts parts = ShapeParts.beside(this);
    return Stream.of(Optional.of(parts.shp()), parts.dbf(), parts.shx(), parts.prj(), parts.cpg())
        .flatMap(Optional::stream)
        .map(SourceFile::path)
        .toList();
  }

  /** The encoding of the whole text, looked for once. */
  synchronized TextEncoding remembered(Supplier<TextEncoding> detection) {
    if (encoding == null) {
      encoding = detection.get();
    }
    return encoding;
  }

  /** The first 64 kB at most, shared: not to be changed. */
  public byte[] head() {
    return head;
  }

  /** File name without its last extension. */
  public String stem() {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** True when the name ends in one of these, whatever their case. */
  public boolean hasExtension(String... extensions) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String extension : extensions) {
      if (lower.endsWith("." + extension)) {
        return true;
      }
    }
    return false;
  }

  /** True when the beginning holds nothing but blanks and line ends. */
  boolean isBlank() {
    for (byte b : head) {
      if (b < 0 || b > ' ') {
        return false;
      }
    }
    return true;
  }

  /** The line, from 1, of the first NUL character at the beginning; 0 where there is none. */
  int lineOfNul() {
    int line = 1;
    for (byte b : head) {
      if (b == 0) {
        return line;
      }
      line += b == '\n' ? 1 : 0;
    }
    return 0;
  }

  /** True when the file begins with these bytes, 0–255 each. */
  public boolean startsWith(int... bytes) {
    for (int k = 0; k < bytes.length; k++) {
      if (k >= head.length || (head[k] & 0xff) != bytes[k]) {
        return false;
      }
    }
    return true;
  }

  /** The first bytes as harmless text, for a message that says what was found. */
  String beginning() {
    String text = new String(head, 0, Math.min(head.length, 24), StandardCharsets.ISO_8859_1);
    return text.replaceAll("[^\\x21-\\x7e]+", " ").strip();
  }

  /** SHA-256 of the whole file, lower-case hexadecimal. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException unreadable) {
      throw unreadable(name, unreadable);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  /** A refusal because the operating system could not deliver the bytes. */
  public static InputRefused unreadable(String name, IOException cause) {
    InputRefused refused = new InputRefused("file.unreadable", "file", name);
    refused.initCause(cause);
    return refused;
  }

  /** A refusal because parts lie in parts deeper than is read, which no file of places needs. */
  public static InputRefused nested(String name, int deepest) {
    return new InputRefused("file.nested", "file", name, "limit", deepest + "");
  }

  /** A refusal because a limit that protects the machine is passed. */
  public static InputRefused tooMuch(String name, String what, Object found, Object limit) {
    return new InputRefused(
        "file.limit", "file", name, "what", what, "found", found + "", "limit", limit + "");
  }
}
