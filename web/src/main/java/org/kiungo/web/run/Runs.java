package org.kiungo.web.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kiungo.planner.compare.LeverPair;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.job.JobFailure;
import org.kiungo.web.job.JobLine;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobSource;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.PlanningMemory;
import org.kiungo.web.scenario.ScenarioRules;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Takes scenarios, says how their runs stand, stops them. */
@Service
class Runs implements JobSource {

  private static final int LISTED = 100;

  private final Jobs jobs;
  private final RunWork work;
  private final ScenarioRules rules;
  private final PlanningMemory memory;
  private final Checkpoints checkpoints;
  private final Plans plans;

  Runs(
      Jobs jobs,
      RunWork work,
      ScenarioRules rules,
      PlanningMemory memory,
      Checkpoints checkpoints,
      Plans plans) {
    this.plans = plans;
    this.jobs = jobs;
    this.work = work;
    this.rules = rules;
    this.memory = memory;
    this.checkpoints = checkpoints;
  }

  /** Queues what an older version left unfinished, and forgets what ended runs left. */
  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    List<JobRow> unfinished = jobs.listUnfinished(RunWork.KIND);
    checkpoints.keepOnly(unfinished.stream().map(JobRow::id).collect(Collectors.toSet()));
    unfinished.forEach(jobs::submit);
  }

  /**
   * Queues a run.
   *
   * @param lever id of one of the scenario's levers, to make the plan without it too; null for one
   *     plan
   * @param idempotencyKey the same key with the same scenario gives the same run; null for none
   */
  RunRow start(Scenario scenario, String lever, String idempotencyKey) {
    rules.require(scenario);
    memory.require(scenario);
    if (lever != null) {
      LeverPair.getLever(scenario, lever);
    }
    String text = new String(ScenarioFile.write(scenario), StandardCharsets.UTF_8);
    String subject = lever == null ? "" : lever;
    return RunRow.of(
        jobs.ask(new Jobs.Ask(RunWork.KIND, subject, text, idempotencyKey, "run.start")));
  }

  RunRow get(String id) {
    return RunRow.of(job(id));
  }

  private JobRow job(String id) {
    return jobs.find(RunWork.KIND, id).orElseThrow(() -> ApiRefusal.unknown("run", id));
  }

  List<RunRow> list() {
    return jobs.list(RunWork.KIND, LISTED).stream().map(RunRow::of).toList();
  }

  /** Stops a run and keeps its best plan; a run that is over stays as it is. */
  void stop(String id) {
    jobs.stop(job(id));
  }

  /** The best plan of a run so far; empty before the first and once the run is over. */
  Optional<BestSoFar.Drawn> askForBest(String id) {
    get(id);
    return work.find(id).flatMap(LiveRun::askForBest);
  }

  /** Everything that happened in a run; of one that ended before a restart, only the end. */
  RunEvents events(String id) {
    return work.feeds().of(get(id));
  }

  @Override
  public String queue() {
    return RunWork.KIND;
  }

  @Override
  public String again(String id) {
    RunRow row = get(id);
    return start(scenario(row), row.lever(), null).id();
  }

  @Override
  public List<JobLine> lines(Words words) {
    return jobs.list(RunWork.KIND, LISTED).stream()
        .map(RunRow::of)
        .map(
            row ->
                RunLine.of(
                    shown(row, words), row, plan(row), againAt(row.id(), row.state()), words))
        .toList();
  }

  /** The plan it made, as the list has it; null until then. */
  private PlanSummary plan(RunRow row) {
    return row.planId() == null ? null : plans.find(row.planId()).orElse(null);
  }

  private static Scenario scenario(RunRow row) {
    return ScenarioFile.read(row.scenario().getBytes(StandardCharsets.UTF_8));
  }

  Run shown(RunRow row, Words words) {
    RunProgress progress = work.find(row.id()).map(LiveRun::progress).orElse(row.progress());
    return new Run(
        row.id(),
        row.state(),
        progress.phase(),
        progress.doneRatio(),
        progress.value(),
        progress.bound(),
        progress.gapRatio(),
        progress.people(),
        progress.elapsedSeconds(),
        progress.drawn(),
        jobs.before(row.job()),
        row.planId(),
        ScenarioFile.read(row.scenario().getBytes(StandardCharsets.UTF_8)),
        row.lever(),
        row.withoutPlanId(),
        JobFailure.of(row.job(), words));
  }
}
