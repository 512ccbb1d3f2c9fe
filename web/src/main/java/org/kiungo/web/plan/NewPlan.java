package org.kiungo.web.plan;

import java.nio.file.Path;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.plan.verdict.PlanVerdict;

/**
 * A plan that is written and not yet kept.
 *
 * @param id that it will have
 * @param folder what it holds
 * @param files where it lies until then
 * @param verdict what verifying those files said
 */
public record NewPlan(String id, PlanFolder folder, Path files, PlanVerdict verdict) {

  /** Throws away what was not kept. */
  public void discard() {
    Durable.discard(files);
  }
}
