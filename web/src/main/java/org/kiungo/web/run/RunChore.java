package org.kiungo.web.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioJson;
import org.kiungo.planner.model.InputFile;
import org.kiungo.web.dataset.CopiedLayers;
import org.kiungo.web.json.Numbers;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.scenario.PlanningSpeed;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.worker.Caller;
import org.kiungo.web.worker.Chore;
import org.kiungo.web.worker.TellingProgress;
import org.kiungo.web.worker.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans one run: checkpoints and plans go into files, which are verified; what came last is what
 * that said, and how fast it was.
 */
public final class RunChore implements Chore<RunTask, RunChore.Made> {

  private static final Logger LOG = LoggerFactory.getLogger(RunChore.class);

  /**
   * What it tells: one of these.
   *
   * @param progress how far it is
   * @param drawn another plan for whoever watches
   */
  record Said(Told progress, BestSoFar.Drawn drawn) {}

  /**
   * What it ends with.
   *
   * @param speed how fast the plan was made
   * @param verdicts of the plans, in the order of their files
   */
  public record Made(PlanningSpeed speed, List<PlanVerdict> verdicts) {}

  @Override
  public Class<RunTask> takes() {
    return RunTask.class;
  }

  @Override
  public Class<Made> gives() {
    return Made.class;
  }

  @Override
  public Made work(RunTask task, Caller caller) throws InterruptedException {
    JsonMapper json =
        JsonMapper.builder()
            .addModule(Numbers.unknownAsNull())
            .addModule(ScenarioJson.levers())
            .build();
    Checkpoints checkpoints = new Checkpoints(task.checkpoints(), json);
    CopiedLayers layers = new CopiedLayers(task.layers());
    ScenarioPlanner planner = ScenarioPlanner.on(layers);
    TellingProgress progress = new TellingProgress(told -> caller.tell(new Said(told, null)));
    Deque<PlanFolder> found =
        new ArrayDeque<>(
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
                caller::isStopped));
    progress.end();
    // what is written is let go: verifying takes memory too
    List<Set<InputFile>> inputs = new ArrayList<>();
    while (!found.isEmpty()) {
      PlanFolder folder = found.remove();
      inputs.add(Set.copyOf(folder.problem().inputs()));
      write(folder, task.plans().get(inputs.size() - 1));
    }
    List<PlanVerdict> verdicts = new ArrayList<>();
    for (Set<InputFile> each : inputs) {
      verdicts.add(Plans.verified(task.plans().get(verdicts.size()), each, layers::original));
    }
    return new Made(planner.speed(), verdicts);
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
