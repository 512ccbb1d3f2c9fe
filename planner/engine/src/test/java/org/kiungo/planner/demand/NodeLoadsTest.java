package org.kiungo.planner.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;

class NodeLoadsTest {

  private static final PlanningProblem WORLD = SmallWorlds.line(3);
  private static final Plan PLAN =
      Planner.plan(WORLD, SmallWorlds.scenario(1e6, 0), Progress.NONE, () -> false).plan();

  private static NodeLoads loads(double capacityMbps) {
    List<NetworkNode> nodes =
        WORLD.nodes().stream().map(node -> node.withCapacityMbps(capacityMbps)).toList();
    return NodeLoads.of(nodes, PLAN);
  }

  @Test
  void nodesThatWouldSellMoreThanTheirLimitAreCounted() {
    double bought = PLAN.sites().stream().mapToDouble(Plan.AccessSite::loadMbps).sum();
    assertThat(bought).isPositive();
    NodeLoads over = loads(bought / 2);
    assertThat(over.limited()).isEqualTo(1);
    assertThat(over.over()).isEqualTo(1);
    assertThat(over.mostMbps()).isCloseTo(bought, org.assertj.core.data.Offset.offset(1e-6));
    assertThat(loads(bought * 2)).isEqualTo(new NodeLoads(1, 0, 0));
  }

  @Test
  void withoutAKnownLimitThereIsNothingToTell() {
    assertThat(loads(Double.NaN)).isEqualTo(new NodeLoads(0, 0, 0));
  }
}
