package org.kiungo.planner.alternative;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.doubt.DoubtWorlds;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.alternative.AlternativesFolder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;

/** Worlds in which many plans are about as good. */
public final class AlternativeWorlds {

  /** Enough for four places with cables, or two with masts. */
  public static final double BUDGET_USD = 210_000;

  private AlternativeWorlds() {}

  /**
   * Eight places of 500 to 535 people around a node, 13 km from it and 10 km from one another, so
   * that each needs a site and a hop of its own: about 50,000 USD with cables, 85,000 with a mast.
   */
  public static PlanningProblem star() {
    List<Settlement> settlements = new ArrayList<>();
    for (int k = 0; k < 8; k++) {
      double angle = Math.PI / 4 * (k + 0.5);
      double lat = 9 + 0.12 * StrictMath.sin(angle);
      settlements.add(
          SmallWorlds.settlement("s" + k, 2 + 0.12 * StrictMath.cos(angle), lat, 500 + 5 * k)
              .withDistrict(lat > 9 ? "North" : "South"));
    }
    return SmallWorlds.problem(
        settlements,
        List.of(SmallWorlds.node("N", 2, 9)),
        List.of(),
        List.of(),
        List.of(SmallWorlds.mast(), SmallWorlds.cable()));
  }

  /** Its best plan. */
  public static PlanFolder planned() {
    return DoubtWorlds.planned(star(), BUDGET_USD);
  }

  /** Alternatives to that within a tenth. */
  public static AlternativesFolder found(int count, int threads) {
    return AlternativeStudy.of(planned(), 0.1, count, threads, Progress.NONE);
  }
}
