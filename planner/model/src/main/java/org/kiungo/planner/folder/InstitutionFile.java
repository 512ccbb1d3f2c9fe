package org.kiungo.planner.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kiungo.planner.model.Institutions;
import org.kiungo.planner.model.institution.GoalOutcome;
import org.kiungo.planner.model.institution.InstitutionTotals;

/**
 * {@code institutions.json}: schools, clinics and others by kind, what one of each takes with the
 * evidence for it, how many have a place and how many lie too far from any, and what they have
 * under the plan. How many stand at each place is a column of {@code settlements.geojson}.
 */
final class InstitutionFile {

  static final String NAME = "institutions.json";

  private InstitutionFile() {}

  /**
   * The file.
   *
   * @param kinds as they were joined
   * @param totals what they have under the plan
   * @param goals what the plan does for those of the scenario, in their order
   */
  record Content(
      List<Institutions.Joined> kinds, List<InstitutionTotals> totals, List<GoalOutcome> goals) {}

  static void write(
      Path folder,
      Institutions institutions,
      List<InstitutionTotals> totals,
      List<GoalOutcome> goals)
      throws IOException {
    Content content = new Content(institutions.kinds(), totals, goals);
    Files.write(folder.resolve(NAME), TextFiles.pretty(content));
  }

  /** The institutions of a folder; none where it was made without. */
  static Institutions read(Path folder) {
    return Files.exists(folder.resolve(NAME))
        ? new Institutions(TextFiles.read(folder, NAME, Content.class).kinds())
        : Institutions.NONE;
  }
}
