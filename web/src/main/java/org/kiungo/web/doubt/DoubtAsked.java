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
 */
record DoubtAsked(int futures) implements StudyAsked {

  /** What to sign first is told for one part of the budget in so many. */
  private static final int FIRST_OF = 3;

  @Override
  public void requireRanges() {
    if (futures < DoubtStudy.FEWEST || futures > DoubtStudy.MOST) {
      throw new InputRefused(
          "field.range",
          "field",
          "futures",
          "value",
          futures,
          "low",
          DoubtStudy.FEWEST,
          "high",
          DoubtStudy.MOST);
    }
  }

  @Override
  public String key() {
    return String.valueOf(futures);
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
                Math.ceil(plan.scenario().budgetUsd() / FIRST_OF)),
            Spread.threads(plan.scenario().threads()),
            progress)
        .write(out);
  }
}
