package org.kiungo.web.doubt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.lot.WorkStates;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.progress.ProgressStudy;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobSource;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.progress.ProgressWords;
import org.kiungo.web.scenario.PlanningMemory;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Plans the rest of plans anew, and keeps what came of it as plans of their own. */
@Service
public class ProgressPlans extends Studies<ProgressAsked, ProgressContent, ProgressAnswer> {

  private final Plans plans;

  ProgressPlans(
      Jobs jobs, Plans plans, PlanningMemory memory, @Qualifier("progressWork") StudyWork work) {
    super(StudyKind.PROGRESS, jobs, plans, memory, work);
    this.plans = plans;
  }

  /**
   * Begins, unless that was begun already for the same rows.
   *
   * @param planName by which whoever asks knows the plan
   * @param moreUsd new money in the rest; below 0 what went
   */
  public ProgressAnswer ask(
      String planId,
      String planName,
      Reported reported,
      boolean keepSigned,
      double moreUsd,
      Words words) {
    ProgressStudy.Signed signed = new ProgressStudy.Signed(planId, planName);
    return ask(planId, new ProgressAsked(reported, keepSigned, moreUsd, signed), words);
  }

  /** Keeps the rest planned anew as a plan of its own, which is verified anew. */
  public PlanSummary keep(String id) {
    if (content(getFinished(id)).verdict().isRefused()) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "progress.refused", id);
    }
    Path files = getFiles(id).resolve(ProgressFolder.AGAIN);
    try {
      return plans.find(plans.add(PlanFolder.read(files), "run", null)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of one that is finished: the plan, its rest and what stands. */
  public Path getFolder(String id) {
    return getFiles(id);
  }

  /** Phases are planned again too. */
  @Override
  public Optional<InputRefused> findRefusal(String planId) {
    return ProgressStudy.findRefusal(plans.getFolder(planId).scenario());
  }

  @Override
  String page(String planId, List<String> countries) {
    return "/plans/" + planId + "/progress";
  }

  @Override
  ProgressContent read(String id, Path folder, PlanVerdict verdict) throws IOException {
    PlanFolder rest = PlanFolder.read(folder.resolve(ProgressFolder.AGAIN));
    return new ProgressContent(
        id,
        ProgressFolder.figures(folder),
        ProgressWords.links(rest),
        WorkStates.of(rest),
        verdict);
  }

  @Override
  ProgressContent changed(String id, PlanVerdict verdict) {
    return new ProgressContent(id, null, Set.of(), null, verdict);
  }

  @Override
  ProgressAnswer none() {
    return ProgressAnswer.NONE;
  }

  @Override
  ProgressAnswer shown(
      JobRow row, ProgressAsked asked, Optional<ProgressContent> found, Words words) {
    return new ProgressAnswer(
        row.id(),
        row.state(),
        before(row),
        doneRatio(row),
        row.attempts(),
        JobSource.failure(row, words));
  }
}
