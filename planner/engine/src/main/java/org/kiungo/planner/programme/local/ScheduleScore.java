package org.kiungo.planner.programme.local;

import org.kiungo.planner.programme.Schedule;
import org.optaplanner.core.api.score.buildin.simplelong.SimpleLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/** Keeps a schedule in step with the decisions; a change costs O(depth · phases). */
public class ScheduleScore
    implements IncrementalScoreCalculator<ScheduleSolution, SimpleLongScore> {

  private ScheduleSolution solution;
  private Schedule schedule;

  @Override
  public void resetWorkingSolution(ScheduleSolution workingSolution) {
    solution = workingSolution;
    schedule = solution.toSchedule();
    solution.startWorking(schedule);
  }

  @Override
  public void beforeEntityAdded(Object entity) {
    throw new IllegalStateException("services never change during the search");
  }

  @Override
  public void afterEntityAdded(Object entity) {
    throw new IllegalStateException("services never change during the search");
  }

  @Override
  public void beforeVariableChanged(Object entity, String variableName) {
    // The schedule knows the old value.
  }

  @Override
  public void afterVariableChanged(Object entity, String variableName) {
    // When the solver asserts, a second calculator has looked at the same solution meanwhile.
    solution.startWorking(schedule);
    PhaseChoice choice = (PhaseChoice) entity;
    schedule.move(choice.getService(), choice.getPhase());
  }

  @Override
  public void beforeEntityRemoved(Object entity) {
    throw new IllegalStateException("services never change during the search");
  }

  @Override
  public void afterEntityRemoved(Object entity) {
    throw new IllegalStateException("services never change during the search");
  }

  @Override
  public SimpleLongScore calculateScore() {
    return SimpleLongScore.of(solution.rules().profit(schedule));
  }
}
