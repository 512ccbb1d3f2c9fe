package org.kiungo.web.joint;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.kiungo.planner.compare.JointPair;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.JobWork;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.job.PatientWrites;
import org.kiungo.web.plan.PlanCorridors;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.Caller;
import org.kiungo.web.worker.Chore;
import org.kiungo.web.worker.Hearing;
import org.kiungo.web.worker.TellingProgress;
import org.kiungo.web.worker.Told;
import org.kiungo.web.worker.Unwanted;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Plans the countries of a joint plan one by one. Half an answer is none. */
@Component
class JointWork implements JobWork {

  static final String KIND = "joint";

  private static final Duration KEPT = Duration.ofDays(365);

  private final Plans plans;
  private final Apart apart;
  private final Budgets budgets;
  private final PatientWrites writes;

  JointWork(Plans plans, Apart apart, Budgets budgets, PatientWrites writes) {
    this.plans = plans;
    this.apart = apart;
    this.budgets = budgets;
    this.writes = writes;
  }

  /**
   * The chore of it.
   *
   * @param plan files of the joint plan
   */
  record Task(Path plan) {}

  /** Plans together and one by one. */
  public static final class JointChore implements Chore<Task, JointWorth> {

    @Override
    public Class<Task> takes() {
      return Task.class;
    }

    @Override
    public Class<JointWorth> gives() {
      return JointWorth.class;
    }

    @Override
    public JointWorth work(Task task, Caller caller) throws IOException {
      PlanFolder plan = PlanFolder.read(task.plan());
      return JointWorth.of(
          JointPair.run(
              plan.problem(),
              plan.scenario(),
              PlanCorridors::earnedUsd,
              new TellingProgress(caller::tell),
              ScenarioPlanner.sharedSeconds(plan.scenario(), caller::isStopped)));
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Duration> kept() {
    return Optional.of(KEPT);
  }

  /** What was stopped or failed may be begun again. */
  @Override
  public boolean isTriedAgain() {
    return true;
  }

  @Override
  public String work(LiveJob job) throws IOException {
    String plan = job.row().subject();
    try {
      JointWorth found =
          apart.work(
              new JointChore(),
              new Task(plans.getFiles(plan)),
              budgets.plan("work", job.id(), 2L * plans.countPlaces(plan)),
              null,
              new Heard(job));
      if (job.isEnding()) {
        throw new Unwanted();
      }
      String told = JobTable.JSON.writeValueAsString(found);
      // written here, so that whoever asks for the same finds this one
      writes.write(job::isGivenUp, () -> job.end(told));
      return null;
    } catch (InputRefused refused) {
      if (job.isEnding()) {
        throw new Unwanted();
      }
      throw refused;
    }
  }

  private record Heard(LiveJob job) implements Hearing {

    @Override
    public boolean isUnwanted() {
      return job.isEnding();
    }

    @Override
    public void told(JsonNode progress) {
      job.at(Told.of(progress));
    }
  }
}
