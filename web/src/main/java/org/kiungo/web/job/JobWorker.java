package org.kiungo.web.job;

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
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.job.Leases.Hold;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.worker.Refusal;
import org.kiungo.web.worker.Unwanted;
import org.kiungo.web.worker.WorkerGone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Does the jobs that wait, whatever their kind, lane by lane. */
@Component
class JobWorker {

  private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

  private static final long LOOKED_EVERY_MS = 1_000;

  private final JobTable table;
  private final PatientWrites writes;
  private final JobSweeper sweeper;
  private final Map<String, JobWork> works = new LinkedHashMap<>();
  private final Map<String, JobLane> lanes = new LinkedHashMap<>();
  private final Map<String, LiveJob> lives = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "job-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean closing;

  JobWorker(
      JobTable table,
      PatientWrites writes,
      List<JobWork> works,
      JobLanes lanes,
      JobSweeper sweeper) {
    this.table = table;
    this.sweeper = sweeper;
    this.writes = writes;
    for (JobWork each : works) {
      this.works.put(each.kind(), each);
      this.lanes.computeIfAbsent(each.lane(), lane -> lanes.lane(lane, each.atOnce(), this::work));
    }
  }

  void start() {
    lanes.values().forEach(JobLane::start);
    watch.scheduleWithFixedDelay(
        this::look, LOOKED_EVERY_MS, LOOKED_EVERY_MS, TimeUnit.MILLISECONDS);
    watch.scheduleWithFixedDelay(sweeper::sweep, 0, 1, TimeUnit.HOURS);
  }

  JobWork kind(String kind) {
    return works.get(kind);
  }

  /** Queues a job, together with what the transaction around writes. */
  void submit(String lane, String id, long turn) {
    lanes.get(lane).add(id, turn);
  }

  /** Stops a job wherever it is. */
  void stop(JobRow row) {
    JobWork work = works.get(row.kind());
    if (table.leases().stop(row.id())) {
      table.stopped(row.id(), work.isTriedAgain());
      over(work, row.id());
    }
    find(row.id()).ifPresent(LiveJob::stop);
  }

  Optional<LiveJob> find(String id) {
    return Optional.ofNullable(lives.get(id));
  }

  /** Waits until a job has ended here, or has had time to end elsewhere. */
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

  /** Looks whether what is under way is still wanted and ours, and keeps how far it is. */
  private void look() {
    try {
      for (LiveJob live : lives.values()) {
        Hold hold = table.leases().look(live.lease());
        if (hold == Hold.STOP_ASKED) {
          live.stop();
        } else if (hold == Hold.LOST) {
          live.lose();
        }
        live.keep();
      }
      works.values().forEach(each -> each.look(table::findOfAny));
    } catch (DataAccessException away) {
      LOG.debug("how jobs stand cannot be read: {}", away.toString());
    } catch (RuntimeException fault) {
      // a look that is let go by is followed by the next; one that throws would be the last
      LOG.error("fault in looking after jobs", fault);
    }
  }

  /** Does a job's work; false to leave it in the queue. */
  private boolean work(String id) {
    if (closing) {
      return false;
    }
    Optional<Lease> begun = table.leases().begin(id);
    if (begun.isEmpty()) {
      return true;
    }
    JobRow row = table.findOfAny(id).orElseThrow();
    JobWork work = works.get(row.kind());
    LiveJob live = new LiveJob(row, begun.get(), table);
    lives.put(id, live);
    try {
      if (table.leases().look(live.lease()) == Hold.STOP_ASKED) {
        live.stop();
      }
      return begun.get().attempts() > JobRow.ATTEMPTS
          ? fail(live, work, work.interrupted(row))
          : Organisation.as(row.organisationId(), () -> done(live, work));
    } finally {
      lives.remove(id);
      over(work, id);
    }
  }

  /** True while some job of a user is being worked on here. */
  boolean isWorking() {
    return !lives.isEmpty();
  }

  private boolean done(LiveJob live, JobWork work) {
    try {
      String result = work.work(live);
      JobState state = live.isStopped() ? JobState.STOPPED : JobState.FINISHED;
      return end(live, work, state, result, null);
    } catch (LostLease taken) {
      return true;
    } catch (Unwanted ended) {
      return live.isLost()
          || (live.isStopped() ? end(live, work, JobState.STOPPED, null, null) : giveBack(live));
    } catch (WorkerGone gone) {
      LOG.warn("{}; it is tried again", gone.getMessage());
      return false;
    } catch (OutOfMemoryError full) {
      LOG.error("job {}: {}", live.id(), full.toString());
      long limit = Runtime.getRuntime().maxMemory() >> 20;
      String subject = live.row().subject();
      return fail(live, work, new InputRefused("import.memory", "file", subject, "limit", limit));
    } catch (InputRefused refused) {
      return fail(live, work, refused);
    } catch (ApiRefusal refused) {
      Map<String, Object> arguments = new LinkedHashMap<>();
      refused.arguments().forEach(each -> arguments.put("" + arguments.size(), each));
      return end(live, work, JobState.FAILED, null, new Refusal(refused.code(), arguments));
    } catch (IOException | RuntimeException fault) {
      if (writes.isPassing(fault)) {
        LOG.warn("job {} waits for the database or for space: {}", live.id(), fault.toString());
        return giveBack(live);
      }
      String reported = UUID.randomUUID().toString();
      LOG.error("fault {} in {} {}", reported, live.row().kind(), live.id(), fault);
      return fail(live, work, new InputRefused("internal", "fault", reported));
    }
  }

  private boolean giveBack(LiveJob live) {
    writes.write(() -> closing, () -> table.leases().giveBack(live.lease()));
    return false;
  }

  private boolean fail(LiveJob live, JobWork work, InputRefused refused) {
    return end(live, work, JobState.FAILED, null, Refusal.of(refused));
  }

  /** Ends what has not ended with what it stored; that has another state already. */
  private boolean end(LiveJob live, JobWork work, JobState state, String result, Refusal error) {
    String told = error == null ? null : error.toJson();
    boolean again = state != JobState.FINISHED && work.isTriedAgain();
    return writes.write(
        () -> closing || live.isLost(),
        () -> table.end(live.lease(), state, live.progress(), result, told, again));
  }

  /** Tells whoever waits, and its kind, of a job that is over; one that is not is left alone. */
  private void over(JobWork work, String id) {
    CountDownLatch end = awaited.remove(id);
    if (end != null) {
      end.countDown();
    }
    try {
      table.findOfAny(id).filter(row -> row.state().isOver()).ifPresent(work::ended);
    } catch (DataAccessException away) {
      LOG.debug("how job {} ended cannot be read: {}", id, away.toString());
    }
  }

  /** What is under way goes back to the queue, for the next start or another server. */
  @PreDestroy
  void close() {
    closing = true;
    lives.values().forEach(LiveJob::close);
    lanes.values().forEach(JobLane::close);
    watch.shutdownNow();
    awaited.values().forEach(CountDownLatch::countDown);
  }
}
