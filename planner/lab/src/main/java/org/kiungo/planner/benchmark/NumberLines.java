package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.StringTokenizer;
import org.kiungo.planner.model.value.InputRefused;

/**
 * All numbers of a file with the places where its lines begin. Lines that begin with a word, such
 * as a name, are left out; a word behind a number, such as "capacity", is NaN.
 *
 * @param file read
 * @param number every number
 * @param lineStart positions at which a line begins
 */
record NumberLines(Path file, double[] number, BitSet lineStart) {

  static NumberLines read(Path file) throws IOException {
    double[] number = new double[1024];
    BitSet starts = new BitSet();
    int count = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      StringTokenizer words = new StringTokenizer(line, " \t,;");
      boolean first = true;
      while (words.hasMoreTokens()) {
        double value = number(words.nextToken());
        boolean capacityWord = !first && Double.isNaN(value);
        if (first && Double.isNaN(value) && !isCapacity(line)) {
          break;
        }
        number = count == number.length ? Arrays.copyOf(number, 2 * count) : number;
        starts.set(count, first);
        number[count++] = capacityWord ? Double.NaN : value;
        first = false;
      }
    }
    return new NumberLines(file, Arrays.copyOf(number, count), starts);
  }

  /** The OR-Library's large warehouse files leave the capacity open by this word. */
  private static boolean isCapacity(String line) {
    return line.trim().startsWith("capacity");
  }

  private static double number(String word) {
    char head = word.charAt(0);
    if (head != '-' && head != '+' && head != '.' && (head < '0' || head > '9')) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** A count between 1 and {@code most} at a position. */
  int count(int at, int most) {
    if (at >= number.length
        || number[at] != Math.rint(number[at])
        || number[at] < 1
        || number[at] > most) {
      throw refused(at);
    }
    return (int) number[at];
  }

  InputRefused refused(int at) {
    return new InputRefused("benchmark.location.word", "file", file.getFileName(), "word", at + 1);
  }
}
