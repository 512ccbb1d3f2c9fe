package org.kiungo.geodata.judge;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names and people of rows, to find two that are one place: names the same but for case, accents
 * and marks, a hash each, the first ones word for word.
 */
final class NamedRows {

  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final int WORD_FOR_WORD = 100_000;

  /** Counts of one place by two sources differ by more; two places rarely by less. */
  private static final double ALIKE_RATIO = 0.02;

  /** Neighbouring hamlets have as many people by chance. */
  private static final double FEWEST_ALIKE = 50;

  private long[] hashes = new long[1 << 10];
  private long[] numbers = new long[1 << 10];
  private double[] people = new double[1 << 10];
  private String[] names = new String[1 << 10];
  private int count;

  /**
   * Adds the next row, whose order in the file is one more than the last one's or later.
   *
   * @param order 1 for the first row of data
   * @param number as the file counts
   */
  void add(long order, long number, String name, double counted) {
    int slot = (int) order;
    if (slot >= hashes.length) {
      int longer = Math.max(slot + 1, hashes.length * 2);
      hashes = Arrays.copyOf(hashes, longer);
      numbers = Arrays.copyOf(numbers, longer);
      people = Arrays.copyOf(people, longer);
    }
    if (slot < WORD_FOR_WORD && slot >= names.length) {
      names = Arrays.copyOf(names, Math.min(WORD_FOR_WORD, Math.max(slot + 1, names.length * 2)));
    }
    hashes[slot] = hash(name);
    numbers[slot] = number;
    people[slot] = counted;
    if (slot < names.length) {
      names[slot] = name;
    }
    count = Math.max(count, slot + 1);
  }

  /**
   * True when a row seems to be the same place as an earlier one that lies within 50 m: both have
   * one name, or about as many people whatever they are called.
   *
   * @param counted people of the row; NaN when not known
   */
  boolean same(long order, String name, double counted) {
    if (order >= count) {
      return false;
    }
    double earlier = people[(int) order];
    return !name.isEmpty() && hashes[(int) order] == hash(name)
        || earlier >= FEWEST_ALIKE && Math.abs(counted - earlier) <= ALIKE_RATIO * earlier;
  }

  long number(long order) {
    return numbers[(int) order];
  }

  double people(long order) {
    return people[(int) order];
  }

  String name(long order, String otherwise) {
    String known = order < names.length ? names[(int) order] : null;
    return known == null ? otherwise : known;
  }

  private static long hash(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    long hash = 1125899906842597L;
    for (char each : MARKS.matcher(plain).replaceAll("").toCharArray()) {
      hash = 31 * hash + each;
    }
    return hash;
  }
}
