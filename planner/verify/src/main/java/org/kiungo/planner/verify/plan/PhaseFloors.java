package org.kiungo.planner.verify.plan;

import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.formula.PeopleServed;
import org.kiungo.planner.verify.read.Facts;

/** The least share of people with service in any district at the end of each phase. */
final class PhaseFloors {

  /** By country and district: people, then those with service, by phase. */
  private final Map<String, double[]> districts = new TreeMap<>();

  private final int phases;

  PhaseFloors(Facts facts, int phases) {
    this.phases = phases;
    for (Settlement s : facts.settlements().values()) {
      if (!Double.isNaN(s.population())) {
        double[] district = of(s);
        district[0] += s.population();
        for (int t = 1; t <= phases; t++) {
          district[t] += PeopleServed.today(s, facts.standard());
        }
      }
    }
  }

  private double[] of(Settlement s) {
    return districts.computeIfAbsent(
        s.country() + '\u0000' + s.district(), k -> new double[phases + 1]);
  }

  /**
   * Counts people at the end of a phase.
   *
   * @param people by the level of their service
   */
  void add(Settlement settlement, int phase, double people) {
    if (!Double.isNaN(settlement.population())) {
      of(settlement)[phase + 1] += people;
    }
  }

  double ratio(int phase) {
    return districts.values().stream()
        .filter(d -> d[0] > 0)
        .mapToDouble(d -> d[phase + 1] / d[0])
        .min()
        .orElse(1);
  }
}
