package org.kiungo.planner.programme.local;

import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;

/** Copies decisions only. */
public class ScheduleCloner implements SolutionCloner<ScheduleSolution> {

  @Override
  public ScheduleSolution cloneSolution(ScheduleSolution original) {
    return original.copy();
  }
}
