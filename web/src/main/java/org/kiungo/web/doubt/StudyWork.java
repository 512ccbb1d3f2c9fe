package org.kiungo.web.doubt;

import java.io.IOException;
import java.nio.file.Path;
import org.kiungo.planner.folder.Durable;
import org.kiungo.web.job.JobHearing;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.JobWork;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.job.PatientWrites;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.Unwanted;

/**
 * Studies plans; what is found appears as a folder, whole. Their subject is the plan. Half of a
 * study is no answer: whatever ends one early leaves nothing.
 */
class StudyWork implements JobWork {

  /** Every future, and every other plan, is kept until all are compared with all. */
  private static final long PLANS_AT_ONCE = 2;

  private final StudyKind kind;
  private final Plans plans;
  private final PatientWrites writes;
  private final Apart apart;
  private final Budgets budgets;
  private final Path originals;
  private final Path root;

  StudyWork(
      StudyKind kind,
      Plans plans,
      PatientWrites writes,
      Apart apart,
      Budgets budgets,
      DataFolder data) {
    this.kind = kind;
    this.plans = plans;
    this.writes = writes;
    this.apart = apart;
    this.budgets = budgets;
    this.originals = data.folder("originals");
    this.root = data.folder(kind.root);
  }

  @Override
  public String kind() {
    return kind.id;
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
      StudyChore.Made made =
          apart.work(
              new StudyChore(),
              new StudyChore.Task(kind, job.row().body(), plans.getFiles(plan), originals, part),
              budgets.plan("work", job.id(), places(plans.countPlaces(plan))),
              null,
              new JobHearing(job));
      if (job.isEnding()
          || !writes.write(job::isGivenUp, () -> Durable.appear(part, folder(job.id())))) {
        throw new Unwanted();
      }
      return JobTable.JSON.writeValueAsString(made);
    } finally {
      Durable.discard(part);
    }
  }
}
