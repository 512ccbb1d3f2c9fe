package org.kiungo.planner.deploy.local;

import org.kiungo.planner.deploy.draft.Draft;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/** Keeps a draft in step with the decisions; a change costs O(depth of the forest). */
public class DraftScore
    implements IncrementalScoreCalculator<DraftSolution, HardMediumSoftLongScore> {

  private DraftSolution solution;
  private Draft draft;

  @Override
  public void resetWorkingSolution(DraftSolution workingSolution) {
    solution = workingSolution;
    draft = solution.toDraft();
    solution.startWorking(draft);
  }

  @Override
  public void beforeEntityAdded(Object entity) {
    throw new IllegalStateException("places never change during the search");
  }

  @Override
  public void afterEntityAdded(Object entity) {
    throw new IllegalStateException("places never change during the search");
  }

  @Override
  public void beforeVariableChanged(Object entity, String variableName) {
    // The draft knows the old value.
  }

  @Override
  public void afterVariableChanged(Object entity, String variableName) {
    // When the solver asserts, a second calculator has looked at the same solution meanwhile.
    solution.startWorking(draft);
    if (entity instanceof ServiceChoice service) {
      draft.choose(service.getSettlement(), service.getOption());
    } else {
      WayChoice way = (WayChoice) entity;
      draft.reparent(way.getPlace(), way.getArc());
    }
  }

  @Override
  public void beforeEntityRemoved(Object entity) {
    throw new IllegalStateException("places never change during the search");
  }

  @Override
  public void afterEntityRemoved(Object entity) {
    throw new IllegalStateException("places never change during the search");
  }

  @Override
  public HardMediumSoftLongScore calculateScore() {
    SearchRules rules = solution.rules();
    double profit = draft.profit(rules.valuePerCent(), rules.valuePerCentBeyond());
    return HardMediumSoftLongScore.of(
        -draft.unkept(), (long) Math.floor(profit), -draft.costCents());
  }
}
