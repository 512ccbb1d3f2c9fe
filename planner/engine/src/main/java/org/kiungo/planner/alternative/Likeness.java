package org.kiungo.planner.alternative;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;

/** How much plans are alike in the places that they serve. */
final class Likeness {

  private Likeness() {}

  /** Places that a plan brings to service. */
  static Set<String> places(Plan plan) {
    Set<String> places = new HashSet<>();
    for (SettlementService each : plan.settlements()) {
      if (each.peopleServed() > 0) {
        places.add(each.settlementId());
      }
    }
    return places;
  }

  /** Jaccard's index, 0–1; 1 of two plans that serve nobody. */
  static double of(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    int either = one.size() + other.size() - both.size();
    return either == 0 ? 1 : (double) both.size() / either;
  }

  /** A plan that may be kept. */
  record Candidate(Plan plan, double value, Set<String> places) {}

  /**
   * Those that are least like all before them, begun with the plan itself; of two as unlike the one
   * that counts more. Of plans that serve the same places one is kept.
   */
  static List<Candidate> apart(Candidate base, List<Candidate> pool, int count) {
    List<Candidate> left = new ArrayList<>(pool);
    List<Candidate> kept = new ArrayList<>(List.of(base));
    double[] most = new double[pool.size()];
    while (kept.size() <= count) {
      Candidate last = kept.get(kept.size() - 1);
      int best = -1;
      for (int k = 0; k < left.size(); k++) {
        most[k] = Math.max(most[k], of(left.get(k).places(), last.places()));
        boolean better =
            best < 0
                || most[k] < most[best]
                || most[k] == most[best] && left.get(k).value() > left.get(best).value();
        best = most[k] < 1 && better ? k : best;
      }
      if (best < 0) {
        break;
      }
      kept.add(left.get(best));
      most[best] = 1;
    }
    return kept.subList(1, kept.size());
  }

  /**
   * The same, and then one of the two most alike changed for another as long as that makes the most
   * alike less alike.
   */
  static List<Candidate> farthest(Candidate base, List<Candidate> pool, int count) {
    List<Candidate> kept = new ArrayList<>(List.of(base));
    kept.addAll(apart(base, pool, count));
    double most = mostAlike(kept);
    boolean better = kept.size() > 1;
    while (better) {
      better = false;
      int out = 0;
      Candidate in = base;
      for (int k = 1; k < kept.size(); k++) {
        List<Candidate> others = new ArrayList<>(kept);
        others.remove(k);
        double left = mostAlike(others);
        for (int p = 0; p < pool.size() && left < most; p++) {
          Candidate each = pool.get(p);
          double then = Math.max(left, mostAlike(each, others));
          if (then < most) {
            most = then;
            out = k;
            in = each;
            better = true;
          }
        }
      }
      kept.set(out, in);
    }
    return apart(base, kept.subList(1, kept.size()), count);
  }

  private static double mostAlike(List<Candidate> kept) {
    double most = 0;
    for (int k = 1; k < kept.size(); k++) {
      most = Math.max(most, mostAlike(kept.get(k), kept.subList(0, k)));
    }
    return most;
  }

  private static double mostAlike(Candidate one, List<Candidate> others) {
    double most = 0;
    for (Candidate each : others) {
      most = Math.max(most, of(one.places(), each.places()));
    }
    return most;
  }
}
