package org.kiungo.planner.doubt;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.scenario.Scenario;

/** Small worlds whose figures have ranges: prices of sites and adopters, today's coverage. */
public final class DoubtWorlds {

  /** All layers. */
  public static final List<DoubtLayer> ALL = List.of(DoubtLayer.values());

  private DoubtWorlds() {}

  public static PlanningProblem world(long seed, int places) {
    PlanningProblem plain = SmallWorlds.random(seed, places);
    List<Settlement> settlements = new ArrayList<>();
    for (Settlement each : plain.settlements()) {
      settlements.add(
          settlements.size() % 2 == 0
              ? each
              : each.with()
                  .baselineCoverageRatio(0.25)
                  .baselineLowRatio(0)
                  .baselineHighRatio(0.75)
                  .baselineModelled(true)
                  .build());
    }
    return plain
        .with()
        .settlements(settlements)
        .catalogue(
            plain
                .catalogue()
                .withTechnologies(
                    plain.catalogue().technologies().stream()
                        .map(
                            each ->
                                each.with()
                                    .siteCapexUsd(ranged(each.siteCapexUsd()))
                                    .adopterCapexUsd(ranged(each.adopterCapexUsd()))
                                    .build())
                        .toList()))
        .build();
  }

  private static Figure ranged(Figure f) {
    return new Figure(f.value(), f.value() / 2, f.value() * 1.6, f.year(), f.source(), f.assumed());
  }

  public static PlanFolder planned(PlanningProblem world, double budgetUsd) {
    Scenario scenario = SmallWorlds.scenario(budgetUsd, 200);
    return Planner.folder(world, Planner.plan(world, scenario, Progress.NONE, () -> false));
  }

  public static DoubtFolder doubted(PlanFolder plan, int futures, int threads) {
    return doubted(plan, futures, Double.NaN, threads);
  }

  /**
   * @param firstUsd what to sign now may cost; NaN = no first phase
   */
  public static DoubtFolder doubted(PlanFolder plan, int futures, double firstUsd, int threads) {
    DoubtStudy.Asked asked = new DoubtStudy.Asked(ALL, futures, 7, firstUsd);
    return DoubtStudy.of(plan, asked, Spread.threads(threads), Progress.NONE);
  }
}
