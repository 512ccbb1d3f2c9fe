package org.kiungo.planner.doubt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.Doubt.Choice;
import org.kiungo.planner.folder.doubt.Doubt.Regret;

/**
 * Which candidate is best for what may be wanted of a plan: picked by every first of two futures,
 * judged by the others.
 */
final class Choices {

  private final double[] bounds;
  private final List<double[]> values;

  /**
   * @param bounds by future
   * @param values by candidate, then future; the first are those of the plan in doubt
   */
  Choices(double[] bounds, List<double[]> values) {
    this.bounds = bounds;
    this.values = values;
  }

  /** Id of a candidate by its place among them. */
  static String id(int candidate) {
    return candidate == 0 ? Doubt.PLAN : String.valueOf(candidate);
  }

  /** Candidates by objective. */
  int[] picked() {
    return Doubt.OBJECTIVES.stream().mapToInt(this::best).toArray();
  }

  /** Of two alike the earlier. */
  private int best(String objective) {
    int best = 0;
    for (int c = 1; c < values.size(); c++) {
      best = score(objective, c) > score(objective, best) ? c : best;
    }
    return best;
  }

  private double score(String objective, int candidate) {
    double[] asked = Regrets.half(values.get(candidate), 0);
    return switch (objective) {
      case "mean" -> Regrets.mean(asked);
      case "worstTenth" -> Regrets.worstTenth(asked);
      default -> -Regrets.of(Regrets.half(bounds, 0), asked).worst();
    };
  }

  Doubt.Choices told() {
    double[] judges = Regrets.half(bounds, 1);
    int[] picked = picked();
    List<Choice> choices = new ArrayList<>();
    for (int o = 0; o < picked.length; o++) {
      double[] found = Regrets.half(values.get(picked[o]), 1);
      double[] over = Regrets.half(values.get(0), 1);
      Arrays.setAll(over, k -> found[k] - over[k]);
      Regret regret = Regrets.of(judges, found);
      choices.add(
          new Choice(
              Doubt.OBJECTIVES.get(o),
              id(picked[o]),
              Regrets.interval(found),
              Regrets.worstTenth(found),
              regret,
              Regrets.interval(over)));
    }
    return new Doubt.Choices(
        judges.length, Regrets.mean(judges), Regrets.worstTenth(judges), choices);
  }
}
