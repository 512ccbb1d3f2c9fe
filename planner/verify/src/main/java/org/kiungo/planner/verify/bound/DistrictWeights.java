package org.kiungo.planner.verify.bound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.formula.PeopleServed;

/**
 * Weights π_d ≥ 0 of districts, Σ π = 1. The least share of people with service in any district is
 * at most Σ π_d · share_d, and so is the mean of the worse off of two people drawn by chance where
 * the weights can be {@linkplain #lend() lent}; a person of district d counts π_d · (all people) /
 * (people of d) in it. Districts are settlements by country and first-level area, ascending, those
 * with people only.
 */
final class DistrictWeights {

  private static final double TOLERANCE = 1e-9;

  private final Map<String, double[]> districts = new TreeMap<>();
  private final Map<String, Double> perPerson = new HashMap<>();
  private final double[] weight;
  private double all;

  /**
   * @param weight per district; empty = a person counts as one
   * @throws IllegalStateException when they are no weights of these districts
   */
  DistrictWeights(List<Settlement> settlements, ServiceStandard standard, double[] weight) {
    this.weight = weight;
    for (Settlement s : settlements) {
      if (s.population() > 0) {
        double[] sums = districts.computeIfAbsent(name(s), k -> new double[2]);
        sums[0] += s.population();
        sums[1] += PeopleServed.today(s, standard);
      }
    }
    for (double[] sums : districts.values()) {
      all += sums[0];
    }
    if (weight.length > 0) {
      require();
      List<String> names = new ArrayList<>(districts.keySet());
      for (int d = 0; d < weight.length; d++) {
        perPerson.put(names.get(d), weight[d] * all / districts.get(names.get(d))[0]);
      }
    }
  }

  private void require() {
    double sum = 0;
    boolean positive = true;
    for (double each : weight) {
      positive &= each >= 0;
      sum += each;
    }
    if (weight.length != districts.size() || !positive || Math.abs(sum - 1) > TOLERANCE) {
      throw new IllegalStateException("the proof weighs other districts");
    }
  }

  /** True for goals that such weights bound. */
  static boolean areFor(String goal) {
    return "HIGHEST_DISTRICT_FLOOR".equals(goal) || "HIGHEST_EQUITABLE_SHARE".equals(goal);
  }

  /**
   * True where no districts together weigh more than those worst off may in a mean of the worse off
   * of two people: 1 − (1 − p)² for p of all people, who are in one of both draws. Only those that
   * weigh most by the person need be looked at, as the limit grows ever more slowly with p.
   */
  boolean lend() {
    List<double[]> each = new ArrayList<>();
    int d = 0;
    for (double[] sums : districts.values()) {
      each.add(new double[] {sums[0] / all, weight[d++]});
    }
    each.sort(Comparator.comparingDouble(one -> -one[1] / one[0]));
    double people = 0;
    double weighed = 0;
    boolean lent = true;
    for (double[] one : each) {
      people += one[0];
      weighed += one[1];
      lent &= weighed <= 1 - (1 - people) * (1 - people) + TOLERANCE;
    }
    return lent;
  }

  private static String name(Settlement s) {
    return s.country() + '\u0000' + s.district();
  }

  /** A value of a settlement's people as weighted. */
  long of(Settlement s, long value) {
    return weight.length == 0 ? value : Math.round(value * perPerson.getOrDefault(name(s), 0.0));
  }

  /**
   * A bound on the floor.
   *
   * @param value no plan's weighted people are worth more
   */
  double floorRatio(double value) {
    double today = 0;
    int d = 0;
    for (double[] sums : districts.values()) {
      today += weight[d++] * sums[1] / sums[0];
    }
    return Math.min(1, today + value / all);
  }
}
