package org.kiungo.web.doubt;

import java.io.IOException;
import java.nio.file.Path;
import org.kiungo.planner.alternative.AlternativeStudy;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Progress;

/**
 * Other plans of the same question.
 *
 * @param withinRatio share of the plan's value that each may miss
 * @param count how many are wanted
 */
record AlternativesAsked(double withinRatio, int count) implements StudyAsked {

  @Override
  public void requireRanges() {
    AlternativeStudy.requireRanges(withinRatio, count);
  }

  @Override
  public String key() {
    return withinRatio + "," + count;
  }

  @Override
  public Object[] told() {
    return new Object[] {count, withinRatio};
  }

  @Override
  public void study(PlanFolder plan, Path out, Progress progress) throws IOException {
    AlternativeStudy.of(plan, withinRatio, count, plan.scenario().threads(), progress).write(out);
  }
}
