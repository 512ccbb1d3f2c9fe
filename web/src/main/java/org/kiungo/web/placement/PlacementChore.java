package org.kiungo.web.placement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kiungo.planner.CombinedPlanning;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.dataset.CopiedLayers;
import org.kiungo.web.worker.Caller;
import org.kiungo.web.worker.Chore;
import org.kiungo.web.worker.TellingProgress;
import org.kiungo.web.worker.Told;
import tools.jackson.databind.json.JsonMapper;

/** Places e-services into a folder of files. */
public final class PlacementChore implements Chore<PlacementChore.Task, Told> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What to place.
   *
   * @param body as it was asked for
   * @param plan files of the plan over whose network; null for today's
   * @param layers folder with the facilities that are imported of the countries asked for
   * @param out folder that does not exist yet
   */
  record Task(String body, Path plan, Path layers, Path out) {}

  @Override
  public Class<Task> takes() {
    return Task.class;
  }

  @Override
  public Class<Told> gives() {
    return Told.class;
  }

  @Override
  public Told work(Task task, Caller caller) throws IOException {
    PlacementBody body = PlacementBody.read(task.body());
    PlanFolder plan = task.plan() == null ? null : PlanFolder.read(task.plan());
    ServicePlacer placer =
        plan == null ? ServicePlacer.today(body.countries()) : ServicePlacer.over(plan);
    placer = placer.with(body.institutions(), new CopiedLayers(task.layers()));
    TellingProgress progress = new TellingProgress(caller::tell);
    if (body.iterate()) {
      CombinedPlanning.Combined found =
          placer.combine(plan.scenario(), body.request(), progress, caller::isStopped);
      together(body, placer, found, task.out());
    } else {
      placer.place(body.request(), progress, caller::isStopped).write(task.out());
    }
    return progress.end();
  }

  /** Plan and services that agree: one folder holds both. */
  private static void together(
      PlacementBody body, ServicePlacer placer, CombinedPlanning.Combined found, Path out)
      throws IOException {
    Planner.folder(placer.problem(), found.plan()).write(out);
    Path agreement = out.resolve(Placements.AGREEMENT);
    Files.write(agreement, JSON.writeValueAsBytes(Agreement.of(found)));
    Durable.file(agreement);
    placer.folder(body.request(), found).write(out);
  }
}
