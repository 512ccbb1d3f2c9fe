package org.kiungo.planner.programme;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.scenario.Phase;

/**
 * Makes schedules of plans and of other schedules: with more to serve, or with nobody left over.
 */
final class Rephasing {

  private final Terms terms;
  private final PhasePrices prices;
  private final BroadbandSolver last;
  private final double budgetUsd;
  private final double[] pricePerCent;

  /**
   * @param last solver of the end of the last phase
   * @param budgetUsd all money
   * @param pricePerCent of money in each phase, value in thousandths of a year per cent
   */
  Rephasing(
      Terms terms,
      PhasePrices prices,
      BroadbandSolver last,
      double budgetUsd,
      double[] pricePerCent) {
    this.terms = terms;
    this.prices = prices;
    this.last = last;
    this.budgetUsd = budgetUsd;
    this.pricePerCent = pricePerCent;
  }

  /** Nobody of a plan is served yet. */
  Schedule schedule(Plan plan) {
    return new Schedule(new Network(terms, prices, plan));
  }

  /**
   * A plan with phases, which may be beyond the money.
   *
   * @param phase of a settlement, by its id
   */
  Schedule schedule(Plan plan, ToIntFunction<String> phase) {
    Schedule schedule = schedule(plan);
    for (int k = 0; k < schedule.services(); k++) {
      schedule.move(k, phase.applyAsInt(schedule.network().id(k)));
    }
    return schedule;
  }

  /** What a plan becomes with all money: whoever has service keeps it. */
  Plan extended(Plan smaller, BooleanSupplier stop) {
    return last.extended(smaller, budgetUsd, stop);
  }

  Filling filling(Schedule schedule) {
    return new Filling(new Blocks(schedule.network()), terms.cumulativeCents(), pricePerCent);
  }

  /** Within the money, and what is left of it spent. */
  Schedule fitted(Schedule schedule) {
    return filling(schedule).fitted(schedule);
  }

  /** The same phases in a plan that offers more to serve, as far as money goes. */
  Schedule wider(Schedule schedule, BooleanSupplier stop) {
    return fitted(rephased(schedule, extended(only(schedule), stop)));
  }

  /** The schedule of a plan in which nobody is left for never. */
  Schedule kept(Schedule schedule) {
    Schedule kept = schedule;
    while (kept.isAnyNever() || kept == schedule) {
      kept = rephased(kept, only(kept));
    }
    return kept;
  }

  /** As {@link #kept}, what is saved by that spent at once. */
  Schedule keptAndFilled(Schedule schedule) {
    Schedule kept = schedule;
    while (kept.isAnyNever() || kept == schedule) {
      kept = fitted(rephased(kept, only(kept)));
    }
    return kept;
  }

  /**
   * The decisions and phases of another plan, as far as this question offers them.
   *
   * @return empty where it does not offer all of them
   */
  Optional<Schedule> restated(Plan other) {
    Map<String, Integer> phase = new HashMap<>();
    other.settlements().stream()
        .filter(each -> each.buildYear() > 0)
        .forEach(
            each -> phase.put(each.settlementId(), Phase.of(terms.phases(), each.buildYear()) - 1));
    return last.restated(other, Double.NaN)
        .map(plan -> schedule(plan, id -> phase.getOrDefault(id, terms.count())));
  }

  /** Two plans in one, the first of which stays as it is. */
  Plan merged(Plan first, Plan second) {
    return last.parts().merged(first, second);
  }

  /** The plan of those whom a schedule serves some time. */
  private Plan only(Schedule schedule) {
    return only(schedule, phase -> phase < terms.count());
  }

  /** The plan of those whom a schedule serves from some phases on. */
  Plan only(Schedule schedule, IntPredicate isKept) {
    Network network = schedule.network();
    Set<String> served = new HashSet<>();
    for (int k = 0; k < network.services(); k++) {
      if (isKept.test(schedule.phase(k))) {
        served.add(network.id(k));
      }
    }
    return last.parts().only(network.plan, served::contains);
  }

  /** The phases of a schedule for another plan. */
  private Schedule rephased(Schedule schedule, Plan plan) {
    Map<String, Integer> phase = new HashMap<>();
    for (int k = 0; k < schedule.services(); k++) {
      phase.put(schedule.network().id(k), schedule.phase(k));
    }
    Schedule other = schedule(plan, id -> phase.getOrDefault(id, terms.count()));
    Map<String, Integer> services = new HashMap<>();
    for (int k = 0; k < other.services(); k++) {
      services.put(other.network().id(k), k);
    }
    for (int k = 0; k < schedule.services(); k++) {
      Interim before = schedule.replaced(k);
      if (before != null && services.containsKey(schedule.network().id(k))) {
        int service = services.get(schedule.network().id(k));
        other.serveUntil(service, before, schedule.replacedFrom(k));
      }
    }
    return other;
  }
}
