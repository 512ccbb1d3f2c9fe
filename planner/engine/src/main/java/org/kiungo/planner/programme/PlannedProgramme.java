package org.kiungo.planner.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme.PhaseAccount;
import org.kiungo.planner.model.Programme.Replaced;
import org.kiungo.planner.scenario.Phase;

/** A plan with phases, looked at again: at other prices, or asked why something is when it is. */
public final class PlannedProgramme {

  private final Terms terms;
  private final Schedule schedule;

  /**
   * @param facts under a scenario's levers and terms
   * @param plan with a programme
   */
  public PlannedProgramme(PlanningProblem facts, Plan plan) {
    List<PhaseAccount> accounts = plan.programme().phases();
    List<Phase> phases =
        accounts.stream()
            .map(each -> new Phase(each.firstYear(), each.lastYear(), each.budgetUsd()))
            .toList();
    terms =
        new Terms(facts, phases, accounts.stream().mapToDouble(PlannedProgramme::weight).toArray());
    PhasePrices prices = new PhasePrices(terms);
    schedule = new Schedule(new Network(terms, prices, plan));
    Map<String, Replaced> before = new HashMap<>();
    plan.programme().replaced().forEach(each -> before.put(each.settlementId(), each));
    Interims interims = new Interims(terms, prices, Terms.ALL);
    for (int k = 0; k < schedule.services(); k++) {
      int year = plan.settlements().get(schedule.network().service[k]).buildYear();
      schedule.move(k, Phase.of(phases, year) - 1);
      Replaced each = before.get(schedule.network().id(k));
      if (each != null) {
        int from = Phase.of(phases, each.buildYear()) - 1;
        Interim interim = interims.of(each.settlementId(), each.technologyId()).orElse(null);
        schedule.serveUntil(k, interim, from);
      }
    }
  }

  private static double weight(PhaseAccount phase) {
    return phase.weightedPeople() > 0
        ? phase.weightedPersonYears() / phase.weightedPeople()
        : phase.lastYear() - phase.firstYear() + 1;
  }

  /**
   * The same decisions and phases at the prices of the facts; public money stays as it was told.
   */
  public Plan repriced() {
    return new ProgrammeWriter(schedule).write();
  }

  /**
   * The decisions and phases of another plan with the same phases, as a question has them.
   *
   * @return empty where it does not offer all of them, or money does not suffice
   */
  public static Optional<Plan> restated(
      PlanningProblem facts,
      List<Phase> phases,
      double[] weights,
      DeploySettings settings,
      Plan other) {
    Terms terms = Terms.of(facts, phases, weights, settings);
    int last = terms.count() - 1;
    BroadbandSolver solver =
        new BroadbandSolver(terms.row(last, 0), terms.row(settings, last), PlanImprover.NONE);
    return new Rephasing(terms, new PhasePrices(terms), solver, Double.NaN, new double[0])
        .restated(other)
        .filter(each -> each.overCents(terms.cumulativeCents()) == 0)
        .map(each -> new ProgrammeWriter(each).write());
  }

  /** Why a settlement is served when it is; empty where the plan does not serve it. */
  public Optional<Timing> timing(String settlementId) {
    Network network = schedule.network();
    return IntStream.range(0, network.services())
        .filter(
            k ->
                network
                    .plan
                    .settlements()
                    .get(network.service[k])
                    .settlementId()
                    .equals(settlementId))
        .mapToObj(this::timing)
        .findFirst();
  }

  private Timing timing(int k) {
    int phase = schedule.phase(k);
    int year = terms.phases().get(phase).firstYear();
    Waits waits = waits(k, phase);
    Interim before = schedule.replaced(k);
    int from = schedule.replacedFrom(k);
    String beforeId = before == null ? "" : before.service().technologyId();
    int beforeYear = before == null ? 0 : terms.phases().get(from).firstYear();
    double beforeUsd = before == null ? 0 : before.cost().get(from).lifetimeUsd();
    if (phase == 0) {
      return new Timing(
          year,
          1,
          0,
          0,
          Double.NaN,
          Double.NaN,
          waits.id,
          waits.others,
          beforeId,
          beforeYear,
          beforeUsd);
    }
    long[] left = terms.cumulativeCents();
    for (int t = phase - 1; t < left.length; t++) {
      left[t] -= schedule.paid(t);
    }
    Trial trial = new Trial(schedule);
    trial.earlier(new int[] {k}, phase - 1);
    int until = phase - 1;
    for (int t = phase; t < left.length; t++) {
      until = trial.cents(t) - left[t] > trial.cents(until) - left[until] ? t : until;
    }
    long extra = trial.cents(until);
    trial.undo();
    return new Timing(
        year,
        phase + 1,
        terms.phases().get(phase - 1).firstYear(),
        terms.phases().get(until).lastYear(),
        extra / 100.0,
        left[until] / 100.0,
        waits.id,
        waits.others,
        beforeId,
        beforeYear,
        beforeUsd);
  }

  private record Waits(String id, int others) {}

  /** What of a settlement's way is built in its phase, from the network outward. */
  private Waits waits(int k, int phase) {
    Network network = schedule.network();
    int s = network.site[k];
    if (s < 0) {
      return new Waits("", 0);
    }
    int[] way = network.way[s];
    for (int hop = way.length - 1; hop >= 0; hop--) {
      boolean isNew = phase == 0 || schedule.systems(way[hop], phase - 1) == 0;
      if (isNew) {
        String id = network.plan.links().get(way[hop]).id();
        return new Waits(id, others(network.behind.get(way[hop]), phase));
      }
    }
    boolean isNew = phase == 0 || schedule.units(s, phase - 1) == 0;
    return isNew
        ? new Waits(network.plan.sites().get(s).id(), others(network.atSite.get(s), phase))
        : new Waits("", 0);
  }

  private int others(List<Integer> services, int phase) {
    return (int) services.stream().filter(each -> schedule.phase(each) == phase).count() - 1;
  }
}
