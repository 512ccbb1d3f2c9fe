package org.kiungo.web.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.JobWork;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.job.PatientWrites;
import org.kiungo.web.plan.NewPlan;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.worker.Unwanted;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes runs, from where they were interrupted. */
@Component
class RunWork implements JobWork {

  static final String KIND = "run";

  private static final Duration KEPT = Duration.ofDays(365);

  private final RunPlanning planning;
  private final Plans plans;
  private final Checkpoints checkpoints;
  private final PatientWrites writes;
  private final TransactionTemplate transactions;
  private final RunMetrics metrics;
  private final RunFeeds feeds = new RunFeeds();
  private volatile LiveRun live;

  RunWork(
      RunPlanning planning,
      Plans plans,
      Checkpoints checkpoints,
      PatientWrites writes,
      TransactionTemplate transactions,
      RunMetrics metrics) {
    this.planning = planning;
    this.plans = plans;
    this.checkpoints = checkpoints;
    this.writes = writes;
    this.transactions = transactions;
    this.metrics = metrics;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The plans that runs made are kept for ever. */
  @Override
  public Optional<Duration> kept() {
    return Optional.of(KEPT);
  }

  RunFeeds feeds() {
    return feeds;
  }

  Optional<LiveRun> find(String id) {
    return Optional.ofNullable(live).filter(run -> run.id().equals(id));
  }

  @Override
  public String work(LiveJob job) {
    if (job.isStopped() && !checkpoints.has(job.id())) {
      throw new Unwanted();
    }
    RunRow row = RunRow.of(job.row());
    LiveRun run = new LiveRun(job, row, checkpoints, feeds.of(row));
    live = run;
    try {
      compute(run);
    } finally {
      live = null;
    }
    return null;
  }

  private void compute(LiveRun run) {
    List<NewPlan> found = planning.plans(run, run.job()::isLeft);
    try {
      boolean kept = !found.isEmpty() && writes.write(run.job()::isGivenUp, () -> keep(run, found));
      if (!kept) {
        throw new Unwanted();
      }
    } finally {
      found.forEach(NewPlan::discard);
    }
  }

  /** Plans and the run's end are kept together or not at all. */
  private void keep(LiveRun run, List<NewPlan> found) {
    try {
      transactions.executeWithoutResult(transaction -> list(run, found));
    } catch (DuplicateKeyException another) {
      // another server listed the same plan in between: now it is known
      transactions.executeWithoutResult(transaction -> list(run, found));
    }
  }

  private void list(LiveRun run, List<NewPlan> found) {
    String planId = plans.add(found.get(0), "run", null);
    String without = found.size() > 1 ? known(found.get(1)) : null;
    run.end(
        found.get(0).folder(), JobTable.JSON.writeValueAsString(new RunRow.Made(planId, without)));
  }

  /** The plan that answers a question is listed once, whoever asked it under which name. */
  private String known(NewPlan plan) {
    return plans
        .findAlike(plan.folder())
        .map(PlanSummary::id)
        .orElseGet(() -> plans.add(plan, "run", null));
  }

  @Override
  public void ended(JobRow row) {
    checkpoints.discard(row.id());
    metrics.end(row.state());
    feeds.finish(RunRow.of(row));
  }

  /** Tells how runs stand that are computed elsewhere. */
  @Override
  public void look(Function<String, Optional<JobRow>> rows) {
    for (String id : feeds.open()) {
      rows.apply(id).ifPresent(row -> feeds.tell(RunRow.of(row), each -> find(each).isPresent()));
    }
  }
}
