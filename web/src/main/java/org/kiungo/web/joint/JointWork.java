package org.kiungo.web.joint;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.kiungo.planner.compare.JointPair;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.job.AnswersApart;
import org.kiungo.web.job.JobWork;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.plan.PlanCorridors;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.Caller;
import org.kiungo.web.worker.Chore;
import org.kiungo.web.worker.TellingProgress;
import org.springframework.stereotype.Component;

/** Plans the countries of a joint plan one by one. */
@Component
class JointWork implements JobWork {

  static final String KIND = "joint";

  private static final Duration KEPT = Duration.ofDays(365);

  private final Plans plans;
  private final Budgets budgets;
  private final AnswersApart answers;

  JointWork(Plans plans, Budgets budgets, AnswersApart answers) {
    this.plans = plans;
    this.budgets = budgets;
    this.answers = answers;
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
    answers.answer(
        job,
        new JointChore(),
        new Task(plans.getFiles(plan)),
        budgets.plan("work", job.id(), 2L * plans.countPlaces(plan)));
    return null;
  }
}
