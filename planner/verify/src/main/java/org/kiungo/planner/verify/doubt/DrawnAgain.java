package org.kiungo.planner.verify.doubt;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * One layer's draws in one future: strata of the common factor in the order of hashes, and the
 * first 53 bits of a hash for all else.
 */
public final class DrawnAgain {

  private static final int BYTES = 8;
  private static final int SPARE_BITS = 11;
  private static final double UNIT = Math.scalb(1.0, -53);

  private final String name;
  private final int future;
  private final double common;

  /**
   * @param name of the layer
   * @param futures that share its strata
   * @param future of them, from 1
   */
  public DrawnAgain(long seed, String name, int futures, int future) {
    this.name = seed + "|" + name;
    this.future = future;
    Integer[] order = new Integer[futures];
    Arrays.setAll(order, k -> k + 1);
    double[] at = new double[futures + 1];
    for (int k = 1; k <= futures; k++) {
      at[k] = share("order", String.valueOf(k));
    }
    Arrays.sort(order, (a, b) -> Double.compare(at[a], at[b]));
    double stratum = Arrays.asList(order).indexOf(future);
    common = (stratum + share("within", String.valueOf(future))) / futures * 2 - 1;
  }

  /** From −1 to 1, for all of the layer. */
  public double common() {
    return common;
  }

  /** From −1 to 1, an item's own. */
  double own(String item) {
    return share(String.valueOf(future), item) * 2 - 1;
  }

  /** From the low end at −1 to the high end at 1. */
  double at(String item) {
    return 0.5 * common + 0.5 * own(item);
  }

  /** Likewise of a place: its own part fades towards the ends of what all have in common. */
  double ofPlace(String id) {
    double own = own(id);
    return common + own - Math.abs(common) * own;
  }

  private double share(String what, String which) {
    try {
      byte[] key = (name + "|" + what + "|" + which).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      BigInteger first = new BigInteger(1, Arrays.copyOf(hash, BYTES)).shiftRight(SPARE_BITS);
      return first.doubleValue() * UNIT;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
