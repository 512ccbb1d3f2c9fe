package org.kiungo.planner.bound;

/**
 * What members have paid for their {@link Pools} in one ascent. Of an arc with a member the reduced
 * cost starts at what it costs alone and falls below zero by what was paid for the pool through it.
 */
final class PoolShares {

  private final Pools pools;
  private final long[] paid;
  private final long[] capLeft;

  PoolShares(Pools pools, long[] reduced) {
    this.pools = pools;
    paid = new long[pools.members()];
    capLeft = pools.cap().clone();
    for (int k = 0; k < pools.arcs().length; k++) {
      reduced[pools.arcs()[k]] = pools.own()[k];
    }
  }

  /** What each member paid. */
  long[] paid() {
    return paid;
  }

  /**
   * How far an arc can be raised.
   *
   * @param reduced cost of the arc
   */
  long left(int arc, long reduced) {
    int m = pools.memberOf(arc);
    return m < 0 ? reduced : reduced + paid[m] + slack(m);
  }

  private long slack(int m) {
    long least = Long.MAX_VALUE >> 1;
    for (int k = pools.first()[m]; k < pools.first()[m + 1]; k++) {
      least = Math.min(least, capLeft[pools.sets()[k]]);
    }
    return least;
  }

  /**
   * Notes that an arc was lowered.
   *
   * @param reduced cost after that
   */
  void lowered(int arc, long reduced) {
    int m = pools.memberOf(arc);
    if (m >= 0 && -reduced > paid[m]) {
      long more = -reduced - paid[m];
      paid[m] += more;
      for (int k = pools.first()[m]; k < pools.first()[m + 1]; k++) {
        capLeft[pools.sets()[k]] -= more;
      }
    }
  }

  /** Turns reduced costs into what is left of each arc and the shares of its pool. */
  void settle(long[] reduced) {
    for (int arc : pools.arcs()) {
      reduced[arc] = left(arc, reduced[arc]);
    }
  }
}
