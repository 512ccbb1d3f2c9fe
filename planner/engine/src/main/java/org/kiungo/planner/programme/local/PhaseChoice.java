package org.kiungo.planner.programme.local;

import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** The phase from which one settlement is served; the number of phases = never. */
@PlanningEntity
public class PhaseChoice {

  private int service;
  private Integer phase;

  /** For the solver's reflection. */
  public PhaseChoice() {}

  PhaseChoice(int service, int phase) {
    this.service = service;
    this.phase = phase;
  }

  @PlanningId
  public int getService() {
    return service;
  }

  @PlanningVariable(valueRangeProviderRefs = "phases")
  public Integer getPhase() {
    return phase;
  }

  public void setPhase(Integer phase) {
    this.phase = phase;
  }
}
