package org.kiungo.web.run;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.job.JobLane;
import org.kiungo.web.job.JobLanes;
import org.kiungo.web.job.Leases.Hold;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.job.PatientWrites;
import org.kiungo.web.plan.NewPlan;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.store.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Computes one run after another, from where it was interrupted. */
@Component
class RunWorker {

  private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

  /** A run that brought a server down twice is not tried a third time. */
  private static final int ATTEMPTS = 2;

  private static final long LOOKED_EVERY_MS = 1_000;

  private final RunRepository repository;
  private final ScenarioPlanner planner;
  private final RunPlanning planning;
  private final Plans plans;
  private final JsonMapper json;
  private final Checkpoints checkpoints;
  private final PatientWrites writes;
  private final TransactionTemplate transactions;
  private final RunMetrics metrics;
  private final JobLane lane;
  private final RunFeeds feeds = new RunFeeds();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "run-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile LiveRun live;
  private volatile boolean closing;

  RunWorker(
      RunRepository repository,
      ScenarioPlanner planner,
      RunPlanning planning,
      Plans plans,
      JsonMapper json,
      Checkpoints checkpoints,
      PatientWrites writes,
      TransactionTemplate transactions,
      JobLanes lanes,
      RunMetrics metrics) {
    this.repository = repository;
    this.planner = planner;
    this.planning = planning;
    this.plans = plans;
    this.json = json;
    this.checkpoints = checkpoints;
    this.writes = writes;
    this.transactions = transactions;
    this.metrics = metrics;
    this.lane = lanes.lane("run_job", this::work);
  }

  /** Begins to compute what waits. */
  void start() {
    lane.start();
    watch.scheduleWithFixedDelay(
        this::look, LOOKED_EVERY_MS, LOOKED_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /** Queues a run, together with what the transaction around writes. */
  void submit(String id) {
    lane.add(id);
  }

  /** Stops a run that is under way here. */
  void stop(String id) {
    find(id).ifPresent(LiveRun::stop);
  }

  RunFeeds feeds() {
    return feeds;
  }

  Optional<RunProgress> findProgress(String id) {
    return find(id).map(LiveRun::progress);
  }

  Optional<BestSoFar.Drawn> askForBest(String id) {
    return find(id).flatMap(LiveRun::askForBest);
  }

  private Optional<LiveRun> find(String id) {
    return Optional.ofNullable(live).filter(run -> run.id().equals(id));
  }

  /** Looks whether the run under way is still wanted and ours, and how runs elsewhere stand. */
  private void look() {
    try {
      LiveRun run = live;
      if (run != null) {
        switch (repository.leases().look(run.lease())) {
          case STOP_ASKED -> run.stop();
          case LOST -> run.lose();
          case HELD -> {}
        }
      }
      for (String id : feeds.open()) {
        repository.findOfAny(id).ifPresent(row -> feeds.tell(row, each -> find(each).isPresent()));
      }
    } catch (DataAccessException away) {
      LOG.debug("how runs stand cannot be read: {}", away.toString());
    }
  }

  /** Does a run's work; false to leave it in the queue. */
  private boolean work(String id) {
    if (closing) {
      return false;
    }
    Optional<Lease> begun = repository.leases().begin(id);
    if (begun.isEmpty()) {
      return true;
    }
    RunRow row = repository.findOfAny(id).orElseThrow();
    LiveRun run = new LiveRun(row, begun.get(), repository, checkpoints, feeds.of(row));
    if (repository.leases().look(run.lease()) == Hold.STOP_ASKED) {
      run.stop();
    }
    if (run.isStopped() && !checkpoints.has(id)) {
      return end(run, RunState.STOPPED, null);
    }
    if (run.lease().attempts() > ATTEMPTS) {
      return end(run, RunState.FAILED, error("run.interrupted", List.of()));
    }
    boolean[] over = new boolean[1];
    live = run;
    try {
      planner.busy(() -> over[0] = Organisation.as(row.organisationId(), () -> compute(run)));
    } finally {
      live = null;
    }
    return over[0];
  }

  private boolean compute(LiveRun run) {
    try {
      List<NewPlan> found = planning.plans(run, () -> closing && !run.isStopped() || run.isLost());
      try {
        return found.isEmpty()
            ? abandon(run)
            : writes.write(() -> closing || run.isLost(), () -> keep(run, found));
      } finally {
        found.forEach(NewPlan::discard);
      }
    } catch (LostLease taken) {
      return true;
    } catch (RunPlanning.Interrupted gone) {
      LOG.warn("{}; it is tried again from its best plan", gone.getMessage());
      return false;
    } catch (InputRefused refused) {
      List<Object> arguments = new ArrayList<>(refused.arguments().values());
      return end(run, RunState.FAILED, error(refused.code(), arguments));
    } catch (RuntimeException | OutOfMemoryError fault) {
      return fault instanceof RuntimeException passing && writes.isPassing(passing)
          ? !writes.write(() -> closing, () -> repository.leases().giveBack(run.lease()))
          : fail(run, fault);
    }
  }

  /** Leaves a run to another server, or to the next start of this one. */
  private boolean abandon(LiveRun run) {
    if (run.isLost()) {
      LOG.info("run {} is another server's now", run.id());
      return true;
    }
    repository.leases().giveBack(run.lease());
    return false;
  }

  private boolean fail(LiveRun run, Throwable fault) {
    String id = UUID.randomUUID().toString();
    LOG.error("fault {} in run {}", id, run.id(), fault);
    return end(run, RunState.FAILED, error("internal", List.of(id)));
  }

  /** Plans and the run's end are kept together or not at all. */
  private void keep(LiveRun run, List<NewPlan> found) {
    try {
      transactions.executeWithoutResult(transaction -> list(run, found));
    } catch (DuplicateKeyException another) {
      // another server listed the same plan in between: now it is known
      transactions.executeWithoutResult(transaction -> list(run, found));
    }
    over(run);
  }

  private void list(LiveRun run, List<NewPlan> found) {
    String planId = plans.add(found.get(0), "run", null);
    if (found.size() > 1) {
      repository.madeWithout(run.id(), plans.add(found.get(1), "run", null));
    }
    if (!run.end(run.isStopped() ? RunState.STOPPED : RunState.FINISHED, planId, null)) {
      run.lose();
      throw new LostLease();
    }
  }

  /** Takes back what was listed for a run that is another server's. */
  private static final class LostLease extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private boolean end(LiveRun run, RunState state, String error) {
    return writes.write(
        () -> closing || run.isLost(),
        () -> {
          run.end(state, null, error);
          over(run);
        });
  }

  private void over(LiveRun run) {
    checkpoints.discard(run.id());
    live = null;
    repository
        .findOfAny(run.id())
        .ifPresent(
            row -> {
              metrics.end(row.state());
              feeds.finish(row);
            });
  }

  private String error(String code, List<Object> arguments) {
    return json.writeValueAsString(
        Map.of("code", code, "arguments", arguments.stream().map(String::valueOf).toList()));
  }

  /** What runs goes back to the queue, for the next start or another server. */
  @PreDestroy
  void close() {
    closing = true;
    lane.close();
    watch.shutdownNow();
  }
}
