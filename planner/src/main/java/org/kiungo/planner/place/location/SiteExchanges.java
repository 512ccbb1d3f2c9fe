package org.kiungo.planner.place.location;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.DoublePredicate;

/**
 * Iterated local search of single-source assignments: exchange sites or move points at random,
 * descend, keep what is not much worse. Where opening a site costs nothing, as in the capacitated
 * p-median, which sites are open decides, and this finds better ones than annealing does.
 *
 * <p>Complexity: one descent per kick. Guarantee: none.
 *
 * @see <a href="https://doi.org/10.1007/0-306-48056-5_11">Lourenço, Martin and Stützle 2003</a>
 */
final class SiteExchanges {

  /** Kicks without a better assignment after which the search returns to the best. */
  private static final int PATIENCE = 300;

  /** Share of the value by which a worse assignment may be taken. */
  private static final double TOLERANCE = 0.004;

  private final AssignmentCosts costs;
  private final SingleSourceDescent descent;
  private final double overloadPrice;
  private final double[] promise;
  private final SplittableRandom random;

  /**
   * @param descent holds the assignment that is worked on
   * @param overloadPrice per unit of demand, about which the price of a kick varies
   * @param promise by site, share of the dual's solutions in which it is open
   */
  SiteExchanges(
      AssignmentCosts costs,
      SingleSourceDescent descent,
      double overloadPrice,
      double[] promise,
      SplittableRandom random) {
    this.costs = costs;
    this.descent = descent;
    this.overloadPrice = overloadPrice;
    this.promise = promise;
    this.random = random;
  }

  /**
   * Starts from what {@code descent} holds.
   *
   * @param offer takes the value of each descended assignment; true when none was better before
   */
  void search(double value, long kicks, DoublePredicate offer, BooleanSupplier over) {
    int[] best = descent.siteOf.clone();
    boolean[] bestOpen = descent.open.clone();
    double bestValue = value;
    int[] current = best.clone();
    boolean[] currentOpen = bestOpen.clone();
    double currentValue = value;
    int idle = 0;
    for (long kick = 0; kick < kicks && !over.getAsBoolean(); kick++) {
      descent.restore(current, currentOpen);
      descent.setOverloadPrice(overloadPrice * (0.25 + random.nextDouble()));
      kick();
      double reached = descent.descend();
      if (offer.test(reached)) {
        idle = 0;
        best = descent.siteOf.clone();
        bestOpen = descent.open.clone();
        bestValue = reached;
      }
      if (reached <= currentValue * (1 + TOLERANCE * random.nextDouble())) {
        System.arraycopy(descent.siteOf, 0, current, 0, current.length);
        System.arraycopy(descent.open, 0, currentOpen, 0, currentOpen.length);
        currentValue = reached;
      }
      if (++idle % PATIENCE == 0) {
        current = best.clone();
        currentOpen = bestOpen.clone();
        currentValue = bestValue;
      }
    }
  }

  private void kick() {
    int exchanges = random.nextInt(3);
    for (int k = 0; k < exchanges; k++) {
      exchange();
    }
    int moves = exchanges == 0 ? 2 + random.nextInt(4) : random.nextInt(2);
    for (int k = 0; k < moves; k++) {
      int i = random.nextInt(costs.users);
      int size = costs.start[i + 1] - costs.start[i];
      int j =
          costs.site[costs.start[i] + random.nextInt(Math.max(1, Math.min(size, size / 3 + 1)))];
      if (descent.open[j]) {
        descent.move(i, j);
      }
    }
  }

  /** Closes an open site and opens the most promising of a few shut ones. */
  private void exchange() {
    int a = random.nextInt(costs.sites);
    int b = random.nextInt(costs.sites);
    for (int tries = 0; tries < 6; tries++) {
      int other = random.nextInt(costs.sites);
      b = promise[other] > promise[b] || descent.open[b] ? other : b;
      int open = random.nextInt(costs.sites);
      a = descent.open[a] ? a : open;
    }
    if (descent.open[a] && !descent.open[b]) {
      descent.exchange(a, b);
    }
  }
}
