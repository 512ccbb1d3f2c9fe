package org.kiungo.web.doubt;

import java.util.Set;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.lot.WorkStates;
import org.kiungo.web.plan.verdict.PlanVerdict;

/**
 * What pages tell of the rest of a plan that was planned anew.
 *
 * @param id of the study
 * @param report figures; null where the folder is not as it was kept
 * @param links that the rest builds, by their ids
 * @param states what of the rest stands already
 * @param verdict what may be said of the folder
 */
public record ProgressContent(
    String id, ProgressReport report, Set<String> links, WorkStates states, PlanVerdict verdict)
    implements StudyContent<ProgressContent> {

  @Override
  public ProgressContent withVerdict(PlanVerdict other) {
    return new ProgressContent(id, report, links, states, other);
  }
}
