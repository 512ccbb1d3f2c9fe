package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;
import org.kiungo.planner.model.InputRefused;

/** A file of numbers separated by white space, as the location libraries keep their instances. */
final class NumberFile {

  private final Path file;
  private final StringTokenizer words;
  private int read;

  NumberFile(Path file) throws IOException {
    this.file = file;
    this.words = new StringTokenizer(Files.readString(file, StandardCharsets.ISO_8859_1));
  }

  boolean hasNext() {
    return words.hasMoreTokens();
  }

  /** The next word as a number; {@code otherwise} when it is a word such as "capacity". */
  double nextOr(double otherwise) {
    String word = nextWord();
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  double next() {
    double number = nextOr(Double.NaN);
    if (Double.isNaN(number)) {
      throw refused();
    }
    return number;
  }

  /** A count between 1 and {@code most}. */
  int nextCount(int most) {
    double number = next();
    if (number != Math.rint(number) || number < 1 || number > most) {
      throw refused();
    }
    return (int) number;
  }

  double[] next(int count) {
    double[] numbers = new double[count];
    for (int k = 0; k < count; k++) {
      numbers[k] = next();
    }
    return numbers;
  }

  String nextWord() {
    if (!words.hasMoreTokens()) {
      throw refused();
    }
    read++;
    return words.nextToken();
  }

  InputRefused refused() {
    return new InputRefused(
        "benchmark.location.word", "file", file.getFileName(), "word", read + 1);
  }
}
