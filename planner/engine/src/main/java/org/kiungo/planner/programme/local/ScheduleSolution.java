package org.kiungo.planner.programme.local;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.programme.Proposals;
import org.kiungo.planner.programme.Schedule;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.valuerange.CountableValueRange;
import org.optaplanner.core.api.domain.valuerange.ValueRangeFactory;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.simplelong.SimpleLongScore;

/**
 * A schedule as OptaPlanner sees it: value less what money is worth, dearer beyond what has come
 * in. Clones copy the decisions only; the working solution also carries the schedule that the score
 * calculator keeps up to date, from which moves are proposed.
 */
@PlanningSolution(solutionCloner = ScheduleCloner.class)
public class ScheduleSolution {

  private List<PhaseChoice> choices = new ArrayList<>();
  private SimpleLongScore score;
  private Schedule start;
  private PhaseRules rules;
  private Schedule working;
  private Proposals proposals;

  /** For the solver's reflection. */
  public ScheduleSolution() {}

  ScheduleSolution(Schedule start, PhaseRules rules) {
    this.start = start;
    this.rules = rules;
    for (int k = 0; k < start.services(); k++) {
      choices.add(new PhaseChoice(k, start.phase(k)));
    }
  }

  ScheduleSolution copy() {
    ScheduleSolution copy = new ScheduleSolution();
    copy.start = start;
    copy.rules = rules;
    copy.score = score;
    copy.choices = new ArrayList<>(choices.size());
    for (PhaseChoice each : choices) {
      copy.choices.add(new PhaseChoice(each.getService(), each.getPhase()));
    }
    return copy;
  }

  /** The schedule of these decisions, computed from scratch. */
  Schedule toSchedule() {
    Schedule schedule = start.copy();
    choices.forEach(each -> schedule.move(each.getService(), each.getPhase()));
    return schedule;
  }

  void startWorking(Schedule schedule) {
    if (working != schedule) {
      working = schedule;
      proposals = new Proposals(schedule);
    }
  }

  Proposals proposals() {
    return proposals;
  }

  PhaseChoice choice(int service) {
    return choices.get(service);
  }

  PhaseRules rules() {
    return rules;
  }

  @PlanningEntityCollectionProperty
  public List<PhaseChoice> getChoices() {
    return choices;
  }

  public void setChoices(List<PhaseChoice> choices) {
    this.choices = choices;
  }

  @PlanningScore
  public SimpleLongScore getScore() {
    return score;
  }

  public void setScore(SimpleLongScore score) {
    this.score = score;
  }

  @ValueRangeProvider(id = "phases")
  public CountableValueRange<Integer> phases() {
    return ValueRangeFactory.createIntValueRange(0, start.phases() + 1);
  }
}
