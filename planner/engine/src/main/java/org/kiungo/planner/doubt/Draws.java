package org.kiungo.planner.doubt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Draws of one layer in one future. The common factor is a Latin hypercube's: each of the futures
 * has its own of as many equal strata. All else hangs on the first 53 bits of the SHA-256 of seed,
 * layer, future and what is drawn, so that a place or a layer more moves no other draw, and whoever
 * checks needs no generator of random numbers.
 *
 * <p>McKay, Beckman &amp; Conover 1979, A comparison of three methods for selecting values of input
 * variables.
 */
final class Draws {

  private final String layer;
  private final int future;
  private final double common;

  /**
   * @param futures that share the strata
   * @param future from 1
   */
  Draws(long seed, DoubtLayer drawn, int futures, int future) {
    this.future = future;
    layer = seed + "|" + drawn.id() + "|";
    double own = unit(layer + "order|" + future);
    int stratum = 0;
    for (int k = 1; k <= futures; k++) {
      double other = unit(layer + "order|" + k);
      stratum += other < own || other == own && k < future ? 1 : 0;
    }
    common = 2 * (stratum + unit(layer + "within|" + future)) / futures - 1;
  }

  /** What all of the layer have in common, −1 to 1. */
  double common() {
    return common;
  }

  /** What an item has beside it, −1 to 1. */
  double own(String id) {
    return 2 * unit(layer + future + "|" + id) - 1;
  }

  /** Where an item lies between the low end (−1) and the high end (1): half of it in common. */
  double of(String id) {
    return (common + own(id)) / 2;
  }

  /**
   * The same for a place whose ends follow from one published range: what all have in common covers
   * that range from end to end, and a place's own part is what room it leaves. At either end of the
   * published range all places are at theirs.
   */
  double ofPlace(String id) {
    return common + (1 - Math.abs(common)) * own(id);
  }

  private static double unit(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1p-53;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
