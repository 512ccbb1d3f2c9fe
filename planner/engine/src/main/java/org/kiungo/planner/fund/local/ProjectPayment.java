package org.kiungo.planner.fund.local;

import org.kiungo.planner.fund.Deal;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** Who pays for one project, and how much; nobody where it is not funded. */
@PlanningEntity
public class ProjectPayment {

  @PlanningId private int project;

  @PlanningVariable(valueRangeProviderRefs = "deals", nullable = true)
  private Deal deal;

  /** For OptaPlanner's cloner. */
  public ProjectPayment() {}

  ProjectPayment(int project, Deal deal) {
    this.project = project;
    this.deal = deal;
  }

  public int getProject() {
    return project;
  }

  public Deal getDeal() {
    return deal;
  }

  public void setDeal(Deal deal) {
    this.deal = deal;
  }
}
