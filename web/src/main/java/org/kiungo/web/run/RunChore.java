package org.kiungo.web.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioJson;
import org.kiungo.web.dataset.CopiedLayers;
import org.kiungo.web.json.Numbers;
import org.kiungo.web.scenario.PlanningSpeed;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.worker.Caller;
import org.kiungo.web.worker.Chore;
import org.kiungo.web.worker.TellingProgress;
import org.kiungo.web.worker.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Plans one run: checkpoints and plans go into files, what came last is how fast it was. */
public final class RunChore implements Chore<RunTask, PlanningSpeed> {

  private static final Logger LOG = LoggerFactory.getLogger(RunChore.class);

  /**
   * What it tells: one of these.
   *
   * @param progress how far it is
   * @param drawn another plan for whoever watches
   */
  record Said(Told progress, BestSoFar.Drawn drawn) {}

  @Override
  public Class<RunTask> takes() {
    return RunTask.class;
  }

  @Override
  public Class<PlanningSpeed> gives() {
    return PlanningSpeed.class;
  }

  @Override
  public PlanningSpeed work(RunTask task, Caller caller) throws InterruptedException {
    JsonMapper json =
        JsonMapper.builder()
            .addModule(Numbers.unknownAsNull())
            .addModule(ScenarioJson.levers())
            .build();
    Checkpoints checkpoints = new Checkpoints(task.checkpoints(), json);
    ScenarioPlanner planner = ScenarioPlanner.on(new CopiedLayers(task.layers()));
    TellingProgress progress = new TellingProgress(told -> caller.tell(new Said(told, null)));
    List<PlanFolder> found =
        planner.plans(
            task.read(),
            task.lever(),
            checkpoints.read(task.lease().id()),
            problem ->
                new RunListener(
                    progress,
                    new RunOffers(problem, checkpoints, task.lease()),
                    caller::isWatched,
                    another -> caller.tell(new Said(null, another))),
            caller::isStopped);
    progress.end();
    for (int k = 0; k < found.size(); k++) {
      write(found.get(k), task.plans().get(k));
    }
    return planner.speed();
  }

  /** A disk without space may have some in a second; who does not want to wait ends this Java. */
  private static void write(PlanFolder folder, Path files) throws InterruptedException {
    while (true) {
      try {
        folder.write(files);
        return;
      } catch (IOException full) {
        LOG.warn("the plan waits to be kept: {}", full.toString());
        TimeUnit.SECONDS.sleep(1);
      }
    }
  }
}
