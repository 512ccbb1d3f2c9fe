package org.kiungo.web.attribution;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.kiungo.planner.compare.Attribution;
import org.kiungo.web.draft.Drafts;
import org.kiungo.web.job.JobLine;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobSource;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.scenario.PlanningMemory;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Takes questions which change brings how much, says how they stand. Plans never change, so that
 * whatever was answered is not asked again.
 */
@Service
class Attributions implements JobSource {

  private final Jobs jobs;
  private final Plans plans;
  private final Drafts drafts;
  private final PlanningMemory memory;

  Attributions(Jobs jobs, Plans plans, Drafts drafts, PlanningMemory memory) {
    this.jobs = jobs;
    this.plans = plans;
    this.drafts = drafts;
    this.memory = memory;
  }

  /** Begins that of the difference between two plans, unless it was begun already. */
  AttributionAnswer ofPlans(String from, String to, Words words) {
    boolean same =
        Attribution.sameFacts(plans.getFolder(from).problem(), plans.getFolder(to).problem());
    if (!same) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "comparison.inputs", from, to);
    }
    return shown(ask(AttributionSubject.ofPlans(from, to), "{}"), words);
  }

  /** Begins that of the edits of a draft that hold, unless it was begun already. */
  AttributionAnswer ofEdits(String draftId, Words words) {
    Drafts.Held held = drafts.held(draftId);
    return shown(ask(subject(draftId, held), held.edits()), words);
  }

  private static AttributionSubject subject(String draftId, Drafts.Held held) {
    return AttributionSubject.ofEdits(held.planId(), draftId, held.hash());
  }

  private JobRow ask(AttributionSubject subject, String body) {
    memory.require(plans.countPlaces(subject.from()));
    String text = subject.text();
    return jobs.ask(new Jobs.Ask(AttributionWork.KIND, text, body, text, "attribution.start"));
  }

  AttributionAnswer getOfPlans(String from, String to, Words words) {
    requirePlan(from);
    requirePlan(to);
    return found(AttributionSubject.ofPlans(from, to), words);
  }

  private void requirePlan(String id) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
  }

  AttributionAnswer getOfEdits(String draftId, Words words) {
    return found(subject(draftId, drafts.held(draftId)), words);
  }

  private AttributionAnswer found(AttributionSubject subject, Words words) {
    return find(subject).map(row -> shown(row, words)).orElse(AttributionAnswer.NONE);
  }

  /** Stops what is asked of two plans; what is not asked, or over, stays as it is. */
  void stopOfPlans(String from, String to) {
    requirePlan(from);
    requirePlan(to);
    find(AttributionSubject.ofPlans(from, to)).ifPresent(jobs::stop);
  }

  void stopOfEdits(String draftId) {
    find(subject(draftId, drafts.held(draftId))).ifPresent(jobs::stop);
  }

  /** The one that waits, is under way or has an answer, else the last that ended without one. */
  private Optional<JobRow> find(AttributionSubject subject) {
    String text = subject.text();
    return jobs.findByKey(AttributionWork.KIND, text)
        .or(
            () ->
                jobs.list(AttributionWork.KIND, LISTED).stream()
                    .filter(row -> row.subject().equals(text))
                    .findFirst());
  }

  private AttributionAnswer shown(JobRow row, Words words) {
    return AttributionAnswer.of(row, jobs.before(row), jobs.doneRatio(row), words);
  }

  @Override
  public String queue() {
    return AttributionWork.KIND;
  }

  @Override
  public String again(String id) {
    JobRow row =
        jobs.find(AttributionWork.KIND, id)
            .orElseThrow(() -> ApiRefusal.unknown("attribution", id));
    return ask(AttributionSubject.of(row), row.body()).id();
  }

  @Override
  public List<JobLine> lines(Words words) {
    return jobs.list(AttributionWork.KIND, LISTED).stream().map(row -> line(row, words)).toList();
  }

  private JobLine line(JobRow row, Words words) {
    AttributionSubject asked = AttributionSubject.of(row);
    List<String> countries =
        plans.find(asked.from()).map(each -> each.scenario().countries()).orElse(List.of());
    String page = asked.page(countries.isEmpty() ? "" : countries.get(0));
    boolean waits = row.state() == JobState.QUEUED;
    return new JobLine(
        row.id(),
        AttributionWork.KIND,
        asked.to() == null
            ? words.text("job.name.edits", name(asked.from(), words))
            : words.text(
                "job.name.attribution", name(asked.to(), words), name(asked.from(), words)),
        countries,
        row.state(),
        jobs.before(row),
        new JobLine.Progress("", waits ? Double.NaN : jobs.doneRatio(row), Double.NaN, 0, null),
        row.asked(),
        new JobLine.Ways(
            page,
            row.state() == JobState.FINISHED ? page : null,
            null,
            row.state().isOver() ? null : asked.stopAddress(),
            row.state() == JobState.FINISHED ? null : againAt(row.id(), row.state())),
        JobSource.failure(row, words),
        weakerVerdict(asked));
  }

  /** Of two plans what can be said of both. */
  private String weakerVerdict(AttributionSubject asked) {
    return Stream.of(asked.from(), asked.to())
        .filter(Objects::nonNull)
        .flatMap(each -> plans.find(each).stream())
        .map(PlanSummary::verification)
        .max(PlanVerdict.STRONGEST_FIRST)
        .map(PlanVerdict::verdict)
        .orElse(null);
  }

  private String name(String planId, Words words) {
    return plans.find(planId).map(plan -> name(plan, words)).orElse(planId);
  }

  /** A plan without a name is known by its letter. */
  private static String name(PlanSummary plan, Words words) {
    return plan.name().matches("\\s*(\\(\\d+\\))?")
        ? plan.letter()
        : words.text("ui.plan.card", plan.letter(), plan.name());
  }
}
