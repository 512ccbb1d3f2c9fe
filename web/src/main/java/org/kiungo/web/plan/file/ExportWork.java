package org.kiungo.web.plan.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.kiungo.planner.folder.Durable;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.JobWork;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.job.PatientWrites;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.document.ToldStates;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.Unwanted;
import org.springframework.stereotype.Component;

/** Makes exports of plans, each a file in a folder of its own. Their subject is the plan. */
@Component
class ExportWork implements JobWork {

  static final String KIND = "export";

  private static final Duration KEPT = Duration.ofDays(1);
  private static final String FILE = "export";

  private final Plans plans;
  private final ToldStates told;
  private final PatientWrites writes;
  private final Apart apart;
  private final Budgets budgets;
  private final Path root;

  ExportWork(
      Plans plans,
      ToldStates told,
      PatientWrites writes,
      Apart apart,
      Budgets budgets,
      DataFolder data) {
    this.plans = plans;
    this.told = told;
    this.writes = writes;
    this.apart = apart;
    this.budgets = budgets;
    this.root = data.folder("exports");
  }

  /**
   * What is asked for, as it is kept.
   *
   * @param layer the one to write; empty = as the format can
   * @param language of a document
   */
  record Asked(String format, String layer, String language) {

    static Asked of(String body) {
      return JobTable.JSON.readValue(body, Asked.class);
    }

    String toJson() {
      return JobTable.JSON.writeValueAsString(this);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** One that failed may be asked for again under the same key. */
  @Override
  public boolean isTriedAgain() {
    return true;
  }

  @Override
  public Optional<Duration> kept() {
    return Optional.of(KEPT);
  }

  @Override
  public void forget(String id) {
    Durable.discard(root.resolve(id));
  }

  /** The file of an export that is finished, for as long as it is kept. */
  Path file(String id) {
    return root.resolve(id).resolve(FILE);
  }

  @Override
  public String work(LiveJob job) throws IOException {
    Asked asked = Asked.of(job.row().body());
    String planId = job.row().subject();
    Path part = root.resolve(job.id() + "." + job.lease().number() + DataFolder.UNFINISHED);
    try {
      Files.createDirectory(part);
      ExportChore.Task task =
          new ExportChore.Task(
              plans.getFiles(planId),
              plans.getVerdict(planId),
              asked.format(),
              asked.layer(),
              asked.language(),
              told.states(planId),
              part.resolve(FILE));
      apart.work(
          new ExportChore(),
          task,
          budgets.plan("work", planId, plans.countPlaces(planId)),
          part,
          job::isEnding);
      if (!writes.write(job::isGivenUp, () -> Durable.appear(part, root.resolve(job.id())))) {
        throw new Unwanted();
      }
      return null;
    } finally {
      Durable.discard(part);
    }
  }
}
