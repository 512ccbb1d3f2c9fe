package org.kiungo.web.doubt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.folder.alternative.Alternatives;
import org.kiungo.planner.folder.alternative.AlternativesFolder;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.plan.verdict.PlanVerdict;
import tools.jackson.databind.JsonNode;

/**
 * What pages tell of other plans, as their folder has it.
 *
 * @param id of the study
 * @param alternatives figures; null where the folder is not as it was kept
 * @param serves places of each, in the order of the figures, by their ids
 * @param verdict what may be said of the folder
 */
public record AlternativesContent(
    String id, Alternatives alternatives, List<Set<String>> serves, PlanVerdict verdict)
    implements StudyContent<AlternativesContent> {

  public AlternativesContent {
    serves = List.copyOf(serves);
  }

  static AlternativesContent read(String id, Path folder, PlanVerdict verdict) throws IOException {
    Alternatives figures = AlternativesFolder.figures(folder);
    List<Set<String>> serves = new ArrayList<>();
    for (Alternatives.Alternative each : figures.alternatives()) {
      serves.add(served(folder.resolve(each.folder()).resolve("plan.json")));
    }
    return new AlternativesContent(id, figures, serves, verdict);
  }

  /** Of a plan's decisions, which its folder holds in brief: those alone tell where it serves. */
  private static Set<String> served(Path file) throws IOException {
    Set<String> served = new LinkedHashSet<>();
    JsonNode plan = JobTable.JSON.readTree(Files.readAllBytes(file));
    for (JsonNode each : plan.at("/decisions/settlements")) {
      served.add(each.get("settlementId").asString());
    }
    return served;
  }

  /** Of a folder of which a file is not as it was kept: nothing is told of it. */
  static AlternativesContent changed(String id, PlanVerdict verdict) {
    return new AlternativesContent(id, null, List.of(), verdict);
  }

  @Override
  public AlternativesContent withVerdict(PlanVerdict other) {
    return new AlternativesContent(id, alternatives, serves, other);
  }
}
