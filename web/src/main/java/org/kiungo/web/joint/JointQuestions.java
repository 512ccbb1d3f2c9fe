package org.kiungo.web.joint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kiungo.planner.compare.JointPair;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.job.JobLine;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobSource;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.language.CountryWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.PlanningMemory;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Service;

/**
 * Takes questions what planning the countries of a plan together is worth, says how they stand.
 * Plans never change, so that whatever was answered is not asked again.
 */
@Service
public class JointQuestions implements JobSource {

  private final Jobs jobs;
  private final Plans plans;
  private final PlanningMemory memory;

  JointQuestions(Jobs jobs, Plans plans, PlanningMemory memory) {
    this.jobs = jobs;
    this.plans = plans;
    this.memory = memory;
  }

  /**
   * Begins to plan the countries of a plan one by one, unless that was begun already.
   *
   * @throws InputRefused for a plan of one country, or of a goal that is not compared
   */
  public JointAnswer ask(String planId, Words words) {
    return shown(ask(planId), words);
  }

  private JobRow ask(String planId) {
    if (!JointPair.isAskedOfEach(plan(planId).scenario())) {
      throw new InputRefused("joint.question", "field", "countries");
    }
    memory.require(plans.countPlaces(planId));
    return jobs.ask(new Jobs.Ask(JointWork.KIND, planId, "{}", planId, "joint.start"));
  }

  public JointAnswer get(String planId, Words words) {
    plan(planId);
    return find(planId).map(row -> shown(row, words)).orElse(JointAnswer.NONE);
  }

  /** Stops what is asked of a plan; what is not asked, or over, stays as it is. */
  public void stop(String planId) {
    plan(planId);
    find(planId).ifPresent(jobs::stop);
  }

  private PlanSummary plan(String id) {
    return plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
  }

  /** The one that waits, is under way or has an answer, else the last that ended without one. */
  private Optional<JobRow> find(String planId) {
    return jobs.findByKey(JointWork.KIND, planId)
        .or(() -> jobs.listAbout(JointWork.KIND, planId).stream().findFirst());
  }

  private JointAnswer shown(JobRow row, Words words) {
    Optional<JointWorth> found =
        Optional.ofNullable(row.result())
            .map(result -> JobTable.JSON.readValue(result, JointWorth.class));
    return new JointAnswer(
        row.id(),
        row.state(),
        jobs.before(row),
        jobs.doneRatio(row),
        found.orElse(null),
        found.map(worth -> sentences(worth, words)).orElse(List.of()),
        JobSource.failure(row, words));
  }

  private static List<String> sentences(JointWorth worth, Words words) {
    return Stream.concat(
            JointSentences.worth(worth, words).stream(),
            JointSentences.countries(worth, each -> CountryWords.name(each, words), words).stream())
        .toList();
  }

  @Override
  public String queue() {
    return JointWork.KIND;
  }

  @Override
  public String again(String id) {
    JobRow row = jobs.find(JointWork.KIND, id).orElseThrow(() -> ApiRefusal.unknown("joint", id));
    return ask(row.subject()).id();
  }

  @Override
  public List<JobLine> lines(Words words) {
    return jobs.list(JointWork.KIND, LISTED).stream().map(row -> line(row, words)).toList();
  }

  private JobLine line(JobRow row, Words words) {
    Optional<PlanSummary> plan = plans.find(row.subject());
    List<String> countries = plan.map(each -> each.scenario().countries()).orElse(List.of());
    String page =
        countries.isEmpty()
            ? null
            : "/countries/" + countries.get(0) + "?plan=" + row.subject() + "#worth";
    boolean waits = row.state() == JobState.QUEUED;
    return new JobLine(
        row.id(),
        JointWork.KIND,
        words.text(
            "job.name.joint",
            plan.map(each -> each.name().isBlank() ? each.letter() : each.name())
                .orElse(row.subject())),
        countries,
        row.state(),
        jobs.before(row),
        new JobLine.Progress("", waits ? Double.NaN : jobs.doneRatio(row), Double.NaN, 0, null),
        row.asked(),
        new JobLine.Ways(
            page,
            row.state() == JobState.FINISHED ? page : null,
            null,
            row.state().isOver() ? null : "/plans/" + row.subject() + "/joint/stop",
            row.state() == JobState.FINISHED ? null : againAt(row.id(), row.state())),
        JobSource.failure(row, words),
        null);
  }
}
