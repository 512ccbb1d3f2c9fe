package org.kiungo.web.doubt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobSource;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanContent;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.scenario.PlanningMemory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/** Takes questions what a plan loses in futures, says how they stand and what came of them. */
@Service
public class Doubts extends Studies<DoubtAsked, DoubtContent, DoubtAnswer> {

  /** Futures where nobody says how many: an interval of some use, within minutes. */
  public static final int FUTURES = 20;

  private final Plans plans;

  /** By study; neither it nor its plan ever changes. */
  private final Map<String, SignNow> signed = new ConcurrentHashMap<>();

  Doubts(Jobs jobs, Plans plans, PlanningMemory memory, @Qualifier("doubtWork") StudyWork work) {
    super(StudyKind.DOUBT, jobs, plans, memory, work);
    this.plans = plans;
  }

  /**
   * Begins to study a plan in so many futures, unless that was begun already.
   *
   * @param firstUsd what to sign first may cost; null = {@link #firstUsd}
   */
  public DoubtAnswer ask(String planId, int futures, Double firstUsd, Words words) {
    double budgetUsd = plans.getFolder(planId).scenario().budgetUsd();
    return ask(planId, DoubtAsked.of(futures, firstUsd, budgetUsd), words);
  }

  /** What to sign first of a budget costs where nobody says, USD. */
  public static double firstUsd(double budgetUsd) {
    return DoubtAsked.firstUsd(budgetUsd);
  }

  @Override
  DoubtContent read(String id, Path folder, PlanVerdict verdict) throws IOException {
    return DoubtContent.read(id, folder, verdict);
  }

  @Override
  DoubtContent changed(String id, PlanVerdict verdict) {
    return DoubtContent.changed(id, verdict);
  }

  @Override
  DoubtAnswer none() {
    return DoubtAnswer.NONE;
  }

  @Override
  DoubtAnswer shown(JobRow row, DoubtAsked asked, Optional<DoubtContent> found, Words words) {
    Optional<Told> told = found.flatMap(each -> told(row.subject(), each));
    return new DoubtAnswer(
        row.id(),
        row.state(),
        before(row),
        doneRatio(row),
        row.attempts(),
        JobRow.ATTEMPTS,
        asked.futures(),
        told.map(Told::doubt).orElse(null),
        told.map(Told::signNow).orElse(null),
        found.map(each -> each.verdict().verdict()).orElse(null),
        JobSource.failure(row, words));
  }

  /**
   * What a study says.
   *
   * @param signNow what can be signed of the plan
   */
  public record Told(Doubt doubt, SignNow signNow) {}

  /** What the last study of a plan says, where it may be told. */
  public Optional<Told> findTold(String planId) {
    return findLast(planId).flatMap(each -> told(planId, each));
  }

  private Optional<Told> told(String planId, DoubtContent content) {
    return content.verdict().isRefused()
        ? Optional.empty()
        : Optional.of(new Told(content.doubt(), signNow(planId, content)));
  }

  /** What of a plan can be signed now by a study of it. */
  public SignNow signNow(String planId, DoubtContent content) {
    return signed.computeIfAbsent(
        content.id(),
        id -> SignNow.of(plans.content(planId), content.places(), content.doubt().futures()));
  }

  /** The plan of a study that is finished. */
  public String getPlan(String id) {
    return getFinished(id).subject();
  }

  /** What came of a study that is finished. */
  public DoubtContent getContent(String id) {
    return content(getFinished(id));
  }

  /** Every place of a study that is finished, in the order of the plan's. */
  List<PlaceInDoubt> getPlaces(String id) {
    JobRow row = getFinished(id);
    return places(row.subject(), content(row));
  }

  /** The same of what came of one. */
  public List<PlaceInDoubt> places(String planId, DoubtContent content) {
    PlanContent plan = plans.content(planId);
    Map<String, PlanContent.Place> known =
        plan.places().stream()
            .collect(Collectors.toMap(each -> each.settlement().id(), Function.identity()));
    return content.places().stream()
        .map(row -> PlaceInDoubt.of(row, known.get(row.settlementId()), plan))
        .toList();
  }
}
