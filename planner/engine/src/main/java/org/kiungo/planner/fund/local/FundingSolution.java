package org.kiungo.planner.fund.local;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.fund.Deal;
import org.kiungo.planner.fund.Exchange;
import org.kiungo.planner.fund.Standing;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

/**
 * Payments of all projects; hard: cents beyond envelopes and projects that miss one they require,
 * soft: people.
 */
@PlanningSolution
public class FundingSolution {

  @PlanningEntityCollectionProperty private List<ProjectPayment> payments;
  @PlanningScore private HardSoftLongScore score;
  private Exchange exchange;
  private Standing standing;
  private BooleanSupplier stop;

  /** For OptaPlanner's cloner. */
  public FundingSolution() {}

  FundingSolution(
      List<ProjectPayment> payments, Exchange exchange, Standing standing, BooleanSupplier stop) {
    this.payments = payments;
    this.exchange = exchange;
    this.standing = standing;
    this.stop = stop;
  }

  /** Deals are made by moves; those that stand are all there is to choose from beforehand. */
  @ValueRangeProvider(id = "deals")
  public List<Deal> standingDeals() {
    return payments.stream().map(ProjectPayment::getDeal).filter(Objects::nonNull).toList();
  }

  List<ProjectPayment> payments() {
    return payments;
  }

  Exchange exchange() {
    return exchange;
  }

  Standing standing() {
    return standing;
  }

  BooleanSupplier stop() {
    return stop;
  }

  Deal[] deals() {
    return payments.stream().map(ProjectPayment::getDeal).toArray(Deal[]::new);
  }

  public HardSoftLongScore getScore() {
    return score;
  }

  public void setScore(HardSoftLongScore score) {
    this.score = score;
  }
}
