package org.kiungo.planner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * The part of a full matrix that a plain test run takes; {@code mvn -Pexhaustive verify} takes all
 * of it. What was taken is printed with its seed, and {@code -Dkiungo.sample.seed=…} takes another
 * part, or the same part again.
 */
public final class SeededSample {

  /** Of the default run, so that two runs of the same code test the same. */
  private static final long DEFAULT_SEED = 16;

  private SeededSample() {}

  /** Whether the run takes whole matrices. */
  public static boolean takesAll() {
    return Boolean.getBoolean("kiungo.sample.all");
  }

  public static long seed() {
    return Long.getLong("kiungo.sample.seed", DEFAULT_SEED);
  }

  /**
   * Some of the cases, in their own order.
   *
   * @param what names the matrix; matrices of other names are drawn apart
   * @param count of the cases taken, fewer where there are not as many
   */
  public static <T> List<T> of(String what, List<T> all, int count) {
    return of(what, all, count, String::valueOf);
  }

  /**
   * @param name how a case is printed
   */
  public static <T> List<T> of(String what, List<T> all, int count, Function<T, String> name) {
    if (takesAll() || count >= all.size()) {
      return all;
    }
    List<Integer> lots = new ArrayList<>();
    for (int k = 0; k < all.size(); k++) {
      lots.add(k);
    }
    Collections.shuffle(lots, random(what));
    List<T> taken = lots.subList(0, count).stream().sorted().map(all::get).toList();
    System.out.printf(
        "%s: %d of %d, -Dkiungo.sample.seed=%d: %s%n",
        what, count, all.size(), seed(), taken.stream().map(name).toList());
    return taken;
  }

  /**
   * Some of the numbers from 0 on, seeds of random worlds.
   *
   * @param worlds how many there are; of which as many as {@code count} are taken
   */
  public static List<Long> seeds(String what, int worlds, int count) {
    return of(what, LongStream.range(0, worlds).boxed().toList(), count);
  }

  /** Draws for a matrix of that name. */
  public static Random random(String what) {
    return new Random(31L * seed() + what.hashCode());
  }
}
