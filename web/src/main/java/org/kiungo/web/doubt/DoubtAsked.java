package org.kiungo.web.doubt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.kiungo.planner.doubt.DoubtLayer;
import org.kiungo.planner.doubt.DoubtStudy;
import org.kiungo.planner.doubt.Spread;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;

/**
 * What a plan loses in futures.
 *
 * @param futures to be drawn
 * @param firstUsd what to sign first may cost; null = {@link #firstUsd a third of the budget}
 */
record DoubtAsked(int futures, Double firstUsd) implements StudyAsked {

  /** What to sign first is told for one part of the budget in so many. */
  private static final int FIRST_OF = 3;

  /** What to sign first costs where nobody says, USD. */
  static double firstUsd(double budgetUsd) {
    return Math.ceil(budgetUsd / FIRST_OF);
  }

  /**
   * @param firstUsd null, or the plan's own third, for just that
   * @throws InputRefused {@code field.range} for none of the budget, or for more than that
   */
  static DoubtAsked of(int futures, Double firstUsd, double budgetUsd) {
    // a plan without a budget is refused for that, as it is without a first part
    if (firstUsd != null && (!(firstUsd >= 1) || firstUsd > budgetUsd)) {
      throw outside("firstUsd", firstUsd, 1, budgetUsd);
    }
    boolean third = firstUsd == null || firstUsd == firstUsd(budgetUsd);
    return new DoubtAsked(futures, third ? null : firstUsd);
  }

  @Override
  public void requireRanges() {
    if (futures < DoubtStudy.FEWEST || futures > DoubtStudy.MOST) {
      throw outside("futures", futures, DoubtStudy.FEWEST, DoubtStudy.MOST);
    }
  }

  private static InputRefused outside(String field, Number value, Number low, Number high) {
    return new InputRefused(
        "field.range", "field", field, "value", value, "low", low, "high", high);
  }

  @Override
  public String key() {
    return firstUsd == null ? String.valueOf(futures) : futures + ":" + firstUsd;
  }

  @Override
  public Object[] told() {
    return new Object[] {futures};
  }

  @Override
  public void study(PlanFolder plan, Path out, Progress progress) throws IOException {
    DoubtStudy.of(
            plan,
            new DoubtStudy.Asked(
                List.of(DoubtLayer.values()),
                futures,
                plan.scenario().seed(),
                firstUsd == null ? firstUsd(plan.scenario().budgetUsd()) : firstUsd),
            Spread.threads(plan.scenario().threads()),
            progress)
        .write(out);
  }
}
