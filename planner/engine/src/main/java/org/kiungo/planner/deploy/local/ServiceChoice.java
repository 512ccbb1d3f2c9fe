package org.kiungo.planner.deploy.local;

import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** The option one settlement gets; −1 = none. */
@PlanningEntity
public class ServiceChoice {

  private int settlement;
  private Integer option;

  /** For the solver's reflection. */
  public ServiceChoice() {}

  ServiceChoice(int settlement, int option) {
    this.settlement = settlement;
    this.option = option;
  }

  @PlanningId
  public int getSettlement() {
    return settlement;
  }

  @PlanningVariable(valueRangeProviderRefs = "options")
  public Integer getOption() {
    return option;
  }

  public void setOption(Integer option) {
    this.option = option;
  }
}
