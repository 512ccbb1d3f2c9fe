package org.kiungo.planner.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.DeploySettings.LockedChoice;
import org.kiungo.planner.model.Plan;

/**
 * Plans one phase again while all others stay: a large neighbourhood in which technologies, sites
 * and ways change and not only phases.
 */
final class Replanning {

  private final Terms terms;
  private final DeploySettings settings;
  private final PlanImprover improver;
  private final Rephasing rephasing;

  Replanning(Terms terms, DeploySettings settings, PlanImprover improver, Rephasing rephasing) {
    this.terms = terms;
    this.settings = settings;
    this.improver = improver;
    this.rephasing = rephasing;
  }

  /**
   * One phase planned again with what it has spent and what no later phase needs, over what stands
   * by then. Whoever is served in an earlier phase keeps the technology, whoever is served in a
   * later one is left to it.
   *
   * @param lambdaPeoplePerUsd what money is about worth at the end of that phase
   */
  Schedule replanned(Schedule from, int t, double lambdaPeoplePerUsd, BooleanSupplier stop) {
    Plan before = rephasing.only(from, phase -> phase < t);
    Map<String, Integer> others = new HashMap<>();
    for (int k = 0; k < from.services(); k++) {
      if (from.phase(k) != t && from.phase(k) < terms.count()) {
        others.put(from.network().id(k), from.phase(k));
      }
    }
    BroadbandSolver solver =
        new BroadbandSolver(
            terms.row(t, 0), settings.withLocks(locks(before, others, t)), improver);
    double standsUsd = solver.extended(before, 0, () -> true).totals().lifetimeCostUsd();
    long cents = from.spent(t) + from.spareCents(terms.cumulativeCents(), t);
    Plan now =
        solver.grown(
            rephasing.only(from, phase -> phase <= t),
            standsUsd + cents / 100.0,
            lambdaPeoplePerUsd,
            stop);
    Set<String> served = Starts.served(now);
    Plan joined = rephasing.extended(rephasing.merged(now, from.network().plan), stop);
    return rephasing.fitted(
        rephasing.schedule(
            joined, id -> others.getOrDefault(id, served.contains(id) ? t : terms.count())));
  }

  /** Those of the settings; who is served before keeps it; who is served later is left out. */
  private List<LockedChoice> locks(Plan before, Map<String, Integer> others, int t) {
    List<LockedChoice> locks = new ArrayList<>(terms.row(settings, t).locks());
    Set<String> locked = locks.stream().map(LockedChoice::settlementId).collect(Collectors.toSet());
    before.settlements().stream()
        .filter(each -> each.peopleServed() > 0 && !locked.contains(each.settlementId()))
        .map(each -> new LockedChoice(each.settlementId(), technologyId(each), false))
        .forEach(locks::add);
    others.entrySet().stream()
        .filter(each -> each.getValue() > t && !locked.contains(each.getKey()))
        .map(each -> new LockedChoice(each.getKey(), "*", true))
        .forEach(locks::add);
    return locks;
  }

  /** Of those in sight, where there are others. */
  private static String technologyId(Plan.SettlementService service) {
    return service.each().get(0).technologyId();
  }
}
