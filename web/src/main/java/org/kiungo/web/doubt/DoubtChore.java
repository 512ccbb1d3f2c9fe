package org.kiungo.web.doubt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.kiungo.geodata.store.Originals;
import org.kiungo.planner.doubt.DoubtLayer;
import org.kiungo.planner.doubt.DoubtStudy;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.model.Progress;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.worker.Caller;
import org.kiungo.web.worker.Chore;
import org.kiungo.web.worker.TellingProgress;

/** Studies what a plan loses in futures, into a folder of files, which is then verified. */
public final class DoubtChore implements Chore<DoubtChore.Task, DoubtChore.Made> {

  /** Of the time, the rest being taken by drawing and proving all of it again. */
  private static final double STUDIED_RATIO = 0.6;

  /**
   * What to study.
   *
   * @param plan its files
   * @param originals the files of imported versions
   * @param futures to be drawn
   * @param out folder that is not there yet
   */
  record Task(Path plan, Path originals, int futures, Path out) {}

  /**
   * What it ends with.
   *
   * @param verdict what verifying the folder said
   * @param sha256 of {@code doubt.json}, in which the hash of all other files stands
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
    PlanFolder plan = PlanFolder.read(task.plan());
    TellingProgress telling = new TellingProgress(caller::tell);
    Progress studied = telling.part(0, STUDIED_RATIO);
    DoubtFolder folder =
        DoubtStudy.of(
            plan,
            new DoubtStudy.Asked(
                List.of(DoubtLayer.values()), task.futures(), plan.scenario().seed(), Double.NaN),
            plan.scenario().threads(),
            (phase, done, value, bound, gap) -> {
              synchronized (studied) { // threads end their futures at the same time
                studied.report(phase, done, value, bound, gap);
              }
            });
    folder.write(task.out());
    telling.end();
    Originals originals = new Originals(task.originals());
    PlanVerdict verdict =
        Plans.verified(
            task.out(),
            Set.copyOf(plan.problem().inputs()),
            input -> originals.path(input.sha256()));
    return new Made(verdict, TextFiles.sha256(task.out().resolve(DoubtFolder.DOUBT)));
  }
}
