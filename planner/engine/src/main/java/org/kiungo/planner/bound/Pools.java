package org.kiungo.planner.bound;

/**
 * Costs that terminals bear together, a set of them at a time. Each pool has members, one a
 * terminal; whoever enters by a pool's arcs pays {@code own} of the arc alone and a share of the
 * pool. A share is any amount ≥ 0 such that no listed set of members pays more than its cap; if the
 * caps are what the sets cost at the least, and every set is within a listed one of the same cost,
 * no choice of members is charged more than it costs.
 *
 * <p>Unlike fixed shares these are found while the ascent raises: a member pays until a set that it
 * belongs to is exhausted. Several arcs of a terminal into one pool are one member, whose share all
 * of them pay.
 *
 * @param firstArc first arc of {@code member}
 * @param member per arc from {@code firstArc} on; −1 = none
 * @param arcs those with a member
 * @param own per one of {@code arcs}, what it costs alone, in the instance's units, ≥ 0
 * @param first sets of member m: {@code sets[first[m] … first[m + 1] − 1]}
 * @param sets by member
 * @param cap per set, in the instance's units, ≥ 0
 */
public record Pools(
    int firstArc, int[] member, int[] arcs, long[] own, int[] first, int[] sets, long[] cap) {

  /** No pools. */
  public static final Pools NONE =
      new Pools(
          Integer.MAX_VALUE,
          new int[0],
          new int[0],
          new long[0],
          new int[1],
          new int[0],
          new long[0]);

  /** Number of members. */
  public int members() {
    return first.length - 1;
  }

  /** Member of an arc; −1 = none. */
  int memberOf(int arc) {
    return arc < firstArc ? -1 : member[arc - firstArc];
  }
}
