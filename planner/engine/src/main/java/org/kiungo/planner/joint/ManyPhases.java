package org.kiungo.planner.joint;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.programme.StandingProgramme;

/**
 * Works of a programme.
 *
 * @param programme as it stands
 * @param phases of it
 */
public record ManyPhases(StandingProgramme programme, int phases) implements Works {

  @Override
  public Map<String, Integer> served(Plan plan) {
    return programme.phases(plan);
  }

  @Override
  public Plan rephased(Plan plan, ToIntFunction<String> phaseOf) {
    return programme.rephased(plan, phaseOf);
  }

  @Override
  public Plan more(Plan plan, Predicate<String> mayServe, BooleanSupplier stop) {
    return programme.more(plan, mayServe, stop);
  }

  @Override
  public double value(Plan plan) {
    return plan.programme().weightedPersonYears();
  }
}
