package org.kiungo.planner.place.location.dual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.place.location.problem.AssignmentCosts;

/**
 * Inequalities that every covering satisfies and its linear relaxation may not: Σ over g in C of
 * z_g ≤ ⌊|C|/2⌋ + Σ_j ⌈c_j/2⌉ y_j, where z_g tells whether group g is covered and c_j counts the
 * groups of C that site j covers. Half the sum of the rows z_g ≤ Σ y_j and z_g ≤ 1 over C, rounded:
 * a zero-half cut. The Lagrangian dual prices them beside its rows.
 *
 * @see <a href="https://doi.org/10.1007/BF02592196">Caprara and Fischetti 1996, {0,
 *     ½}-Chvátal–Gomory cuts</a>
 */
public final class CoverCuts {

  private record Cut(int[] groups, int[] site, int[] half) {
    int constant() {
      return groups.length - groups.length / 2;
    }
  }

  private final List<Cut> cuts = new ArrayList<>();
  private final Set<List<Integer>> known = new HashSet<>();

  int count() {
    return cuts.size();
  }

  /**
   * Adds the inequality of these groups unless it is there.
   *
   * @param groups distinct, an odd number of them
   * @param open fractional y_j
   * @param least violation that is worth a price
   * @return true if it was new and violated
   */
  boolean add(AssignmentCosts costs, int[] groups, double[] open, double least) {
    int[] sorted = groups.clone();
    Arrays.sort(sorted);
    int pairs = 0;
    for (int g : sorted) {
      pairs += costs.start[g + 1] - costs.start[g];
    }
    int[] all = new int[pairs];
    int size = 0;
    double violation = -(groups.length / 2);
    for (int g : sorted) {
      double covered = 0;
      for (int e = costs.start[g]; e < costs.start[g + 1]; e++) {
        all[size++] = costs.site[e];
        covered += open[costs.site[e]];
      }
      violation += Math.min(1, covered);
    }
    Arrays.sort(all);
    int[] site = new int[pairs];
    int[] half = new int[pairs];
    int sites = 0;
    for (int k = 0, next; k < pairs; k = next) {
      next = k;
      while (next < pairs && all[next] == all[k]) {
        next++;
      }
      site[sites] = all[k];
      half[sites] = (next - k + 1) / 2;
      violation -= half[sites] * open[all[k]];
      sites++;
    }
    if (violation < least || !known.add(Arrays.stream(sorted).boxed().toList())) {
      return false;
    }
    cuts.add(new Cut(sorted, Arrays.copyOf(site, sites), Arrays.copyOf(half, sites)));
    return true;
  }

  /** The same inequalities where only these sites may open, numbered by their place among them. */
  public CoverCuts restrictedTo(int[] kept, int sites) {
    int[] number = new int[sites];
    Arrays.fill(number, -1);
    for (int k = 0; k < kept.length; k++) {
      number[kept[k]] = k;
    }
    CoverCuts fewer = new CoverCuts();
    for (Cut cut : cuts) {
      int[] site = new int[cut.site.length];
      int[] half = new int[cut.site.length];
      int count = 0;
      for (int k = 0; k < cut.site.length; k++) {
        if (number[cut.site[k]] >= 0) {
          site[count] = number[cut.site[k]];
          half[count++] = cut.half[k];
        }
      }
      fewer.cuts.add(new Cut(cut.groups, Arrays.copyOf(site, count), Arrays.copyOf(half, count)));
    }
    return fewer;
  }

  /**
   * What the cuts' prices do to the model: being missed costs a group less, opening a site less.
   *
   * @param price price[first + c] ≥ 0 of cut c
   * @param outside in: cost of leaving each group out; out: what is left of it
   * @param siteCost in: cost of opening each site; out: what is left of it
   * @return what the prices pay in any case
   */
  double charge(double[] price, int first, double[] outside, double[] siteCost) {
    double paid = 0;
    for (int c = 0; c < cuts.size(); c++) {
      double lambda = price[first + c];
      if (lambda == 0) {
        continue;
      }
      Cut cut = cuts.get(c);
      paid += lambda * cut.constant();
      for (int g : cut.groups) {
        outside[g] -= lambda;
      }
      for (int k = 0; k < cut.site.length; k++) {
        siteCost[cut.site[k]] -= lambda * cut.half[k];
      }
    }
    return paid;
  }

  /**
   * By how much each cut is violated.
   *
   * @param missed share of each group left out
   * @param open share of each site opened
   * @param violation filled from {@code first} on
   */
  void violations(double[] missed, double[] open, double[] violation, int first) {
    for (int c = 0; c < cuts.size(); c++) {
      Cut cut = cuts.get(c);
      double sum = cut.constant();
      for (int g : cut.groups) {
        sum -= missed[g];
      }
      for (int k = 0; k < cut.site.length; k++) {
        sum -= cut.half[k] * open[cut.site[k]];
      }
      violation[first + c] = sum;
    }
  }
}
