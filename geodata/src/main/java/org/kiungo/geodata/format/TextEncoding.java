package org.kiungo.geodata.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.kiungo.planner.model.value.InputRefused;

/**
 * The character set of a text file: its byte order mark, else UTF-16 by its zero bytes, else UTF-8
 * if the whole file is valid, else what {@link LegacyCharset} makes of it.
 *
 * @param charset how bytes become characters
 * @param markBytes length of the byte order mark
 * @param isGuessed whether nothing but the words speaks for it
 */
public record TextEncoding(Charset charset, int markBytes, boolean isGuessed) {

  TextEncoding(Charset charset, int markBytes) {
    this(charset, markBytes, false);
  }

  /** Detects; a declared character set wins over everything but a byte order mark. */
  public static TextEncoding detect(SourceFile file, String declared) {
    if (file.startsWith(0xEF, 0xBB, 0xBF)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (file.startsWith(0xFF, 0xFE)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2);
    }
    if (file.startsWith(0xFE, 0xFF)) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2);
    }
    if (!declared.isEmpty()) {
      return new TextEncoding(named(declared, file.name()), 0);
    }
    Charset wide = wide(file.head());
    if (wide != null) {
      return new TextEncoding(wide, 0);
    }
    return file.remembered(() -> detectWhole(file));
  }

  private static TextEncoding detectWhole(SourceFile file) {
    return isUtf8(file, 0)
        ? new TextEncoding(StandardCharsets.UTF_8, 0)
        : new TextEncoding(LegacyCharset.guess(file, 0), 0, true);
  }

  /** A character set by the name that a user or a .cpg file gives, number of a code page too. */
  public static Charset named(String name, String file) {
    String plain = name.strip();
    try {
      return plain.matches("(ANSI )?\\d{3,5}")
          ? Charset.forName(codePage(plain.replace("ANSI ", "")))
          : Charset.forName(plain.matches("(?i)big-5") ? "Big5" : plain);
    } catch (IllegalArgumentException unknown) {
      throw new InputRefused("file.encodingUnknown", "file", file, "found", plain);
    }
  }

  private static String codePage(String number) {
    return switch (number) {
      case "65001" -> "UTF-8";
      case "1250", "1251", "1252", "1253", "1254", "1255", "1256", "1257", "1258" ->
          "windows-" + number;
      case "88591", "28591" -> "ISO-8859-1";
      case "88592" -> "ISO-8859-2";
      case "88596", "28596" -> "ISO-8859-6";
      case "88599" -> "ISO-8859-9";
      case "885915" -> "ISO-8859-15";
      default -> "IBM" + number;
    };
  }

  public Reader open(SourceFile file) throws IOException {
    InputStream in = Files.newInputStream(file.path());
    in.skipNBytes(markBytes);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  /** The beginning of the file as text. */
  public String head(SourceFile file) {
    byte[] head = file.head();
    int from = Math.min(markBytes, head.length);
    return new String(head, from, head.length - from, charset);
  }

  /** UTF-8 where the whole file behind a header is valid UTF-8, else a guess. */
  public static Charset ofWhole(SourceFile file, int headerBytes) {
    return isUtf8(file, headerBytes)
        ? StandardCharsets.UTF_8
        : LegacyCharset.guess(file, headerBytes);
  }

  /** UTF-16 without a mark: every other byte of Latin text is zero. */
  private static Charset wide(byte[] head) {
    int length = Math.min(head.length, 400) & ~1;
    int zeroEven = 0;
    int zeroOdd = 0;
    for (int k = 0; k < length; k += 2) {
      zeroEven += head[k] == 0 ? 1 : 0;
      zeroOdd += head[k + 1] == 0 ? 1 : 0;
    }
    if (length >= 4 && zeroOdd > length * 0.4 && zeroEven == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return length >= 4 && zeroEven > length * 0.4 && zeroOdd == 0
        ? StandardCharsets.UTF_16BE
        : null;
  }

  private static boolean isUtf8(SourceFile file, int skippedBytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer characters = CharBuffer.allocate(1 << 16);
    try (InputStream in = Files.newInputStream(file.path())) {
      in.skipNBytes(skippedBytes);
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        CoderResult result = decoder.decode(bytes, characters.clear(), end);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
      }
      return true;
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(file.name(), unreadable);
    }
  }
}
