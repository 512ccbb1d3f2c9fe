package org.kiungo.web.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.plan.NewPlan;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.worker.WorkerMemory;
import org.kiungo.web.worker.WorkerProcess;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Makes the plans of runs in a Java of their own ({@link RunProcess}): a run that takes more memory
 * than there is costs that run, not the server.
 */
@Component
@ConditionalOnProperty(name = "kiungo.worker.apart", matchIfMissing = true)
class PlanningApart implements RunPlanning {

  private static final long LOOKED_EVERY_MS = 200;

  private final ScenarioPlanner planner;
  private final Datasets datasets;
  private final Plans plans;
  private final Checkpoints checkpoints;
  private final DataFolder data;
  private final WorkerMemory memory;

  PlanningApart(
      ScenarioPlanner planner,
      Datasets datasets,
      Plans plans,
      Checkpoints checkpoints,
      DataFolder data,
      WorkerMemory memory) {
    this.planner = planner;
    this.datasets = datasets;
    this.plans = plans;
    this.checkpoints = checkpoints;
    this.data = data;
    this.memory = memory;
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
      boolean made = false;
      try {
        datasets.copyLayers(scenario.countries(), layers);
        RunJob job =
            new RunJob(
                run.scenarioText(), run.lever(), run.lease(), checkpoints.folder(), layers, files);
        made = work(job, run, abandoned);
        return made ? files.stream().map(plans::written).toList() : List.of();
      } finally {
        Durable.discard(layers);
        if (!made) {
          files.forEach(Durable::discard);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True when the plans are made; false when they were abandoned. */
  private boolean work(RunJob job, LiveRun run, BooleanSupplier abandoned) throws IOException {
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    try (WorkerProcess worker = WorkerProcess.start(RunProcess.class, memory.mebibytes())) {
      worker.tell(job.toJson());
      watch.scheduleWithFixedDelay(
          () -> look(worker, run, abandoned),
          LOOKED_EVERY_MS,
          LOOKED_EVERY_MS,
          TimeUnit.MILLISECONDS);
      for (String line = worker.listen(); line != null; line = worker.listen()) {
        RunAnswer answer = RunAnswer.of(line);
        if (answer.speed() != null) {
          planner.learn(answer.speed());
          return true;
        }
        hear(answer, run);
      }
      if (abandoned.getAsBoolean()) {
        return false;
      }
      if (worker.endedForMemory()) {
        throw new InputRefused("run.memory", "limitMib", memory.mebibytes());
      }
      throw new Interrupted("the process that planned run " + run.id() + " is gone");
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      watch.shutdownNow();
    }
  }

  private static void look(WorkerProcess worker, LiveRun run, BooleanSupplier abandoned) {
    if (abandoned.getAsBoolean()) {
      worker.close();
    } else if (run.isStopped()) {
      worker.tell(RunProcess.STOP);
    } else if (run.isWatched()) {
      worker.tell(RunProcess.WATCHED);
    }
  }

  private static void hear(RunAnswer answer, LiveRun run) {
    if (answer.refused() != null) {
      throw answer.refused().refusal();
    }
    if (answer.fault() != null) {
      throw new IllegalStateException("in the process of the run: " + answer.fault());
    }
    if (answer.drawn() != null) {
      run.show(answer.drawn());
    } else {
      RunProgress told = answer.progress();
      run.report(told.phase(), told.doneRatio(), told.value(), told.bound(), told.gapRatio());
    }
  }
}
