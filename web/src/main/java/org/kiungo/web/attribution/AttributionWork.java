package org.kiungo.web.attribution;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.kiungo.planner.compare.Attribution;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.JobWork;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.job.PatientWrites;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.Hearing;
import org.kiungo.web.worker.Told;
import org.kiungo.web.worker.Unwanted;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Attributes differences. Half an answer is none: whatever ends one early leaves nothing. */
@Component
class AttributionWork implements JobWork {

  static final String KIND = "attribution";

  private static final Duration KEPT = Duration.ofDays(365);

  private final Plans plans;
  private final Apart apart;
  private final Budgets budgets;
  private final PatientWrites writes;

  AttributionWork(Plans plans, Apart apart, Budgets budgets, PatientWrites writes) {
    this.writes = writes;
    this.plans = plans;
    this.apart = apart;
    this.budgets = budgets;
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
    try {
      Attribution found =
          apart.work(
              new AttributionChore(),
              task,
              budgets.plan("work", job.id(), 2L * plans.countPlaces(asked.from())),
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
