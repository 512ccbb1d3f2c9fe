package org.kiungo.web.doubt;

import java.io.IOException;
import java.nio.file.Path;
import org.kiungo.planner.folder.Durable;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.JobWork;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.job.PatientWrites;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.Hearing;
import org.kiungo.web.worker.Told;
import org.kiungo.web.worker.Unwanted;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Studies plans in doubt; what is found appears as a folder, whole. Their subject is the plan. Some
 * of the futures are no answer: whatever ends a study early leaves nothing.
 */
@Component
class DoubtWork implements JobWork {

  static final String KIND = "doubt";

  /** Every future keeps a plan of its own until all are restated in all. */
  private static final long PLANS_AT_ONCE = 2;

  private final Plans plans;
  private final PatientWrites writes;
  private final Apart apart;
  private final Budgets budgets;
  private final Path originals;
  private final Path root;

  DoubtWork(Plans plans, PatientWrites writes, Apart apart, Budgets budgets, DataFolder data) {
    this.plans = plans;
    this.writes = writes;
    this.apart = apart;
    this.budgets = budgets;
    this.originals = data.folder("originals");
    this.root = data.folder("doubts");
  }

  /**
   * What is asked for, as it is kept.
   *
   * @param futures to be drawn
   */
  record Asked(int futures) {

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

  /** What was stopped or failed may be begun again. */
  @Override
  public boolean isTriedAgain() {
    return true;
  }

  /** What a plan of so many places takes of memory, told in places. */
  static long places(long ofPlan) {
    return PLANS_AT_ONCE * ofPlan;
  }

  /** The files of a study that is finished. */
  Path folder(String id) {
    return root.resolve(id);
  }

  @Override
  public String work(LiveJob job) throws IOException {
    String plan = job.row().subject();
    Path part = root.resolve(job.id() + "." + job.lease().number() + DataFolder.UNFINISHED);
    try {
      DoubtChore.Made made =
          apart.work(
              new DoubtChore(),
              new DoubtChore.Task(
                  plans.getFiles(plan), originals, Asked.of(job.row().body()).futures(), part),
              budgets.plan("work", job.id(), places(plans.countPlaces(plan))),
              null,
              new Heard(job));
      if (job.isEnding()
          || !writes.write(job::isGivenUp, () -> Durable.appear(part, folder(job.id())))) {
        throw new Unwanted();
      }
      return JobTable.JSON.writeValueAsString(made);
    } finally {
      Durable.discard(part);
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
