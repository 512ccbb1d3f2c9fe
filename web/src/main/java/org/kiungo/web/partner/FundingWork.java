package org.kiungo.web.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kiungo.planner.folder.Durable;
import org.kiungo.web.job.JobWork;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.job.PatientWrites;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.Hearing;
import org.kiungo.web.worker.Unwanted;
import org.springframework.stereotype.Component;

/** Answers who pays; an answer appears as a folder, whole. */
@Component
class FundingWork implements JobWork {

  static final String KIND = "funding";

  private final Plans plans;
  private final PatientWrites writes;
  private final Apart apart;
  private final Budgets budgets;
  private final Path root;

  FundingWork(Plans plans, PatientWrites writes, Apart apart, Budgets budgets, DataFolder data) {
    this.plans = plans;
    this.writes = writes;
    this.apart = apart;
    this.budgets = budgets;
    this.root = data.folder(FundingAnswers.FOLDER);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Its subject is the plan. */
  @Override
  public String work(LiveJob job) throws IOException {
    Path part = root.resolve(job.id() + "." + job.lease().number() + DataFolder.UNFINISHED);
    Path plan = plans.getFiles(job.row().subject());
    try {
      Files.createDirectory(part);
      apart.work(
          new FundingChore(),
          new FundingChore.Task(job.row().body(), plan, part),
          budgets.plan("work", job.row().subject(), plans.countPlaces(job.row().subject())),
          part,
          new Heard(job));
      if (!writes.write(job::isGivenUp, () -> Durable.appear(part, root.resolve(job.id())))) {
        throw new Unwanted();
      }
      return null;
    } finally {
      Durable.discard(part);
    }
  }

  private record Heard(LiveJob job) implements Hearing {

    @Override
    public boolean isUnwanted() {
      return job.isLeft();
    }

    @Override
    public boolean isStopped() {
      return job.isStopped();
    }
  }
}
