package org.kiungo.planner.explain;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.explain.BuiltWorks.Bought;
import org.kiungo.planner.explain.BuiltWorks.Item;
import org.kiungo.planner.explain.BuiltWorks.Part;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.Figure;

/**
 * What each thing of a plan is first paid where every price of the catalogue stands at an end of
 * its range, as {@link CostRange} has the sum of.
 */
public final class WorkRange {

  private record Key(Bought bought, Item item) {}

  private final Map<Key, Long> low;
  private final Map<Key, Long> high;

  private WorkRange(Map<Key, Long> low, Map<Key, Long> high) {
    this.low = low;
    this.high = high;
  }

  /** Of a plan's works. */
  public static WorkRange of(PlanningProblem problem, Plan plan) {
    return new WorkRange(end(problem, plan, Figure::low), end(problem, plan, Figure::high));
  }

  private static Map<Key, Long> end(
      PlanningProblem problem, Plan plan, ToDoubleFunction<Figure> end) {
    PlanningProblem at = CostRange.priced(problem, end);
    Map<Key, Long> cents = new HashMap<>();
    for (Part each : BuiltWorks.parts(at, CostRange.repriced(at, plan))) {
      cents.merge(key(each), each.work().cost().capexCents(), Long::sum);
    }
    return cents;
  }

  private static Key key(Part part) {
    return new Key(part.bought(), part.work().item());
  }

  /** At the low ends, cents. */
  public long lowCapexCents(Part part) {
    return low.getOrDefault(key(part), 0L);
  }

  /** At the high ends, cents. */
  public long highCapexCents(Part part) {
    return high.getOrDefault(key(part), 0L);
  }
}
