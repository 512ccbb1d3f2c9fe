package org.kiungo.planner.partner;

import java.util.List;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.Phase;

/**
 * Years of a phase.
 *
 * @param firstYear of the phase
 * @param lastYear of the phase, ≥ firstYear
 */
public record PhaseYears(int firstYear, int lastYear) {

  /** The phases of a scenario; all its years where it has none. */
  public static List<PhaseYears> of(List<Phase> phases, Money money) {
    return phases.isEmpty()
        ? List.of(new PhaseYears(money.firstYear(), money.lastYear()))
        : phases.stream().map(p -> new PhaseYears(p.firstYear(), p.lastYear())).toList();
  }

  /** True when some of the years are the phase's. */
  boolean meets(Envelope envelope) {
    return envelope.firstYear() <= lastYear && firstYear <= envelope.lastYear();
  }
}
