package org.kiungo.planner.place.local;

import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** One service at one site, open or not. */
@PlanningEntity
public class ServiceAtSite {

  @PlanningId private int cell;

  @PlanningVariable(valueRangeProviderRefs = "states")
  private Boolean open;

  /** For OptaPlanner's cloner. */
  public ServiceAtSite() {}

  ServiceAtSite(int cell, boolean open) {
    this.cell = cell;
    this.open = open;
  }

  public int getCell() {
    return cell;
  }

  public Boolean getOpen() {
    return open;
  }

  public void setOpen(Boolean open) {
    this.open = open;
  }
}
