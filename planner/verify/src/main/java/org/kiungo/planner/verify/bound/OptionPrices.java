package org.kiungo.planner.verify.bound;

import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.BeamCell;
import org.kiungo.planner.verify.plan.SiteChecks;
import org.kiungo.planner.verify.read.Facts;

/** What options cost and are worth, from the catalogue. */
record OptionPrices(Facts facts) {

  private static final double MILLION = 1e6;

  private double people(Settlement s, AccessTechnology a) {
    return Demand.people(s, a, facts.standard());
  }

  /** What serving a settlement costs beside its site. */
  double ownCents(Settlement s, AccessTechnology a) {
    double people = people(s, a);
    return AccessCost.settlement(
            a,
            Demand.areaKm2(s, people),
            Demand.adopterHouseholds(people, facts.standard()),
            facts.money())
        .lifetimeCents();
  }

  /** People served by an option, weighted, in millionths. */
  long value(Settlement s, AccessTechnology a) {
    Status status =
        Demand.status(a.downlinkMbps().value(), a.roundTripMs().value(), facts.standard());
    double weight = Demand.weightRatio(status, facts.standard());
    double people = Demand.gained(s, status, facts.standard());
    return Math.round(people * facts.rules().weightRatio(s) * weight * MILLION);
  }

  /** A site with one unit at a settlement; at a tower without one. */
  long unitCents(AccessTechnology a, Settlement at) {
    boolean onGrid = at != null && AccessCost.onGrid(at.distanceToGridKm());
    return AccessCost.site(facts.rules().at(at, a), 1, at == null, onGrid, facts.money())
        .lifetimeCents();
  }

  /** What a unit carries. */
  static long unitBps(AccessTechnology a) {
    return a.siteCapacityMbps() == null
        ? Long.MAX_VALUE
        : SiteChecks.bps(a.siteCapacityMbps().value());
  }

  /** False when one beam could not carry all of a settlement. */
  boolean carries(Settlement s, AccessTechnology a) {
    if (a.serves() != Serves.FREE_STANDING || a.beamMbpsPerKm2() == null) {
      return true;
    }
    double areaKm2 = BeamCell.of(s.location()).areaKm2();
    long bps = SiteChecks.bps(Demand.busyHourMbps(people(s, a), a, facts.standard()));
    return bps <= SiteChecks.bps(a.beamMbpsPerKm2().value() * areaKm2);
  }
}
