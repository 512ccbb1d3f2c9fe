package org.kiungo.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

/** Candidate plans whose hubs have two ways; none serves fewer than one for less money. */
final class TwoPathFrontier {

  private TwoPathFrontier() {}

  /** As {@link Planner#frontier}. */
  static List<PlanResult> of(
      PlanningProblem problem,
      Scenario scenario,
      double[] budgetsUsd,
      Progress progress,
      IntFunction<BooleanSupplier> stops) {
    PlanResult[] results = new PlanResult[budgetsUsd.length];
    List<Plan> smaller = new ArrayList<>();
    // NaN comes last in this order
    List<Integer> rising =
        IntStream.range(0, budgetsUsd.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> budgetsUsd[k]))
            .toList();
    double share = 1.0 / budgetsUsd.length;
    for (int k = 0; k < rising.size(); k++) {
      int at = rising.get(k);
      results[at] =
          Planner.plan(
              problem,
              scenario.withBudgetUsd(budgetsUsd[at]),
              List.copyOf(smaller),
              progress.part(k * share, share),
              stops.apply(rising.size() - k));
      smaller.clear();
      smaller.add(results[at].plan());
    }
    return List.of(results);
  }
}
