package org.kiungo.planner.fund.local;

import org.kiungo.planner.fund.Standing;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/** Sums that follow each changed payment. */
public class FundingScore
    implements IncrementalScoreCalculator<FundingSolution, HardSoftLongScore> {

  private Standing standing;

  @Override
  public void resetWorkingSolution(FundingSolution solution) {
    standing = solution.standing().empty();
    solution.payments().forEach(each -> standing.add(each.getProject(), each.getDeal()));
  }

  @Override
  public void beforeEntityAdded(Object entity) {}

  @Override
  public void afterEntityAdded(Object entity) {}

  @Override
  public void beforeVariableChanged(Object entity, String variable) {
    ProjectPayment payment = (ProjectPayment) entity;
    standing.remove(payment.getProject(), payment.getDeal());
  }

  @Override
  public void afterVariableChanged(Object entity, String variable) {
    ProjectPayment payment = (ProjectPayment) entity;
    standing.add(payment.getProject(), payment.getDeal());
  }

  @Override
  public void beforeEntityRemoved(Object entity) {}

  @Override
  public void afterEntityRemoved(Object entity) {}

  @Override
  public HardSoftLongScore calculateScore() {
    return HardSoftLongScore.of(-standing.broken(), standing.value());
  }
}
