package org.kiungo.web.doubt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.kiungo.geodata.store.Originals;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.model.Progress;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.worker.Caller;
import org.kiungo.web.worker.Chore;
import org.kiungo.web.worker.TellingProgress;

/** Studies a plan, into a folder of files, which is then verified. */
public final class StudyChore implements Chore<StudyChore.Task, StudyChore.Made> {

  /**
   * What to study.
   *
   * @param kind of study
   * @param asked what is asked for, as its kind keeps it
   * @param plan its files
   * @param originals the files of imported versions
   * @param out folder that is not there yet
   */
  record Task(StudyKind kind, String asked, Path plan, Path originals, Path out) {}

  /**
   * What it ends with.
   *
   * @param verdict what verifying the folder said
   * @param sha256 of its figures, in which the hash of all other files stands
   */
  record Made(PlanVerdict verdict, String sha256) {}

  @Override
  public Class<Task> takes() {
    return Task.class;
  }

  @Override
  public Class<Made> gives() {
    return Made.class;
  }

  @Override
  public Made work(Task task, Caller caller) throws IOException {
    StudyKind kind = task.kind();
    PlanFolder plan = PlanFolder.read(task.plan());
    TellingProgress telling = new TellingProgress(caller::tell);
    Progress studied = telling.part(0, kind.studiedRatio);
    kind.asked(task.asked())
        .study(
            plan,
            task.out(),
            (phase, done, value, bound, gap) -> {
              synchronized (studied) { // threads end their parts at the same time
                studied.report(phase, done, value, bound, gap);
              }
            });
    telling.end();
    Originals originals = new Originals(task.originals());
    PlanVerdict verdict =
        Plans.verified(
            task.out(),
            Set.copyOf(plan.problem().inputs()),
            input -> originals.path(input.sha256()));
    return new Made(verdict, TextFiles.sha256(task.out().resolve(kind.figures)));
  }
}
