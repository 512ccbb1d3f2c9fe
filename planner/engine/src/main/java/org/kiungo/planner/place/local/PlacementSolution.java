package org.kiungo.planner.place.local;

import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

/** All placements that may be decided; hard: cents over budget, soft: value in thousandths. */
@PlanningSolution
public class PlacementSolution {

  @PlanningEntityCollectionProperty private List<ServiceAtSite> placements;
  @PlanningScore private HardSoftLongScore score;
  private PlacementSearch.Worth worth;
  private PlacementSearch.Neighbourhood neighbourhood;
  private BooleanSupplier stop;
  private int[] positionOfCell;

  /** For OptaPlanner's cloner. */
  public PlacementSolution() {}

  PlacementSolution(
      List<ServiceAtSite> placements,
      PlacementSearch.Worth worth,
      PlacementSearch.Neighbourhood neighbourhood,
      BooleanSupplier stop) {
    this.placements = placements;
    this.worth = worth;
    this.neighbourhood = neighbourhood;
    this.stop = stop;
    int cells = placements.stream().mapToInt(ServiceAtSite::getCell).max().orElse(-1) + 1;
    this.positionOfCell = new int[cells];
    for (int k = 0; k < placements.size(); k++) {
      positionOfCell[placements.get(k).getCell()] = k;
    }
  }

  @ValueRangeProvider(id = "states")
  public List<Boolean> states() {
    return List.of(Boolean.TRUE, Boolean.FALSE);
  }

  List<ServiceAtSite> placements() {
    return placements;
  }

  PlacementSearch.Worth worth() {
    return worth;
  }

  PlacementSearch.Neighbourhood neighbourhood() {
    return neighbourhood;
  }

  BooleanSupplier stop() {
    return stop;
  }

  int position(int cell) {
    return positionOfCell[cell];
  }

  BitSet open() {
    BitSet open = new BitSet();
    for (ServiceAtSite placement : placements) {
      open.set(placement.getCell(), Boolean.TRUE.equals(placement.getOpen()));
    }
    return open;
  }

  public HardSoftLongScore getScore() {
    return score;
  }

  public void setScore(HardSoftLongScore score) {
    this.score = score;
  }
}
