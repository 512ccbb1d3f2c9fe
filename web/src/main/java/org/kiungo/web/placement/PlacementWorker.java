package org.kiungo.web.placement;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.run.RunEvents;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.Hearing;
import org.kiungo.web.worker.Told;
import org.kiungo.web.worker.Unwanted;
import org.kiungo.web.worker.WorkerGone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Places e-services one request after another; what is found appears as a folder, whole. */
@Component
class PlacementWorker {

  private static final Logger LOG = LoggerFactory.getLogger(PlacementWorker.class);

  /** A placement that brought a server down twice is not tried a third time. */
  private static final int ATTEMPTS = 2;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PlacementRepository repository;
  private final Plans plans;
  private final PatientWrites writes;
  private final Apart apart;
  private final Budgets budgets;
  private final Path root;
  private final JobLane lane;
  private final Map<String, RunEvents> events = new ConcurrentHashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "placement-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile LivePlacement live;
  private volatile boolean closing;

  PlacementWorker(
      PlacementRepository repository,
      Plans plans,
      PatientWrites writes,
      Apart apart,
      Budgets budgets,
      DataFolder data,
      JobLanes lanes) {
    this.repository = repository;
    this.plans = plans;
    this.writes = writes;
    this.apart = apart;
    this.budgets = budgets;
    this.root = data.folder("placements");
    this.lane = lanes.lane("placement_job", this::work);
  }

  /** Begins to place what waits. */
  void start() {
    lane.start();
    watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  /** Queues a placement, together with what the transaction around writes. */
  void submit(String id) {
    lane.add(id);
  }

  void stop(String id) {
    if (repository.leases().stop(id)) {
      finish(id);
    }
    find(id).ifPresent(LivePlacement::stop);
  }

  Optional<LivePlacement> find(String id) {
    return Optional.ofNullable(live).filter(each -> each.id().equals(id));
  }

  /** What happens in a placement; of one that is over, its end. */
  RunEvents events(String id) {
    RunEvents told = events.computeIfAbsent(id, each -> new RunEvents(0));
    finish(id);
    return told;
  }

  /** Tells the end of a placement that is over, once. */
  private void finish(String id) {
    RunEvents told = events.get(id);
    Placement.State state =
        repository.findOfAny(id).map(PlacementRow::state).orElse(Placement.State.FINISHED);
    if (told != null && state.isOver() && !told.isOver()) {
      told.add("finished", Map.of("id", id, "state", state), true);
    }
  }

  private void look() {
    try {
      LivePlacement placement = live;
      if (placement != null) {
        Hold hold = repository.leases().look(placement.lease());
        if (hold == Hold.STOP_ASKED) {
          placement.stop();
        } else if (hold == Hold.LOST) {
          placement.lose();
        }
      }
      events.keySet().forEach(this::finish);
      events.values().removeIf(RunEvents::isOver);
    } catch (DataAccessException away) {
      LOG.debug("how placements stand cannot be read: {}", away.toString());
    }
  }

  static Placement shown(PlacementRow row, Words words, List<String> files, int before) {
    Placement.Failure failure = null;
    if (row.error() != null) {
      JsonNode error = JSON.readTree(row.error());
      List<Object> arguments = new ArrayList<>();
      error.get("arguments").forEach(each -> arguments.add(each.asString()));
      String code = error.get("code").asString();
      failure = new Placement.Failure(code, words.text("error." + code, arguments.toArray()));
    }
    return new Placement(
        row.id(),
        row.state(),
        "",
        row.state().isOver() ? 1 : 0,
        row.value(),
        row.bound(),
        row.gapRatio(),
        before,
        files,
        failure);
  }

  /** Does a placement's work; false to leave it in the queue. */
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
    try {
      PlacementRow row = repository.findOfAny(id).orElseThrow();
      PlacementBody body = PlacementBody.read(row.body().getBytes(StandardCharsets.UTF_8));
      live = new LivePlacement(body, lease, events.computeIfAbsent(id, each -> new RunEvents(0)));
      return place(live, row);
    } catch (InputRefused refused) {
      List<Object> arguments = new ArrayList<>(refused.arguments().values());
      return fail(lease, refused.code(), arguments);
    } catch (IOException | RuntimeException | OutOfMemoryError fault) {
      if (writes.isPassing(fault)) {
        return !writes.write(() -> closing, () -> repository.leases().giveBack(lease));
      }
      String reported = UUID.randomUUID().toString();
      LOG.error("fault {} in placement {}", reported, id, fault);
      return fail(lease, "internal", List.of(reported));
    } finally {
      live = null;
    }
  }

  private boolean place(LivePlacement placement, PlacementRow row) throws IOException {
    Path part =
        root.resolve(placement.id() + "." + placement.lease().number() + DataFolder.UNFINISHED);
    String planId = placement.body.planId();
    Path plan =
        planId == null ? null : Organisation.as(row.organisationId(), () -> plans.getFiles(planId));
    try {
      apart.work(
          new PlacementChore(),
          new PlacementChore.Task(row.body(), plan, part),
          budgets.plan("work", placement.id()),
          null,
          new Heard(placement));
      return writes.write(() -> closing, () -> Durable.appear(part, root.resolve(placement.id())))
          && end(
              placement.lease(),
              placement.isStopped() ? Placement.State.STOPPED : Placement.State.FINISHED,
              placement.shown(List.of()),
              null);
    } catch (Unwanted ended) {
      if (!placement.isLost()) {
        repository.leases().giveBack(placement.lease());
      }
      return placement.isLost();
    } catch (WorkerGone gone) {
      LOG.warn("{}; it is tried again", gone.getMessage());
      return false;
    } finally {
      Durable.discard(part);
    }
  }

  private final class Heard implements Hearing {

    private final LivePlacement placement;

    Heard(LivePlacement placement) {
      this.placement = placement;
    }

    @Override
    public boolean isUnwanted() {
      return placement.isLost() || closing && !placement.isStopped();
    }

    @Override
    public boolean isStopped() {
      return placement.isStopped();
    }

    @Override
    public void told(JsonNode progress) {
      Told told = Told.of(progress);
      placement.report(told.phase(), told.doneRatio(), told.value(), told.bound(), told.gapRatio());
    }
  }

  private boolean fail(Lease lease, String code, List<Object> arguments) {
    String error =
        JSON.writeValueAsString(
            Map.of("code", code, "arguments", arguments.stream().map(String::valueOf).toList()));
    return end(lease, Placement.State.FAILED, Placement.begun(lease.id()), error);
  }

  private boolean end(Lease lease, Placement.State state, Placement last, String error) {
    boolean kept = writes.write(() -> closing, () -> repository.end(lease, state, last, error));
    live = null;
    if (kept) {
      finish(lease.id());
    }
    return kept;
  }

  /** What is under way goes back to the queue, for the next start or another server. */
  @PreDestroy
  void close() {
    closing = true;
    lane.close();
    watch.shutdownNow();
  }
}
