package org.kiungo.web.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioJson;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.web.dataset.CopiedLayers;
import org.kiungo.web.json.Numbers;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.worker.ServerLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The Java in which {@link PlanningApart} has one run planned. */
public final class RunProcess implements Progress {

  /** Told for the best plan so far. */
  static final String STOP = "stop";

  /** Told while somebody wants to see the best plan so far. */
  static final String WATCHED = "watched";

  private static final Logger LOG = LoggerFactory.getLogger(RunProcess.class);
  private static final long TOLD_EVERY_NANOS = 100_000_000L;

  /** Longer than between two words that somebody watches. */
  private static final long WATCHED_NANOS = 2_000_000_000L;

  private final CompletableFuture<String> told = new CompletableFuture<>();
  private final ServerLine server = new ServerLine(this::hear);
  private volatile boolean stopped;
  private volatile long wantedUntilNanos = System.nanoTime();
  private RunOffers offers;
  private RunProgress last = RunProgress.NONE;
  private long nextNanos = System.nanoTime();

  private RunProcess() {}

  /** Plans what it is told on standard input, and answers on standard output. */
  public static void main(String[] arguments) {
    RunProcess process = new RunProcess();
    process.run(RunJob.of(process.told.join()));
    System.exit(0);
  }

  private void hear(String line) {
    switch (line) {
      case STOP -> stopped = true;
      case WATCHED -> wantedUntilNanos = System.nanoTime() + WATCHED_NANOS;
      default -> told.complete(line);
    }
  }

  private void run(RunJob job) {
    try {
      JsonMapper json =
          JsonMapper.builder()
              .addModule(Numbers.unknownAsNull())
              .addModule(ScenarioJson.levers())
              .build();
      Checkpoints checkpoints = new Checkpoints(job.checkpoints(), json);
      ScenarioPlanner planner = ScenarioPlanner.on(new CopiedLayers(job.layers()));
      List<PlanFolder> found =
          planner.plans(
              job.read(),
              job.lever(),
              checkpoints.read(job.lease().id()),
              problem -> of(problem, checkpoints, job),
              () -> stopped);
      answer(RunAnswer.of(last));
      for (int k = 0; k < found.size(); k++) {
        write(found.get(k), job.plans().get(k));
      }
      answer(RunAnswer.of(planner.speed()));
    } catch (InputRefused refused) {
      answer(RunAnswer.of(refused));
    } catch (RuntimeException | InterruptedException fault) {
      LOG.error("fault in run {}", job.lease().id(), fault);
      answer(RunAnswer.of(fault));
    }
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

  private Progress of(PlanningProblem problem, Checkpoints checkpoints, RunJob job) {
    offers = new RunOffers(problem, checkpoints, job.lease());
    return this;
  }

  private void answer(RunAnswer answer) {
    server.answer(answer.toJson());
  }

  @Override
  public void report(String phase, double doneRatio, double value, double bound, double gapRatio) {
    boolean newPhase = !phase.equals(last.phase());
    last = new RunProgress(phase, doneRatio, value, bound, gapRatio, 0, 0);
    long now = System.nanoTime();
    if (newPhase || now - nextNanos >= 0) {
      nextNanos = now + TOLD_EVERY_NANOS;
      answer(RunAnswer.of(last));
    }
  }

  @Override
  public void offer(Supplier<Plan> plan) {
    BestSoFar.Drawn another = offers.take(plan, wantedUntilNanos);
    if (another != null) {
      answer(RunAnswer.of(another));
    }
  }
}
