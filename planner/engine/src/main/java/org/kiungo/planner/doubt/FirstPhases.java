package org.kiungo.planner.doubt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;

/**
 * What may be signed now with a first part of the budget, and what follows once the future is
 * known: a program of two stages (Dantzig 1955, Linear programming under uncertainty) of which the
 * first is chosen among candidates.
 */
final class FirstPhases {

  /**
   * Who spends less than this share of what another spends only waits, which costs nothing here.
   */
  private static final double SPENT_RATIO = 0.9;

  /**
   * A part of a candidate that a first part of the budget pays for today.
   *
   * @param id of the candidate
   */
  record Signed(String id, Plan plan) {

    double costUsd() {
      return plan.totals().lifetimeCostUsd();
    }
  }

  /**
   * A first phase in a future.
   *
   * @param kept of it, what the future offers and the whole budget pays for
   * @param plan the same, and what follows
   * @param value of that
   */
  record Completed(Plan kept, Plan plan, double value) {}

  private FirstPhases() {}

  /**
   * Of each candidate what brings most people per USD; and the part of one that is in most of the
   * futures' plans. All spend about as much.
   *
   * @param today the question at today's figures
   * @param firstUsd what the first phase may cost
   * @param own plans of the futures
   */
  static List<Signed> of(
      PlanningQuestion today, double firstUsd, List<Plan> candidates, List<Plan> own) {
    List<Signed> firsts = new ArrayList<>();
    for (int c = 0; c < candidates.size(); c++) {
      Plan first = today.trimmed(candidates.get(c), firstUsd, id -> true);
      firsts.add(new Signed(Choices.id(c), first));
    }
    firsts.add(new Signed(Doubt.SURE, surest(today, firstUsd, candidates, own)));
    double most = firsts.stream().mapToDouble(Signed::costUsd).max().orElse(0);
    return firsts.stream().filter(each -> each.costUsd() >= SPENT_RATIO * most).toList();
  }

  private static Plan surest(
      PlanningQuestion today, double firstUsd, List<Plan> candidates, List<Plan> own) {
    Map<String, Integer> in = new HashMap<>();
    own.forEach(plan -> served(plan).forEach(id -> in.merge(id, 1, Integer::sum)));
    Plan surest = null;
    double most = Double.NEGATIVE_INFINITY;
    for (Plan each : candidates) {
      Plan first = surest(today, firstUsd, each, in, own.size());
      double sum = 0;
      for (SettlementService place : first.settlements()) {
        boolean isServed = !place.technologyId().isEmpty();
        int n = in.getOrDefault(place.settlementId(), 0);
        sum += isServed ? n * place.peopleServed() : 0;
      }
      if (sum > most) {
        most = sum;
        surest = first;
      }
    }
    return surest;
  }

  /** Places of fewer and fewer futures' plans are let in until the money is spent. */
  private static Plan surest(
      PlanningQuestion today, double firstUsd, Plan plan, Map<String, Integer> in, int futures) {
    int least = futures;
    Plan first = only(today, plan, in, least);
    while (least > 0 && !(first.totals().lifetimeCostUsd() > firstUsd)) {
      least--;
      first = only(today, plan, in, least);
    }
    int letIn = least;
    return today.trimmed(first, firstUsd, id -> in.getOrDefault(id, 0) == letIn);
  }

  private static Plan only(PlanningQuestion today, Plan plan, Map<String, Integer> in, int least) {
    return today.only(plan, id -> in.getOrDefault(id, 0) >= least);
  }

  /** Ids of the places that a plan serves. */
  static Set<String> served(Plan plan) {
    Set<String> served = new TreeSet<>();
    for (SettlementService each : plan.settlements()) {
      if (!each.technologyId().isEmpty()) {
        served.add(each.settlementId());
      }
    }
    return served;
  }

  /**
   * What follows a first phase in a future: whom the rest of the budget serves best after it, or
   * others as the future's own plan serves them, whichever brings more.
   *
   * @param future the question in that future
   * @param own the best plan known there
   */
  static Completed completed(PlanningQuestion future, Plan first, Plan own) {
    Plan kept = future.trimmed(first);
    Plan refilled = future.refilled(kept);
    Plan followed = future.completed(kept, own);
    double value = future.value(followed);
    double least = future.value(refilled);
    return value < least
        ? new Completed(kept, refilled, least)
        : new Completed(kept, followed, value);
  }
}
