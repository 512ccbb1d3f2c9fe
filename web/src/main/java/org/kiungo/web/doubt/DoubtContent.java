package org.kiungo.web.doubt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.web.plan.verdict.PlanVerdict;

/**
 * What pages tell of a plan in doubt, as its folder has it.
 *
 * @param id of the study
 * @param doubt what the plan loses; null where the folder is not as it was kept
 * @param futures with all layers, in their order
 * @param places in the order of the plan's
 * @param peopleGained by the plans of futures, as {@link DoubtFolder#peopleGained} has it
 * @param verdict what may be said of the folder
 */
public record DoubtContent(
    String id,
    Doubt doubt,
    List<FutureRow> futures,
    List<PlaceRow> places,
    Map<String, Double> peopleGained,
    PlanVerdict verdict)
    implements StudyContent<DoubtContent> {

  public DoubtContent {
    futures = List.copyOf(futures);
    places = List.copyOf(places);
    peopleGained = Map.copyOf(peopleGained);
  }

  static DoubtContent read(String id, Path folder, PlanVerdict verdict) throws IOException {
    DoubtFolder read = DoubtFolder.read(folder);
    List<FutureRow> all = read.futures().stream().filter(each -> each.layer().isEmpty()).toList();
    return new DoubtContent(id, read.doubt(), all, read.places(), read.peopleGained(), verdict);
  }

  /** Of a folder of which a file is not as it was kept: nothing is told of it. */
  static DoubtContent changed(String id, PlanVerdict verdict) {
    return new DoubtContent(id, null, List.of(), List.of(), Map.of(), verdict);
  }

  @Override
  public DoubtContent withVerdict(PlanVerdict other) {
    return new DoubtContent(id, doubt, futures, places, peopleGained, other);
  }
}
