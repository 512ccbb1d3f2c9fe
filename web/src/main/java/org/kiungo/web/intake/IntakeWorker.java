package org.kiungo.web.intake;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.job.JobLane;
import org.kiungo.web.job.JobLanes;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.Leases.Hold;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.job.LostLease;
import org.kiungo.web.job.PatientWrites;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.worker.Refusal;
import org.kiungo.web.worker.Unwanted;
import org.kiungo.web.worker.WorkerGone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Does the imports that wait, a few side by side. */
@Component
class IntakeWorker {

  private static final Logger LOG = LoggerFactory.getLogger(IntakeWorker.class);

  /** An import that brought a server down twice is not tried a third time. */
  private static final int ATTEMPTS = 2;

  private static final long LOOKED_EVERY_MS = 1_000;

  private final IntakeRepository repository;
  private final PatientWrites writes;
  private final Map<String, IntakeWork> works = new LinkedHashMap<>();
  private final Map<String, LiveIntake> lives = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();
  private final JobLane lane;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "import-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean closing;

  IntakeWorker(
      IntakeRepository repository,
      PatientWrites writes,
      List<IntakeWork> works,
      HeavyRequests heavy,
      JobLanes lanes) {
    this.repository = repository;
    this.writes = writes;
    works.forEach(each -> this.works.put(each.kind(), each));
    this.lane = lanes.lane("intake_job", heavy.atOnce(), this::work);
  }

  void start() {
    lane.start();
    watch.scheduleWithFixedDelay(
        this::look, LOOKED_EVERY_MS, LOOKED_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /** Queues an import, together with what the transaction around writes. */
  void submit(String id) {
    lane.add(id);
  }

  /** Stops an import wherever it is. */
  void stop(String id) {
    if (repository.leases().stop(id)) {
      repository.forgetKey(id);
      tell(id);
    }
    find(id).ifPresent(LiveIntake::stop);
  }

  Optional<LiveIntake> find(String id) {
    return Optional.ofNullable(lives.get(id));
  }

  /** Waits until an import has ended here, or has had time to end elsewhere. */
  void await(String id, long millis) {
    CountDownLatch end = awaited.computeIfAbsent(id, each -> new CountDownLatch(1));
    try {
      end.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      awaited.remove(id, end);
    }
  }

  private void tell(String id) {
    CountDownLatch end = awaited.remove(id);
    if (end != null) {
      end.countDown();
    }
  }

  /** Looks whether what is under way is still wanted and ours, and keeps how far it is. */
  private void look() {
    try {
      for (LiveIntake live : lives.values()) {
        Hold hold = repository.leases().look(live.lease());
        if (hold == Hold.STOP_ASKED) {
          live.stop();
        } else if (hold == Hold.LOST) {
          live.lose();
        } else {
          repository.progress(live.lease(), live.phase().name(), live.rows());
        }
      }
    } catch (DataAccessException away) {
      LOG.debug("how imports stand cannot be read: {}", away.toString());
    }
  }

  /** Does an import's work; false to leave it in the queue. */
  private boolean work(String id) {
    if (closing) {
      return false;
    }
    Optional<Lease> begun = repository.leases().begin(id);
    if (begun.isEmpty()) {
      return true;
    }
    IntakeRow row = repository.findOfAny(id).orElseThrow();
    LiveIntake live = new LiveIntake(row, begun.get(), repository);
    lives.put(id, live);
    try {
      if (repository.leases().look(live.lease()) == Hold.STOP_ASKED) {
        live.stop();
      }
      return begun.get().attempts() > ATTEMPTS
          ? fail(live, new InputRefused("import.interrupted", "file", row.fileName()))
          : Organisation.as(row.organisationId(), () -> done(live));
    } finally {
      lives.remove(id);
      tell(id);
    }
  }

  private boolean done(LiveIntake live) {
    try {
      live.requireWanted();
      works.get(live.row().kind()).work(live);
      return end(live, JobState.FINISHED, null);
    } catch (LostLease taken) {
      return true;
    } catch (Unwanted ended) {
      return live.isLost()
          || (live.isStopped() ? end(live, JobState.STOPPED, null) : giveBack(live));
    } catch (WorkerGone gone) {
      LOG.warn("{}; it is tried again", gone.getMessage());
      return false;
    } catch (OutOfMemoryError full) {
      LOG.error("import {}: {}", live.id(), full.toString());
      long limit = Runtime.getRuntime().maxMemory() >> 20;
      return fail(
          live, new InputRefused("import.memory", "file", live.row().fileName(), "limit", limit));
    } catch (InputRefused refused) {
      return fail(live, refused);
    } catch (ApiRefusal refused) {
      Map<String, Object> arguments = new LinkedHashMap<>();
      refused.arguments().forEach(each -> arguments.put("" + arguments.size(), each));
      return end(live, JobState.FAILED, new Refusal(refused.code(), arguments));
    } catch (IOException | RuntimeException fault) {
      if (writes.isPassing(fault)) {
        LOG.warn("import {} waits for the database or for space: {}", live.id(), fault.toString());
        return giveBack(live);
      }
      String reported = UUID.randomUUID().toString();
      LOG.error("fault {} in import {}", reported, live.id(), fault);
      return fail(live, new InputRefused("internal", "fault", reported));
    }
  }

  private boolean giveBack(LiveIntake live) {
    writes.write(() -> closing, () -> repository.leases().giveBack(live.lease()));
    return false;
  }

  private boolean fail(LiveIntake live, InputRefused refused) {
    return end(live, JobState.FAILED, Refusal.of(refused));
  }

  /** Ends what has not ended with what it stored; that has another state already. */
  private boolean end(LiveIntake live, JobState state, Refusal error) {
    return writes.write(
        () -> closing,
        () ->
            repository.end(
                live.lease(), state, live.rows(), error == null ? null : error.toJson()));
  }

  /** What is under way goes back to the queue, for the next start or another server. */
  @PreDestroy
  void close() {
    closing = true;
    lives.values().forEach(LiveIntake::close);
    lane.close();
    watch.shutdownNow();
    awaited.values().forEach(CountDownLatch::countDown);
  }
}
