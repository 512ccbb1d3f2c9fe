package org.kiungo.web.run;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Computes one run after another. */
@Component
class RunWorker {

  private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

  /** A run that brought the server down twice is not tried a third time. */
  private static final int ATTEMPTS = 2;

  private static final int REMEMBERED = 100;

  private final RunRepository repository;
  private final ScenarioPlanner planner;
  private final Plans plans;
  private final JsonMapper json;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "run"));
  private final AtomicInteger waiting = new AtomicInteger();
  private final Map<String, LiveRun> live = new LinkedHashMap<>();
  private volatile boolean closing;

  RunWorker(RunRepository repository, ScenarioPlanner planner, Plans plans, JsonMapper json) {
    this.repository = repository;
    this.planner = planner;
    this.plans = plans;
    this.json = json;
  }

  int waiting() {
    return waiting.get();
  }

  void submit(RunRow row) {
    LiveRun run = new LiveRun(row, repository);
    synchronized (live) {
      live.put(row.id(), run);
      forgetOldest();
    }
    waiting.incrementAndGet();
    thread.execute(() -> work(run));
  }

  private void forgetOldest() {
    List<LiveRun> over = live.values().stream().filter(LiveRun::isOver).toList();
    for (LiveRun each : over.subList(0, Math.max(0, over.size() - REMEMBERED))) {
      live.remove(each.id());
    }
  }

  void stop(String id) {
    find(id).ifPresent(LiveRun::stop);
  }

  Optional<RunEvents> findEvents(String id) {
    return find(id).map(LiveRun::events);
  }

  Optional<RunProgress> findProgress(String id) {
    return find(id).map(LiveRun::progress);
  }

  Optional<BestSoFar.Drawn> askForBest(String id) {
    return find(id).flatMap(LiveRun::askForBest);
  }

  private Optional<LiveRun> find(String id) {
    synchronized (live) {
      return Optional.ofNullable(live.get(id));
    }
  }

  private void work(LiveRun run) {
    waiting.decrementAndGet();
    if (closing) {
      return;
    }
    if (run.isStopped()) {
      run.end(RunState.STOPPED, null, null);
      return;
    }
    if (run.attempts() >= ATTEMPTS) {
      run.end(RunState.FAILED, null, error("run.interrupted", List.of()));
      return;
    }
    planner.busy(() -> compute(run));
  }

  private void compute(LiveRun run) {
    run.begin();
    try {
      List<PlanFolder> found =
          planner.plans(run.scenario(), run.lever(), run::of, () -> closing || run.isStopped());
      if (closing && !run.isStopped()) {
        run.requeue();
        return;
      }
      String planId = plans.add(found.get(0), "run", null);
      if (found.size() > 1) {
        repository.madeWithout(run.id(), plans.add(found.get(1), "run", null));
      }
      run.end(run.isStopped() ? RunState.STOPPED : RunState.FINISHED, planId, null);
    } catch (InputRefused refused) {
      List<Object> arguments = new ArrayList<>(refused.arguments().values());
      run.end(RunState.FAILED, null, error(refused.code(), arguments));
    } catch (RuntimeException | OutOfMemoryError fault) {
      String id = UUID.randomUUID().toString();
      LOG.error("fault {} in run {}", id, run.id(), fault);
      run.end(RunState.FAILED, null, error("internal", List.of(id)));
    }
  }

  private String error(String code, List<Object> arguments) {
    return json.writeValueAsString(
        Map.of("code", code, "arguments", arguments.stream().map(String::valueOf).toList()));
  }

  /** What runs goes back to the queue, for the next start. */
  @PreDestroy
  void close() throws InterruptedException {
    closing = true;
    thread.shutdown();
    if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
      LOG.warn("a run did not stop in time; it starts anew with the server");
    }
  }
}
