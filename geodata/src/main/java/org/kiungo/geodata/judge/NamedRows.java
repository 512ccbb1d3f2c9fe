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
  private double[] people = new double[1 << 10];
  private String[] names = new String[1 << 10];
  private int count;

  /**
   * Adds the next row.
   *
   * @param number as the file counts, above the last one's
   */
  void add(long number, String name, double counted) {
    int slot = (int) number;
    if (slot >= hashes.length) {
      int longer = Math.max(slot + 1, hashes.length * 2);
      hashes = Arrays.copyOf(hashes, longer);
      people = Arrays.copyOf(people, longer);
    }
    if (slot < WORD_FOR_WORD && slot >= names.length) {
      names = Arrays.copyOf(names, Math.min(WORD_FOR_WORD, Math.max(slot + 1, names.length * 2)));
    }
    hashes[slot] = hash(name);
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
  boolean same(long number, String name, double counted) {
    if (number >= count) {
      return false;
    }
    double earlier = people[(int) number];
    return !name.isEmpty() && hashes[(int) number] == hash(name)
        || earlier >= FEWEST_ALIKE && Math.abs(counted - earlier) <= ALIKE_RATIO * earlier;
  }

  double people(long number) {
    return people[(int) number];
  }

  String name(long number, String otherwise) {
    String known = number < names.length ? names[(int) number] : null;
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
