package org.kiungo.planner.deploy.local;

import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** The arc over which one place reaches the network; −1 = it cannot. */
@PlanningEntity
public class WayChoice {

  private int place;
  private Integer arc;

  /** For the solver's reflection. */
  public WayChoice() {}

  WayChoice(int place, int arc) {
    this.place = place;
    this.arc = arc;
  }

  @PlanningId
  public int getPlace() {
    return place;
  }

  @PlanningVariable(valueRangeProviderRefs = "arcs")
  public Integer getArc() {
    return arc;
  }

  public void setArc(Integer arc) {
    this.arc = arc;
  }
}
