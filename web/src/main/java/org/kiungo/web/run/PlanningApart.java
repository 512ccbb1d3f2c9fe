package org.kiungo.web.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.plan.NewPlan;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.scenario.PlanningMemory;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.Hearing;
import org.kiungo.web.worker.Told;
import org.kiungo.web.worker.Unwanted;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Makes the plans of runs in a Java of their own ({@link RunChore}): a run that takes more memory
 * than there is costs that run, not the server.
 */
@Component
@ConditionalOnProperty(name = "kiungo.worker.apart", matchIfMissing = true)
class PlanningApart implements RunPlanning {

  private final ScenarioPlanner planner;
  private final Datasets datasets;
  private final Plans plans;
  private final Checkpoints checkpoints;
  private final DataFolder data;
  private final Apart apart;
  private final PlanningMemory memory;
  private final Budgets budgets;

  PlanningApart(
      ScenarioPlanner planner,
      Datasets datasets,
      Plans plans,
      Checkpoints checkpoints,
      DataFolder data,
      Apart apart,
      PlanningMemory memory,
      Budgets budgets) {
    this.planner = planner;
    this.datasets = datasets;
    this.plans = plans;
    this.checkpoints = checkpoints;
    this.data = data;
    this.apart = apart;
    this.memory = memory;
    this.budgets = budgets;
  }

  @Override
  public List<NewPlan> plans(LiveRun run, BooleanSupplier abandoned) {
    Scenario scenario = run.scenario();
    try {
      Path layers = Files.createTempDirectory(data.folder(DataFolder.INCOMING), "layers");
      List<Path> files =
          run.lever() == null
              ? List.of(plans.newFiles())
              : List.of(plans.newFiles(), plans.newFiles());
      Optional<RunChore.Made> made = Optional.empty();
      try {
        datasets.copyLayers(scenario.countries(), scenario.feeds(), layers);
        RunTask job =
            new RunTask(
                run.scenarioText(), run.lever(), run.lease(), checkpoints.folder(), layers, files);
        made = work(job, run, abandoned);
        return made.map(each -> written(files, each.verdicts())).orElse(List.of());
      } finally {
        Durable.discard(layers);
        if (made.isEmpty()) {
          files.forEach(Durable::discard);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<NewPlan> written(List<Path> files, List<PlanVerdict> verdicts) {
    List<NewPlan> written = new ArrayList<>();
    for (int k = 0; k < files.size(); k++) {
      written.add(plans.written(files.get(k), verdicts.get(k)));
    }
    return written;
  }

  /** What was made; empty when it was abandoned. */
  private Optional<RunChore.Made> work(RunTask task, LiveRun run, BooleanSupplier abandoned)
      throws IOException {
    try {
      RunChore.Made made =
          apart.work(
              new RunChore(),
              task,
              budgets.plan("run", run.id(), memory.places(run.scenario())),
              task.layers(),
              new Heard(run, abandoned));
      planner.learn(made.speed());
      return Optional.of(made);
    } catch (Unwanted left) {
      return Optional.empty();
    }
  }

  private record Heard(LiveRun run, BooleanSupplier abandoned) implements Hearing {

    @Override
    public boolean isUnwanted() {
      return abandoned.getAsBoolean();
    }

    @Override
    public boolean isStopped() {
      return run.isStopped();
    }

    @Override
    public boolean isWatched() {
      return run.isWatched();
    }

    @Override
    public void told(JsonNode progress) {
      RunChore.Said said = Told.as(progress, RunChore.Said.class);
      if (said.drawn() != null) {
        run.show(said.drawn());
      } else {
        run.told(said.progress());
      }
    }
  }
}
