package org.kiungo.planner.programme;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;

/** Schedules to begin with, made of plans for the ends of phases. */
final class Starts {

  private final Terms terms;
  private final DeploySettings settings;
  private final PlanImprover improver;
  private final Rephasing rephasing;

  Starts(Terms terms, DeploySettings settings, PlanImprover improver, Rephasing rephasing) {
    this.terms = terms;
    this.settings = settings;
    this.improver = improver;
    this.rephasing = rephasing;
  }

  /**
   * The plan for the end of one phase, cut into those before and extended into those after: either
   * each phase as full as it gets, the first one first, or all of it kept for its own phase and
   * only then given earlier as far as money goes. The second is better where early money would not
   * suffice for anything large.
   */
  Schedule cut(int m, Plan own, BooleanSupplier stop) {
    Schedule early = rephasing.schedule(rephasing.extended(own, stop));
    Set<String> served = served(own);
    Network network = early.network();
    Filling filling = rephasing.filling(early);
    Schedule late = early.copy();
    for (int t = 0; t <= m; t++) {
      filling.fill(early, t, k -> served.contains(network.id(k)));
    }
    filling.fillAll(early);
    for (int k = 0; k < late.services(); k++) {
      if (served.contains(network.id(k))) {
        late.move(k, m);
      }
    }
    filling.fitted(late);
    return late.value() > early.value() ? late : early;
  }

  /**
   * Each phase's money planned by itself for those who have nothing by then, and all of it joined:
   * what is saved by links that serve several phases is spent on others.
   *
   * @param first the plan for the end of the first phase
   */
  Schedule apart(Plan first, BooleanSupplier stop) {
    Plan joined = first;
    Map<String, Integer> phase = new HashMap<>();
    served(joined).forEach(id -> phase.put(id, 0));
    for (int t = 1; t < terms.count(); t++) {
      PlanningProblem left = terms.left(t, phase.keySet());
      Plan own =
          new BroadbandSolver(left, terms.row(settings, 0), improver)
              .solve(terms.phases().get(t).budgetUsd(), Progress.NONE, stop)
              .plan();
      joined = rephasing.merged(joined, own);
      int now = t;
      served(joined).forEach(id -> phase.putIfAbsent(id, now));
    }
    return rephasing.fitted(
        rephasing.schedule(
            rephasing.extended(joined, stop), id -> phase.getOrDefault(id, terms.count())));
  }

  static Set<String> served(Plan plan) {
    Set<String> served = new HashSet<>();
    plan.settlements().stream()
        .filter(each -> each.peopleServed() > 0)
        .forEach(each -> served.add(each.settlementId()));
    return served;
  }
}
