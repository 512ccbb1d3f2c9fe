package org.kiungo.planner.verify.plan;

import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.formula.PeopleServed;
import org.kiungo.planner.verify.law.PlaceLaw;
import org.kiungo.planner.verify.read.Facts;

/** Whom a plan serves at the end of each phase. */
final class PhaseSums {

  final double[] standard;
  final double[] basic;
  final PhaseFloors floors;
  private final Facts facts;
  private final double[] weighted;

  /**
   * @param weighted is filled with people as the objective weighs them, one for each phase
   */
  PhaseSums(Facts facts, double[] weighted) {
    this.facts = facts;
    this.weighted = weighted;
    standard = new double[weighted.length];
    basic = new double[weighted.length];
    floors = new PhaseFloors(facts, weighted.length);
  }

  /** Counts a service from a phase on until another begins. */
  void add(Settlement settlement, PartService part, int from, int before) {
    Status status = part.status();
    if (status != Status.STANDARD && status != Status.BASIC) {
      return;
    }
    double people = part.shareRatio() * PeopleServed.raised(settlement, status);
    double level =
        part.shareRatio()
            * PeopleServed.gained(settlement, status, facts.standard())
            * PeopleServed.weight(status, facts.standard());
    for (int t = from; t < before; t++) {
      standard[t] += status == Status.STANDARD ? people : 0;
      basic[t] += status == Status.BASIC ? people : 0;
      weighted[t] += level * PlaceLaw.weight(facts.rules(), settlement);
      floors.add(settlement, t, level);
    }
  }
}
