package org.kiungo.planner.programme;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.scenario.Phase;

/** A programme that stands, changed in who is served and when; what is built follows from it. */
public final class StandingProgramme {

  private final Terms terms;
  private final PhasePrices prices;
  private final BroadbandSolver solver;
  private final BroadbandSolver widening;
  private final double[] pricePerCent;
  private final double budgetUsd;

  /**
   * @param facts under a scenario's levers and terms
   * @param phases at least two
   * @param weights what a person served until the end of each phase counts for it, years
   * @param looking the same facts at the prices at which more is looked for
   * @param lambda weighted people per USD that has come in by the end of each phase, as the rows of
   *     its certificate
   */
  public StandingProgramme(
      PlanningProblem facts,
      List<Phase> phases,
      double[] weights,
      DeploySettings settings,
      PlanningProblem looking,
      double[] lambda) {
    terms = Terms.of(facts, phases, weights, settings);
    prices = new PhasePrices(terms);
    int last = terms.count() - 1;
    solver = new BroadbandSolver(terms.row(last, 0), terms.row(settings, last), PlanImprover.NONE);
    widening =
        looking == facts
            ? solver
            : new BroadbandSolver(
                Terms.of(looking, phases, weights, settings).row(last, 0),
                terms.row(settings, last),
                PlanImprover.NONE);
    budgetUsd = Phase.cumulativeUsd(phases)[last];
    pricePerCent = new double[terms.count()];
    double later = 0;
    for (int t = last; t >= 0; t--) {
      later += lambda[t] > 0 ? weights[t] * lambda[t] * 1e7 : 0;
      pricePerCent[t] = later;
    }
  }

  /**
   * The same programme with other phases of service.
   *
   * @param phaseOf a settlement's phase by id, from 0; the number of phases = never
   */
  public Plan rephased(Plan plan, ToIntFunction<String> phaseOf) {
    return written(schedule(plan, phaseOf));
  }

  /**
   * The same programme with more people, and those it has served earlier, as far as money goes.
   *
   * @param mayServe those who may be served beside, by id
   */
  public Plan more(Plan plan, Predicate<String> mayServe, BooleanSupplier stop) {
    Map<String, Integer> phase = phases(plan);
    Schedule schedule =
        schedule(
            widening.extended(plan, budgetUsd, stop), id -> phase.getOrDefault(id, terms.count()));
    Filling filling = filling(schedule);
    for (int t = 0; t < terms.count(); t++) {
      filling.fill(
          schedule,
          t,
          k -> {
            String id = id(schedule, k);
            return phase.containsKey(id) || mayServe.test(id);
          });
    }
    return written(schedule);
  }

  /** Phase of everybody with service, from 0. */
  public Map<String, Integer> phases(Plan plan) {
    Map<String, Integer> phases = new HashMap<>();
    for (Plan.SettlementService each : plan.settlements()) {
      int phase = Phase.of(terms.phases(), each.buildYear());
      if (each.peopleServed() > 0 && phase > 0) {
        phases.put(each.settlementId(), phase - 1);
      }
    }
    return phases;
  }

  private Filling filling(Schedule schedule) {
    return new Filling(new Blocks(schedule.network()), terms.cumulativeCents(), pricePerCent);
  }

  private Schedule schedule(Plan plan, ToIntFunction<String> phaseOf) {
    Schedule schedule = new Schedule(new Network(terms, prices, plan));
    for (int k = 0; k < schedule.services(); k++) {
      schedule.move(k, phaseOf.applyAsInt(id(schedule, k)));
    }
    return schedule;
  }

  private static String id(Schedule schedule, int k) {
    Network network = schedule.network();
    return network.plan.settlements().get(network.service[k]).settlementId();
  }

  /** Without what nobody uses, which may leave smaller loads on what is used. */
  private Plan written(Schedule schedule) {
    Map<String, Integer> phase = new HashMap<>();
    Set<String> served = new HashSet<>();
    for (int k = 0; k < schedule.services(); k++) {
      phase.put(id(schedule, k), schedule.phase(k));
      if (schedule.phase(k) < terms.count()) {
        served.add(id(schedule, k));
      }
    }
    Schedule kept =
        schedule(
            solver.parts().only(schedule.network().plan, served::contains),
            id -> phase.getOrDefault(id, terms.count()));
    if (kept.overCents(terms.cumulativeCents()) > 0) {
      filling(kept).fit(kept);
    }
    return kept.isAnyNever() ? written(kept) : new ProgrammeWriter(kept).write();
  }
}
