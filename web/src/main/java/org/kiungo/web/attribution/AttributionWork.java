package org.kiungo.web.attribution;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.kiungo.web.job.AnswersApart;
import org.kiungo.web.job.JobWork;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.worker.Budgets;
import org.springframework.stereotype.Component;

/** Attributes differences. */
@Component
class AttributionWork implements JobWork {

  static final String KIND = "attribution";

  private static final Duration KEPT = Duration.ofDays(365);

  private final Plans plans;
  private final Budgets budgets;
  private final AnswersApart answers;

  AttributionWork(Plans plans, Budgets budgets, AnswersApart answers) {
    this.plans = plans;
    this.budgets = budgets;
    this.answers = answers;
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
    AttributionSubject asked = AttributionSubject.of(job.row());
    Path to = asked.to() == null ? null : plans.getFiles(asked.to());
    AttributionChore.Task task =
        new AttributionChore.Task(plans.getFiles(asked.from()), to, job.row().body());
    long places = 2L * plans.countPlaces(asked.from());
    answers.answer(job, new AttributionChore(), task, budgets.plan("work", job.id(), places));
    return null;
  }
}
