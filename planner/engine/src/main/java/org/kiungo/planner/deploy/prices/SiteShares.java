package org.kiungo.planner.deploy.prices;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What settlements pay for pooled sites in one bound: whichever of them a site serves, together
 * they pay no more than its units cost.
 *
 * @param option one of a settlement's on a site, ascending
 * @param share what the settlement pays, in value units, &gt; 0
 */
record SiteShares(int[] option, long[] share) {

  /**
   * Those above 0.
   *
   * @param option of each member
   * @param share of each member
   */
  static SiteShares of(int[] option, long[] share) {
    int[] paying =
        IntStream.range(0, option.length)
            .filter(m -> share[m] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(m -> option[m]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new SiteShares(
        IntStream.of(paying).map(m -> option[m]).toArray(),
        IntStream.of(paying).mapToLong(m -> share[m]).toArray());
  }
}
