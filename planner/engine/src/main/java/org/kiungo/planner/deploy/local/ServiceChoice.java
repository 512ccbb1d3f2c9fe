package org.kiungo.planner.deploy.local;

import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** The option one part of a settlement gets; −1 = none. */
@PlanningEntity
public class ServiceChoice {

  private int part;
  private Integer option;

  /** For the solver's reflection. */
  public ServiceChoice() {}

  ServiceChoice(int part, int option) {
    this.part = part;
    this.option = option;
  }

  @PlanningId
  public int getPart() {
    return part;
  }

  @PlanningVariable(valueRangeProviderRefs = "options")
  public Integer getOption() {
    return option;
  }

  public void setOption(Integer option) {
    this.option = option;
  }
}
