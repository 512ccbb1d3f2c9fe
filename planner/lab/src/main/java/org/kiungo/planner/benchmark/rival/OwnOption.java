package org.kiungo.planner.benchmark.rival;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.SiteEnergy;
import org.kiungo.planner.cost.TransitCost;
import org.kiungo.planner.demand.BusyHour;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.BeamCell;
import org.kiungo.planner.radio.SightParts;
import org.kiungo.planner.radio.SiteUnits;

/**
 * One technology at one settlement, from a site of its own or from satellites: no rival shares a
 * site between settlements.
 *
 * @param units equipment sets of its own site; 0 when free-standing
 * @param cents lifetime cost of site and settlement's own part, links not counted
 * @param bps busy-hour demand
 * @param value weighted people
 * @param isStandard true when it serves to the standard, false when basic
 * @param beam cell whose capacity it shares; null when it shares none
 */
record OwnOption(
    AccessTechnology technology,
    int units,
    long cents,
    long bps,
    double value,
    boolean isStandard,
    BeamCell beam) {

  /** Options of every settlement, in its order; an empty list where nothing can serve anybody. */
  static List<List<OwnOption>> of(PlanningProblem problem) {
    List<List<OwnOption>> all = new ArrayList<>();
    SiteEnergy energy = SiteEnergy.of(problem);
    for (Settlement s : problem.settlements()) {
      List<OwnOption> here = new ArrayList<>();
      for (AccessTechnology a : problem.catalogue().technologies()) {
        OwnOption option = of(problem, energy, s, a);
        if (option.value > 0) {
          here.add(option);
        }
      }
      all.add(List.copyOf(here));
    }
    return all;
  }

  private static OwnOption of(
      PlanningProblem problem, SiteEnergy energy, Settlement s, AccessTechnology a) {
    double people = Demand.people(s, a, problem.standard());
    double demandMbps = BusyHour.of(problem).mbps(s, people, a);
    long bps = Math.round(demandMbps * 1e6);
    double areaKm2 = Demand.areaKm2(s, people);
    long taken = a.needsBackhaul() ? SiteUnits.taken(a, s, areaKm2, bps) : 0;
    int units = a.needsBackhaul() ? SiteUnits.units(taken) : 0;
    long cents =
        AccessCost.settlement(
                a,
                Demand.inhabitedKm2(s, people),
                Demand.adopterHouseholds(people, problem.standard()),
                problem.money())
            .plus(TransitCost.of(problem).of(s, a, bps))
            .lifetimeCents();
    if (units > 0) {
      cents += AccessCost.site(a, units, false, energy.at(s, a), problem.money()).lifetimeCents();
    }
    Status status =
        Demand.status(a.downlinkMbps().value(), a.roundTripMs().value(), problem.standard());
    // rivals serve all of a settlement alike
    boolean serves = SiteUnits.haveRoom(a, areaKm2, taken) && SightParts.seenRatio(a, s) == 1;
    double value =
        !serves
            ? 0
            : Demand.gained(s, status, problem.standard())
                * Demand.weightRatio(status, problem.standard());
    BeamCell beam = a.beamMbpsPerKm2() == null ? null : BeamCell.of(s.location());
    return new OwnOption(a, units, cents, bps, value, status == Status.STANDARD, beam);
  }

  double centsPerPerson() {
    return cents / value;
  }
}
