package org.kiungo.web.attribution;

import java.io.IOException;
import java.nio.file.Path;
import org.kiungo.planner.compare.Attribution;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.draft.EditMixtures;
import org.kiungo.web.worker.Caller;
import org.kiungo.web.worker.Chore;
import org.kiungo.web.worker.TellingProgress;

/** Plans the mixtures of two plans, or of a plan's edits, and says what each change brings. */
public final class AttributionChore implements Chore<AttributionChore.Task, Attribution> {

  /**
   * What to attribute.
   *
   * @param from files of the plan that is changed
   * @param to files of the one it is changed to; null for edits
   * @param edits JSON of the edits; null for two plans
   */
  record Task(Path from, Path to, String edits) {}

  @Override
  public Class<Task> takes() {
    return Task.class;
  }

  @Override
  public Class<Attribution> gives() {
    return Attribution.class;
  }

  @Override
  public Attribution work(Task task, Caller caller) throws IOException {
    PlanFolder from = PlanFolder.read(task.from());
    TellingProgress progress = new TellingProgress(caller::tell);
    if (task.to() == null) {
      EditMixtures edits = EditMixtures.of(from, task.edits());
      return Attribution.of(
          from.problem(), edits.changes(), edits::with, progress, caller::isStopped);
    }
    PlanFolder to = PlanFolder.read(task.to());
    return Attribution.between(from, to, progress, caller::isStopped);
  }
}
