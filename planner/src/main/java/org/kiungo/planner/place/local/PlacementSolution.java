package org.kiungo.planner.place.local;

import java.util.List;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

/** All placements that may be decided; hard: cents over budget, soft: value in thousandths. */
@PlanningSolution
public class PlacementSolution {

  @PlanningEntityCollectionProperty private List<Placement> placements;
  @PlanningScore private HardSoftLongScore score;
  private PlacementSearch.Worth worth;

  /** For OptaPlanner's cloner. */
  public PlacementSolution() {}

  PlacementSolution(List<Placement> placements, PlacementSearch.Worth worth) {
    this.placements = placements;
    this.worth = worth;
  }

  @ValueRangeProvider(id = "states")
  public List<Boolean> states() {
    return List.of(Boolean.TRUE, Boolean.FALSE);
  }

  List<Placement> placements() {
    return placements;
  }

  PlacementSearch.Worth worth() {
    return worth;
  }

  public HardSoftLongScore getScore() {
    return score;
  }

  public void setScore(HardSoftLongScore score) {
    this.score = score;
  }
}
