package org.kiungo.planner.deploy.construct;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.radio.SiteUnits;

/**
 * The settlements that a site would serve for most value per cent as things stand: in order of
 * private cost per value, for every number of units the site may have, whoever still fits; each
 * number of settlements taken so far is a set of its own. The way to the network counts as it costs
 * without load. Heuristic: finding the best set is a knapsack problem. O(options · units) a site.
 */
final class SiteOffer {

  /** Numbers of units tried at most; where more are possible, some are left out. */
  private static final int MOST_STEPS = 64;

  private final Question question;
  private final AccessOptions options;
  private final Draft draft;
  private final IntPredicate isFull;

  private int[] order = new int[16];
  private double[] key = new double[16];
  private int[] fitting = new int[16];
  private int[] chosen = new int[16];
  private int chosenCount;
  private double bestRatio;

  /**
   * @param isFull settlements that are not to be served, or not otherwise than now
   */
  SiteOffer(Draft draft, IntPredicate isFull) {
    this.draft = draft;
    this.isFull = isFull;
    question = draft.question();
    options = question.options();
  }

  /**
   * Best value per cent of a site.
   *
   * @param wayCents what the network asks to come to the site's place
   * @return 0 when nothing gains or fits the budget
   */
  double ratio(int s, long wayCents) {
    chosenCount = 0;
    bestRatio = 0;
    int count = sort(s);
    if (count > 0) {
      long all = draft.siteTaken(s);
      for (int k = 0; k < count; k++) {
        all += options.taken(order[k]);
      }
      int most = SiteUnits.units(all);
      int least = SiteUnits.units(draft.siteTaken(s));
      int stride = 1 + (most - least) / MOST_STEPS;
      for (int units = most; units >= least; units -= stride) {
        fill(s, count, units, wayCents - draft.siteCents(s));
      }
    }
    return bestRatio;
  }

  /** Options of the site last asked about that make its ratio. */
  int[] chosen() {
    return Arrays.copyOf(chosen, chosenCount);
  }

  private void fill(int s, int count, int units, long fixedCents) {
    long room = SiteUnits.WHOLE * units;
    long taken = draft.siteTaken(s);
    long gain = 0;
    long cents = fixedCents;
    int size = 0;
    int best = 0;
    for (int k = 0; k < count; k++) {
      int o = order[k];
      if (options.taken(o) > room - taken) {
        continue;
      }
      int i = options.owner(o);
      taken += options.taken(o);
      gain += options.value(o) - draft.ownValue(i);
      cents += options.privateCents(o) - draft.ownCents(i);
      fitting[size++] = o;
      long sum = cents + options.siteCents(s, taken);
      double ratio = gain / (double) Math.max(1, sum);
      if (ratio > bestRatio && draft.costCents() + sum <= question.budgetCents()) {
        bestRatio = ratio;
        best = size;
      }
    }
    if (best > 0) {
      System.arraycopy(fitting, 0, chosen, 0, best);
      chosenCount = best;
    }
  }

  /** Those who would gain, by private cost per value gained. */
  private int sort(int s) {
    int from = options.siteFirst(s);
    int to = options.siteEnd(s);
    if (to - from > order.length) {
      order = new int[2 * (to - from)];
      key = new double[order.length];
      fitting = new int[order.length];
      chosen = new int[order.length];
    }
    int count = 0;
    int best = -1;
    double bestKey = 0;
    for (int k = from; k < to; k++) {
      if (best >= 0 && !options.isVariant(k, s)) {
        insert(best, bestKey, count++);
        best = -1;
      }
      int o = options.siteOption(k);
      int i = options.owner(o);
      long gain = options.value(o) - draft.ownValue(i);
      if (gain > 0 && !isFull.test(i) && draft.hasRoomInBeam(o)) {
        double own = (options.privateCents(o) - draft.ownCents(i)) / (double) gain;
        bestKey = best < 0 || own < bestKey ? own : bestKey;
        best = bestKey == own ? o : best;
      }
    }
    if (best >= 0) {
      insert(best, bestKey, count++);
    }
    return count;
  }

  private void insert(int o, double centsPerValue, int size) {
    int at = size;
    while (at > 0
        && (key[at - 1] > centsPerValue || (key[at - 1] == centsPerValue && order[at - 1] > o))) {
      key[at] = key[at - 1];
      order[at] = order[at - 1];
      at--;
    }
    key[at] = centsPerValue;
    order[at] = o;
  }
}
