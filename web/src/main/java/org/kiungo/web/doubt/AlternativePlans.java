package org.kiungo.web.doubt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.alternative.AlternativesFolder;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobSource;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.scenario.PlanningMemory;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Takes questions what other plans there are, says how they stand and what came of them. */
@Service
public class AlternativePlans
    extends Studies<AlternativesAsked, AlternativesContent, AlternativesAnswer> {

  /** Where nobody says more: as many as a page shows at once, as near as plans are told apart. */
  public static final int COUNT = 6;

  public static final double WITHIN_RATIO = 0.02;

  private final Plans plans;

  AlternativePlans(
      Jobs jobs,
      Plans plans,
      PlanningMemory memory,
      @Qualifier("alternativesWork") StudyWork work) {
    super(StudyKind.ALTERNATIVES, jobs, plans, memory, work);
    this.plans = plans;
  }

  /** Begins to search for so many, unless that was begun already. */
  public AlternativesAnswer ask(String planId, double withinRatio, int count, Words words) {
    return ask(planId, new AlternativesAsked(withinRatio, count), words);
  }

  /**
   * Keeps one as a plan of its own, which is verified anew.
   *
   * @param number 1 for the first
   * @throws ApiRefusal where there is no such study or plan, or a file of it is not as it was kept
   */
  public PlanSummary keep(String id, int number) {
    AlternativesContent content = content(getFinished(id));
    if (content.verdict().isRefused()) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "alternatives.refused", id);
    }
    if (number < 1 || number > content.alternatives().alternatives().size()) {
      throw ApiRefusal.unknown("alternative", String.valueOf(number));
    }
    Path files = getFiles(id).resolve(AlternativesFolder.folder(number));
    try {
      String kept = plans.add(PlanFolder.read(files), "run", null);
      return plans.find(kept).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  AlternativesContent read(String id, Path folder, PlanVerdict verdict) throws IOException {
    return AlternativesContent.read(id, folder, verdict);
  }

  @Override
  AlternativesContent changed(String id, PlanVerdict verdict) {
    return AlternativesContent.changed(id, verdict);
  }

  @Override
  AlternativesAnswer none() {
    return AlternativesAnswer.NONE;
  }

  @Override
  AlternativesAnswer shown(
      JobRow row, AlternativesAsked asked, Optional<AlternativesContent> found, Words words) {
    return new AlternativesAnswer(
        row.id(),
        row.state(),
        before(row),
        doneRatio(row),
        row.attempts(),
        JobRow.ATTEMPTS,
        asked.withinRatio(),
        asked.count(),
        found
            .filter(each -> !each.verdict().isRefused())
            .map(AlternativesContent::alternatives)
            .orElse(null),
        found.map(each -> each.verdict().verdict()).orElse(null),
        JobSource.failure(row, words));
  }
}
