package org.kiungo.geodata.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;

/**
 * The character set of bytes that are no UTF-8, judged by the words they make: Windows-1252 of
 * Western Excel, Windows-1256 of Arabic Windows, IBM 850 of "CSV (MS-DOS)", MacRoman of "CSV
 * (Macintosh)". Letters that fit their neighbours speak for a set, signs inside words and capitals
 * after small letters against it; Windows-1252 wins a tie. A guess, which is always told.
 */
final class LegacyCharset {

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final List<Charset> CANDIDATES =
      List.of(
          WINDOWS_1252,
          Charset.forName("windows-1256"),
          Charset.forName("IBM850"),
          Charset.forName("x-MacRoman"));

  /** Bytes of lines with letters beyond ASCII that are looked at. */
  private static final int SAMPLE_BYTES = 1 << 15;

  /** Bytes of the file that are searched for them. */
  private static final int SEARCHED_BYTES = 1 << 24;

  private LegacyCharset() {}

  /** Guesses for a file behind its header. */
  static Charset guess(SourceFile file, int headerBytes) {
    byte[] sample = sample(file, headerBytes);
    Charset best = WINDOWS_1252;
    long bestScore = Long.MIN_VALUE;
    for (Charset candidate : CANDIDATES) {
      long score = score(new String(sample, candidate));
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  /** Stretches of the file around bytes beyond ASCII. */
  private static byte[] sample(SourceFile file, int headerBytes) {
    ByteArrayOutputStream sample = new ByteArrayOutputStream();
    try (InputStream in = Files.newInputStream(file.path())) {
      in.skipNBytes(headerBytes);
      byte[] block = new byte[1 << 16];
      int searched = 0;
      int length = in.readNBytes(block, 0, block.length);
      while (length > 0 && searched < SEARCHED_BYTES && sample.size() < SAMPLE_BYTES) {
        stretches(block, length, sample);
        searched += length;
        length = in.readNBytes(block, 0, block.length);
      }
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(file.name(), unreadable);
    }
    return sample.toByteArray();
  }

  private static void stretches(byte[] block, int length, ByteArrayOutputStream sample) {
    int kept = 0;
    for (int k = 0; k < length && sample.size() < SAMPLE_BYTES; k++) {
      if (block[k] < 0) {
        int from = Math.max(kept, k - 1);
        int to = Math.min(length, k + 2);
        if (from > kept) {
          sample.write(' ');
        }
        if (to > from) {
          sample.write(block, from, to - from);
        }
        kept = Math.max(kept, to);
      }
    }
    sample.write(' ');
  }

  private static long score(String text) {
    long score = 0;
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      if (c > 127) {
        char before = k > 0 ? text.charAt(k - 1) : ' ';
        char after = k + 1 < text.length() ? text.charAt(k + 1) : ' ';
        score += score(before, c, after);
      }
    }
    return score;
  }

  private static int score(char before, char c, char after) {
    if (Character.isISOControl(c) || c == '\uFFFD') {
      return -3;
    }
    if (!Character.isLetter(c)) {
      boolean apostrophe = c == '’' || c == '‘';
      return apostrophe || !(Character.isLetter(before) && Character.isLetter(after)) ? 0 : -2;
    }
    if (Character.isDigit(before) && Character.isDigit(after)) {
      return -2; // a blank that parts thousands, in another set
    }
    if (isArabic(c)) {
      return isArabic(before) || isArabic(after) ? 1 : isLatin(before) || isLatin(after) ? -2 : 0;
    }
    boolean capitalInside = Character.isUpperCase(c) && Character.isLowerCase(before);
    return !isLatin(c) || capitalInside || isArabic(before) || isArabic(after) ? -1 : 1;
  }

  private static boolean isArabic(char c) {
    return Character.UnicodeBlock.of(c) == Character.UnicodeBlock.ARABIC;
  }

  private static boolean isLatin(char c) {
    return Character.isLetter(c)
        && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
        && "ŠšŽžŸƒªº".indexOf(c) < 0;
  }
}
