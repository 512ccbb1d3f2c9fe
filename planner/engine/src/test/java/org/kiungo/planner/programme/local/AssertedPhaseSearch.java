package org.kiungo.planner.programme.local;

import java.util.function.BooleanSupplier;
import org.kiungo.planner.programme.ProgrammePlanning.ScheduleSearch;
import org.kiungo.planner.programme.Schedule;
import org.optaplanner.core.config.solver.EnvironmentMode;

/** The search of phases with every score computed twice. */
public final class AssertedPhaseSearch implements ScheduleSearch {

  @Override
  public Schedule improve(Schedule start, Request request, BooleanSupplier stop) {
    return new PhaseSearch(EnvironmentMode.FULL_ASSERT).improve(start, request, stop);
  }
}
