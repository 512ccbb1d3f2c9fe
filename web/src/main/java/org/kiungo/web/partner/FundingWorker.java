package org.kiungo.web.partner;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.job.JobLane;
import org.kiungo.web.job.JobLanes;
import org.kiungo.web.job.Leases.Hold;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.job.PatientWrites;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.run.RunState;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.Hearing;
import org.kiungo.web.worker.Unwanted;
import org.kiungo.web.worker.WorkerGone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers one question after another who pays; an answer appears as a folder, whole. */
@Component
class FundingWorker {

  private static final Logger LOG = LoggerFactory.getLogger(FundingWorker.class);

  /** A question that brought a server down twice is not asked a third time. */
  private static final int ATTEMPTS = 2;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FundingRepository repository;
  private final Plans plans;
  private final Apart apart;
  private final Budgets budgets;
  private final PatientWrites writes;
  private final Path root;
  private final JobLane lane;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "funding-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Lease held;
  private volatile Hold hold = Hold.HELD;
  private volatile boolean closing;

  FundingWorker(
      FundingRepository repository,
      Plans plans,
      Apart apart,
      Budgets budgets,
      PatientWrites writes,
      DataFolder data,
      JobLanes lanes) {
    this.repository = repository;
    this.plans = plans;
    this.apart = apart;
    this.budgets = budgets;
    this.writes = writes;
    this.root = data.folder(FundingAnswers.FOLDER);
    this.lane = lanes.lane("funding_job", this::work);
  }

  /** Begins with what waits. */
  void start() {
    lane.start();
    watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  /** Queues a question, together with what the transaction around writes. */
  void submit(String id) {
    lane.add(id);
  }

  private void look() {
    Lease now = held;
    try {
      if (now != null) {
        hold = repository.leases().look(now);
      }
    } catch (DataAccessException away) {
      LOG.debug("how a question stands cannot be read: {}", away.toString());
    }
  }

  /** Answers a question; false to leave it in the queue. */
  private boolean work(String id) {
    if (closing) {
      return false;
    }
    Optional<Lease> begun = repository.leases().begin(id);
    if (begun.isEmpty()) {
      return true;
    }
    Lease lease = begun.get();
    if (lease.attempts() > ATTEMPTS) {
      return fail(lease, "run.interrupted", List.of());
    }
    hold = Hold.HELD;
    held = lease;
    try {
      return answer(lease, repository.findOfAny(id).orElseThrow());
    } catch (InputRefused refused) {
      return fail(lease, refused.code(), new ArrayList<>(refused.arguments().values()));
    } catch (IOException | RuntimeException | OutOfMemoryError fault) {
      if (writes.isPassing(fault)) {
        return !writes.write(() -> closing, () -> repository.leases().giveBack(lease));
      }
      String reported = UUID.randomUUID().toString();
      LOG.error("fault {} in question {}", reported, id, fault);
      return fail(lease, "internal", List.of(reported));
    } finally {
      held = null;
    }
  }

  private boolean answer(Lease lease, FundingRow row) throws IOException {
    Path part = root.resolve(lease.id() + "." + lease.number() + DataFolder.UNFINISHED);
    Path plan = Organisation.as(row.organisationId(), () -> plans.getFiles(row.planId()));
    try {
      Files.createDirectory(part);
      apart.work(
          new FundingChore(),
          new FundingChore.Task(row.body(), plan, part),
          budgets.plan("work", row.planId()),
          part,
          new Heard());
      RunState state = hold == Hold.STOP_ASKED ? RunState.STOPPED : RunState.FINISHED;
      return writes.write(() -> closing, () -> Durable.appear(part, root.resolve(lease.id())))
          && writes.write(() -> closing, () -> repository.end(lease, state, null));
    } catch (Unwanted ended) {
      if (hold != Hold.LOST) {
        repository.leases().giveBack(lease);
      }
      return hold == Hold.LOST;
    } catch (WorkerGone gone) {
      LOG.warn("{}; it is tried again", gone.getMessage());
      return false;
    } finally {
      Durable.discard(part);
    }
  }

  private final class Heard implements Hearing {

    @Override
    public boolean isUnwanted() {
      return hold == Hold.LOST || closing && hold != Hold.STOP_ASKED;
    }

    @Override
    public boolean isStopped() {
      return hold == Hold.STOP_ASKED;
    }
  }

  private boolean fail(Lease lease, String code, List<Object> arguments) {
    String error =
        JSON.writeValueAsString(
            Map.of("code", code, "arguments", arguments.stream().map(String::valueOf).toList()));
    return writes.write(() -> closing, () -> repository.end(lease, RunState.FAILED, error));
  }

  /** What is under way goes back to the queue, for the next start or another server. */
  @PreDestroy
  void close() {
    closing = true;
    lane.close();
    watch.shutdownNow();
  }
}
