package org.kiungo.web.attribution;

import java.util.List;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.compare.Attribution;
import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.folder.Assumptions.Kind;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.web.draft.EditMixtures;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobSource;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.language.Words;
import org.kiungo.web.policy.AssumptionWords;

/**
 * What each change brings.
 *
 * @param id of the job, as the queue has it; null where nobody asked
 * @param state where it stands; null where nobody asked
 * @param before how many come before it while it waits
 * @param doneRatio 0–1
 * @param attribution null until finished
 * @param names of the changes, in words, in their order; empty until finished
 * @param kinds whether each is decided, assumed or data, in their order; empty until finished
 * @param detail why it failed, in words; null otherwise
 */
record AttributionAnswer(
    String id,
    JobState state,
    int before,
    double doneRatio,
    Attribution attribution,
    List<String> names,
    List<Kind> kinds,
    String detail) {

  /** Of what nobody asked. */
  static final AttributionAnswer NONE =
      new AttributionAnswer(null, null, 0, 0, null, List.of(), List.of(), null);

  static AttributionAnswer of(JobRow row, int before, double doneRatio, Words words) {
    Attribution found =
        row.result() == null ? null : JobTable.JSON.readValue(row.result(), Attribution.class);
    return new AttributionAnswer(
        row.id(),
        row.state(),
        before,
        doneRatio,
        found,
        found == null ? List.of() : found.changes().stream().map(c -> name(c, words)).toList(),
        found == null ? List.of() : found.changes().stream().map(Change::kind).toList(),
        JobSource.failure(row, words));
  }

  private static String name(Change change, Words words) {
    return change.name().startsWith(EditMixtures.EDIT)
        ? edit(change, words)
        : AssumptionWords.of(change.name(), words);
  }

  private static String edit(Change change, Words words) {
    String key = "ui.explore.edit." + change.name().substring(EditMixtures.EDIT.length());
    return words.text(key, change.from(), technology(change.to(), words));
  }

  private static String technology(String id, Words words) {
    String key = "technology." + id;
    return words.has(key)
        ? words.text(key)
        : CatalogueReader.builtIn().technologies().stream()
            .filter(each -> each.id().equals(id))
            .map(AccessTechnology::name)
            .findFirst()
            .orElse(id);
  }
}
