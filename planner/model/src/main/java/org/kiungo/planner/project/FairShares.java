package org.kiungo.planner.project;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;

/**
 * Fair shares of what several districts use: the Shapley value of the game in which a group of
 * districts pays for all links and nodes on its ways to the network. Ways form trees, on which it
 * has a closed form: each link is shared equally by those who use it, whatever they send over it.
 * No group pays more together than it would alone.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.20.3.370">Littlechild and Owen 1973, A simple
 *     expression for the Shapley value in a special case</a>
 */
public final class FairShares {

  private FairShares() {}

  /**
   * What one district pays.
   *
   * @param country ISO 3166-1 alpha-3
   * @param district empty when not known
   * @param aloneCents what it would pay for everything it shares, alone
   * @param shareCents its Shapley value
   */
  public record Share(String country, String district, long aloneCents, long shareCents) {

    public double aloneUsd() {
      return AssetCost.usd(aloneCents);
    }

    public double shareUsd() {
      return AssetCost.usd(shareCents);
    }
  }

  /** Shares of all links and nodes that several districts use, by country and district. */
  public static List<Share> ofDistricts(PlanningProblem problem, Plan plan) {
    Builds builds = Builds.read(plan, new Places(problem), List.of());
    Map<Area, long[]> byArea = new TreeMap<>();
    for (Build each : builds.all()) {
      if (each.work().layer() == NetworkLayer.BACKBONE) {
        divide(each.cents(), builds.users(each.at()), byArea);
      }
    }
    List<Share> shares = new ArrayList<>();
    byArea.forEach(
        (area, cents) ->
            shares.add(new Share(area.country(), area.district(), cents[0], cents[1])));
    return Collections.unmodifiableList(shares);
  }

  /** Cents that do not divide go to those who have paid least so far, the first of equals. */
  private static void divide(long cents, Set<Area> users, Map<Area, long[]> byArea) {
    Map<Area, Long> before = new HashMap<>();
    for (Area user : new TreeSet<>(users)) {
      long[] sums = byArea.computeIfAbsent(user, a -> new long[2]);
      before.put(user, sums[1]);
      sums[0] += cents;
      sums[1] += cents / users.size();
    }
    users.stream()
        .sorted((a, b) -> compare(a, b, before))
        .limit(cents % users.size())
        .forEach(user -> byArea.get(user)[1]++);
  }

  private static int compare(Area a, Area b, Map<Area, Long> before) {
    int paid = Long.compare(before.get(a), before.get(b));
    return paid != 0 ? paid : a.compareTo(b);
  }
}
