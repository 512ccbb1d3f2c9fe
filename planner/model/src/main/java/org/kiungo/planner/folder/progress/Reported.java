package org.kiungo.planner.folder.progress;

import java.util.List;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressReport.BuiltFile;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.folder.progress.ProgressReport.Told;

/**
 * What as-built files say before it is matched to a plan.
 *
 * @param files in the order in which they were read
 * @param rows those that can be read, likewise
 * @param told of those that cannot, and what else is to be told
 * @param lots of which lot each part of the plan is; none = as the rows say
 */
public record Reported(List<BuiltFile> files, List<Row> rows, List<Told> told, List<LotOf> lots) {

  /** A row that can be read; see {@link BuiltRow} for what its parts are. */
  public record Row(
      String file,
      long row,
      String id,
      String place,
      String lot,
      double lon,
      double lat,
      String date,
      double costUsd,
      String technology,
      String proof,
      String state,
      Verified verified,
      double people) {}
}
