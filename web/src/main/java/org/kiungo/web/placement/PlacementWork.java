package org.kiungo.web.placement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.kiungo.planner.folder.Durable;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.JobWork;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.job.PatientWrites;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.run.RunEvents;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.Hearing;
import org.kiungo.web.worker.Told;
import org.kiungo.web.worker.Unwanted;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Places e-services; what is found appears as a folder, whole. */
@Component
class PlacementWork implements JobWork {

  static final String KIND = "placement";

  /** Between two events of one phase. */
  private static final long EVENT_NANOS = 250_000_000L;

  private final Plans plans;
  private final PatientWrites writes;
  private final Apart apart;
  private final Budgets budgets;
  private final Datasets datasets;
  private final Path incoming;
  private final Path root;
  private final Map<String, RunEvents> events = new ConcurrentHashMap<>();

  PlacementWork(
      Plans plans,
      PatientWrites writes,
      Apart apart,
      Budgets budgets,
      Datasets datasets,
      DataFolder data) {
    this.plans = plans;
    this.writes = writes;
    this.apart = apart;
    this.budgets = budgets;
    this.datasets = datasets;
    this.incoming = data.folder(DataFolder.INCOMING);
    this.root = data.folder("placements");
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** What happens in a placement; of one that is over, its end. */
  RunEvents events(JobRow row) {
    RunEvents told = events.computeIfAbsent(row.id(), each -> new RunEvents(0));
    ended(row);
    return told;
  }

  @Override
  public void ended(JobRow row) {
    RunEvents told = events.get(row.id());
    if (told != null && row.state().isOver() && !told.isOver()) {
      told.add("finished", Map.of("id", row.id(), "state", row.state()), true);
    }
  }

  @Override
  public void look(Function<String, Optional<JobRow>> rows) {
    events.keySet().forEach(id -> rows.apply(id).ifPresent(this::ended));
    events.values().removeIf(RunEvents::isOver);
  }

  private long places(PlacementBody body) {
    return body.planId() == null
        ? PlacementMemory.places(body, datasets.countFacilities(countries(body)))
        : plans.countPlaces(body.planId());
  }

  @Override
  public String work(LiveJob job) throws IOException {
    JobRow row = job.row();
    PlacementBody body = PlacementBody.read(row.body());
    Path plan = body.planId() == null ? null : plans.getFiles(body.planId());
    Path part = root.resolve(job.id() + "." + job.lease().number() + DataFolder.UNFINISHED);
    RunEvents told = events.computeIfAbsent(job.id(), each -> new RunEvents(0));
    Path layers = Files.createTempDirectory(incoming, "placed");
    try {
      datasets.copyFacilities(countries(body), layers);
      Told last =
          apart.work(
              new PlacementChore(),
              new PlacementChore.Task(row.body(), plan, layers, part),
              budgets.plan("work", job.id(), places(body)),
              null,
              new Heard(job, told));
      if (!writes.write(job::isGivenUp, () -> Durable.appear(part, root.resolve(job.id())))) {
        throw new Unwanted();
      }
      return JobTable.JSON.writeValueAsString(last);
    } finally {
      Durable.discard(part);
      Durable.discard(layers);
    }
  }

  /** Whose facilities may be users: those of the plan's countries, or of those asked for. */
  private List<String> countries(PlacementBody body) {
    return body.planId() == null
        ? ServicePlacer.today(body.countries()).countries()
        : List.of(plans.find(body.planId()).orElseThrow().country().split("[, ]+"));
  }

  private static final class Heard implements Hearing {

    private final LiveJob job;
    private final RunEvents events;
    private String phase = "";
    private long lastEvent = System.nanoTime() - EVENT_NANOS;

    Heard(LiveJob job, RunEvents events) {
      this.job = job;
      this.events = events;
    }

    @Override
    public boolean isUnwanted() {
      return job.isLeft();
    }

    @Override
    public boolean isStopped() {
      return job.isStopped();
    }

    @Override
    public void told(JsonNode progress) {
      Told told = Told.of(progress);
      job.at(told);
      long now = System.nanoTime();
      if (!told.phase().equals(phase) || now - lastEvent > EVENT_NANOS) {
        phase = told.phase();
        lastEvent = now;
        events.add("progress", Placement.running(job.id(), told, List.of()), false);
      }
    }
  }
}
