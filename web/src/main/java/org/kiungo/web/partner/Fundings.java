package org.kiungo.web.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.kiungo.planner.folder.funding.PartnerFile;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.job.JobLine;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobSource;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.PlanningMemory;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Takes questions who pays for a plan, says how they stand, keeps answers as plans. */
@Service
public class Fundings implements JobSource {

  private final Jobs jobs;
  private final FundingAnswers answers;
  private final PartnerSets sets;
  private final Plans plans;
  private final ProjectStates states;
  private final AuditLog audit;
  private final PlanningMemory memory;

  Fundings(
      Jobs jobs,
      FundingAnswers answers,
      PartnerSets sets,
      Plans plans,
      ProjectStates states,
      AuditLog audit,
      PlanningMemory memory) {
    this.jobs = jobs;
    this.answers = answers;
    this.sets = sets;
    this.plans = plans;
    this.states = states;
    this.audit = audit;
    this.memory = memory;
  }

  /**
   * Queues a question; what can be seen to be wrong with it is refused at once.
   *
   * @param body JSON
   * @param key the same key with the same question gives the same one; null for none
   */
  String ask(String planId, byte[] body, String key) {
    memory.require(
        plans.find(planId).orElseThrow(() -> ApiRefusal.unknown("plan", planId)).settlements());
    FundingBody asked = FundingBody.read(body, sets::partnership);
    answers.asked(planId, asked);
    return jobs.ask(new Jobs.Ask(FundingWork.KIND, planId, asked.text(), key, "funding.ask")).id();
  }

  FundingRequest get(String id, Words words) {
    JobRow row = row(id);
    return FundingRequest.of(row, jobs.before(row), words);
  }

  /** What was found, against what stood before. */
  Funded answer(String id, Words words) {
    String plan = answered(id).subject();
    return Funded.of(
        plan,
        plans.getFolder(plan),
        answers.read(id),
        answers.standing(plan),
        states.states(plan),
        words);
  }

  /**
   * Who pays for a plan.
   *
   * @throws ApiRefusal 404 where it does not say
   */
  Funded ofPlan(String planId, Words words) {
    return findOfPlan(planId, words).orElseThrow(() -> ApiRefusal.unknown("funding", planId));
  }

  /** Who pays for a plan, where it says so. */
  public Optional<Funded> findOfPlan(String planId, Words words) {
    plans.find(planId).orElseThrow(() -> ApiRefusal.unknown("plan", planId));
    return Optional.ofNullable(answers.standing(planId))
        .map(
            standing ->
                Funded.of(
                    planId, plans.getFolder(planId), standing, null, states.states(planId), words));
  }

  /** What an answer says of who would pay for a plan; empty where there is none of that plan. */
  public Optional<Funded> findAnswer(String planId, String id, Words words) {
    return jobs.find(FundingWork.KIND, id)
        .filter(row -> row.subject().equals(planId) && answers.isThere(id))
        .map(row -> answer(id, words));
  }

  /** The partners that a question named, as a file has them; null where it was who leaves. */
  public String partnersOfAnswer(String id) {
    if (!FundingRequest.without(row(id)).isEmpty()) {
      return null;
    }
    try {
      return new String(PartnerFile.write(answers.read(id).partnership()), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which project serves which place of a plan, numbered as {@link #ofPlan} lists them. */
  byte[] pointsOfPlan(String planId) {
    Funded funded = ofPlan(planId, Words.in("en"));
    return points(planId, answers.standing(planId), funded);
  }

  /** The same for an answer. */
  byte[] pointsOfAnswer(String id) {
    Funded funded = answer(id, Words.in("en"));
    return points(funded.planId(), answers.read(id), funded);
  }

  private byte[] points(String planId, FundingResult result, Funded funded) {
    List<String> ids = funded.projects().stream().map(row -> row.project().id()).toList();
    return FundingPoints.encode(plans.content(planId), result.projects(), ids);
  }

  @Override
  public String queue() {
    return FundingWork.KIND;
  }

  @Override
  public String again(String id) {
    JobRow row = row(id);
    return ask(row.subject(), row.body().getBytes(StandardCharsets.UTF_8), null);
  }

  @Override
  public List<JobLine> lines(Words words) {
    return jobs.list(FundingWork.KIND, LISTED).stream().map(row -> line(row, words)).toList();
  }

  private JobLine line(JobRow row, Words words) {
    Optional<PlanSummary> plan = plans.find(row.subject());
    String page = "/plans/" + row.subject() + "/partners?ask=" + row.id();
    boolean over = row.state().isOver();
    return new JobLine(
        row.id(),
        FundingWork.KIND,
        words.text("job.name.funding", plan.map(PlanSummary::name).orElse(row.subject())),
        plan.map(each -> each.scenario().countries()).orElse(List.of()),
        row.state(),
        jobs.before(row),
        JobLine.Progress.NONE,
        row.asked(),
        new JobLine.Ways(
            page,
            answers.isThere(row.id()) ? page : null,
            null,
            over ? null : "/fundings/" + row.id() + "/stop",
            againAt(row.id(), row.state())),
        JobSource.failure(row, words),
        plan.map(PlanSummary::verdict).orElse(null));
  }

  void stop(String id) {
    jobs.stop(row(id));
  }

  PlanSummary keep(String id) {
    String planId = answered(id).subject();
    String kept =
        audit.together(
            "funding.keep",
            plan -> id + " " + plan,
            () -> {
              String plan = answers.keep(id, planId);
              states.copy(planId, plan);
              return plan;
            });
    return plans.find(kept).orElseThrow();
  }

  private JobRow answered(String id) {
    JobRow row = row(id);
    if (!answers.isThere(id)) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "funding.no-answer", id);
    }
    return row;
  }

  private JobRow row(String id) {
    return jobs.find(FundingWork.KIND, id).orElseThrow(() -> ApiRefusal.unknown("funding", id));
  }
}
