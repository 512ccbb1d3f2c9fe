package org.kiungo.web.plan.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.kiungo.planner.folder.Durable;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.document.ProjectState;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.worker.Caller;
import org.kiungo.web.worker.Chore;

/** Writes a plan in the format of another program. */
public final class ExportChore implements Chore<ExportChore.Task, Boolean> {

  /**
   * What to write.
   *
   * @param plan its files
   * @param verdict what may be said of it
   * @param format as {@link PlanExports#formats} names it
   * @param layer the one to write; empty = as the format can
   * @param language of a document
   * @param states how far projects have come, by id
   * @param out a file that is not there yet
   */
  record Task(
      Path plan,
      PlanVerdict verdict,
      String format,
      String layer,
      String language,
      Map<String, ProjectState> states,
      Path out) {}

  @Override
  public Class<Task> takes() {
    return Task.class;
  }

  @Override
  public Class<Boolean> gives() {
    return Boolean.class;
  }

  @Override
  public Boolean work(Task task, Caller caller) throws IOException {
    Words words = Words.in(task.language());
    PlanExports.write(
        task.plan(),
        task.verdict(),
        task.format(),
        task.layer(),
        words,
        planId -> task.states(),
        task.out());
    Durable.file(task.out());
    Durable.folder(task.out().getParent());
    return true;
  }
}
