package org.kiungo.planner.fund;

import java.util.Arrays;

/**
 * What each partner pays for each class of works of one project, in cents; nobody anything where
 * there are none. Never changes.
 */
public final class Deal {

  private final long[][] cents;
  private final long[] byPartner;

  /**
   * @param cents by class and partner
   */
  Deal(long[][] cents) {
    this.cents = cents;
    byPartner = new long[cents.length == 0 ? 0 : cents[0].length];
    for (long[] row : cents) {
      for (int k = 0; k < row.length; k++) {
        byPartner[k] += row[k];
      }
    }
  }

  long cents(int partner) {
    return byPartner.length == 0 ? 0 : byPartner[partner];
  }

  long cents(int group, int partner) {
    return cents[group][partner];
  }

  /** Partners who pay something, bits. */
  int payers() {
    int payers = 0;
    for (int k = 0; k < byPartner.length; k++) {
      payers |= byPartner[k] > 0 ? 1 << k : 0;
    }
    return payers;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Deal deal && Arrays.deepEquals(cents, deal.cents);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(cents);
  }
}
