package org.kiungo.planner.progress;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.lot.RestWorks;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.scenario.Phase;

/**
 * Holds a rest to the money that is left. Works that stand and wait are planned again in it, and
 * their money with them; what the rest charges for them need not be what was paid. So the rest may
 * cost what is left and what it charges for these, and no more: all other works are paid from what
 * is left alone. Of a work that the rest makes larger, what stands is its share of units.
 */
final class RestBudget {

  private final Plan signed;

  /** Units of what stands, serves nobody and may be planned again. */
  private final Map<String, Double> stands = new TreeMap<>();

  /** What is left until the end of each phase of the rest, beside all that stands, cents. */
  private final long[] leftCents;

  /** What the next rest may have until then, cents; null while all that it is given. */
  private long[] mostCents;

  /**
   * Of works that stand.
   *
   * @param finished sites that the rest finishes
   * @param leftUsd what each phase of the rest has beside all that stands, one where it has none
   */
  RestBudget(Plan signed, Standing standing, List<AccessSite> finished, double[] leftUsd) {
    this.signed = signed;
    for (AccessSite site : finished) {
      stands.put(RestWorks.site(site), RestWorks.first(signed, site.id(), site.units()));
    }
    // whosever way they are on: nobody pays for them again
    for (BuiltLink each : signed.links()) {
      if (standing.stands(each) && !standing.isUsed(each.id())) {
        stands.put(RestWorks.link(each), RestWorks.first(signed, each.id(), each.systems()));
      }
    }
    leftCents = new long[leftUsd.length];
    long sum = 0;
    for (int t = 0; t < leftUsd.length; t++) {
      sum += Math.round(leftUsd[t] * 100);
      leftCents[t] = sum;
    }
  }

  /**
   * Units of what stands, serves nobody and may be planned again, as {@link RestWorks} names it.
   */
  Map<String, Double> stands() {
    return stands;
  }

  /** Whether a rest keeps to the money left; else it has less when it is planned once more. */
  boolean keeps(PlanFolder rest) {
    long[] most = mostCents(rest);
    long[] spent = spentCents(rest);
    boolean keeps = true;
    for (int t = 0; t < most.length; t++) {
      // halves of cents add up
      keeps &= spent[t] <= most[t] + 1;
      most[t] = mostCents == null ? most[t] : Math.min(most[t], mostCents[t]);
    }
    mostCents = most;
    return keeps;
  }

  /** No more than may be had until the end of any phase, in whole dollars where there are some. */
  double[] within(double[] usd) {
    if (mostCents == null) {
      return usd;
    }
    int n = usd.length;
    long[] until = new long[n];
    long sum = 0;
    for (int t = 0; t < n; t++) {
      sum += Math.round(usd[t] * 100);
      long most = Math.max(0, Math.min(sum, mostCents[t]));
      until[t] = signed.programme() == null ? most : most - most % 100;
    }
    for (int t = n - 2; t >= 0; t--) {
      until[t] = Math.min(until[t], until[t + 1]);
    }
    double[] within = new double[n];
    for (int t = 0; t < n; t++) {
      within[t] = (until[t] - (t == 0 ? 0 : until[t - 1])) / 100.0;
    }
    return within;
  }

  /** What the rest may have until the end of each of its phases, cents. */
  private long[] mostCents(PlanFolder rest) {
    List<Phase> phases = rest.scenario().phases();
    Plan plan = rest.plan();
    long[] most = new long[leftCents.length];
    for (AccessSite each : plan.sites()) {
      double units = stands.getOrDefault(RestWorks.site(each), 0.0);
      long cents = standing(plan, each.id(), each.units(), each.lifetimeCostUsd(), units);
      most[phase(phases, each.buildYear())] += cents;
    }
    for (BuiltLink each : plan.links()) {
      double systems = stands.getOrDefault(RestWorks.link(each), 0.0);
      long cents = standing(plan, each.id(), each.systems(), each.lifetimeCostUsd(), systems);
      most[phase(phases, each.buildYear())] += cents;
    }
    for (int t = 1; t < most.length; t++) {
      most[t] += most[t - 1];
    }
    for (int t = 0; t < most.length; t++) {
      most[t] += leftCents[t];
    }
    return most;
  }

  /** What the rest costs until the end of each of its phases, cents. */
  private static long[] spentCents(PlanFolder rest) {
    if (rest.plan().programme() == null) {
      return new long[] {Math.round(rest.plan().totals().lifetimeCostUsd() * 100)};
    }
    long[] spent = new long[rest.plan().programme().phases().size()];
    long sum = 0;
    for (int t = 0; t < spent.length; t++) {
      sum += Math.round(rest.plan().programme().phases().get(t).spentUsd() * 100);
      spent[t] = sum;
    }
    return spent;
  }

  private static int phase(List<Phase> phases, int year) {
    return Math.max(1, Phase.of(phases, year)) - 1;
  }

  /** What the rest charges for as many units as stand, cents. */
  private static long standing(
      Plan plan, String id, double units, double lifetimeUsd, double standing) {
    double firstUsd = lifetimeUsd;
    for (Further each : Standing.later(plan, id)) {
      firstUsd -= each.lifetimeCostUsd();
    }
    return (long)
        Math.floor(100 * firstUsd * Math.min(1, standing / RestWorks.first(plan, id, units)));
  }
}
