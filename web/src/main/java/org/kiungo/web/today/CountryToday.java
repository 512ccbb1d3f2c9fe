package org.kiungo.web.today;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.kiungo.geodata.feed.PlannedPeople;
import org.kiungo.geodata.reference.people.CoverageToday;
import org.kiungo.planner.model.InputFile;

/**
 * A country's coverage today: modelled from its own report, or as imported layers state it.
 *
 * @param iso3 ISO 3166-1 alpha-3
 * @param people by class, with the range of who is outside
 * @param report the published share, its year and what speaks against it
 * @param coverageModelled whether of some place at least it is modelled who is covered
 * @param peopleStated in places whose own data say who is covered
 * @param plannedPeople by where their places are from; absent where nothing is imported
 * @param imported layers that people or coverage rest on; empty where all is modelled
 * @param lon where its mark stands, degrees
 * @param lat where its mark stands, degrees
 */
public record CountryToday(
    String iso3,
    PeopleToday people,
    CoverageToday report,
    boolean coverageModelled,
    @JsonIgnore double peopleStated,
    @JsonInclude(JsonInclude.Include.NON_NULL) PlannedPeople plannedPeople,
    List<InputFile> imported,
    double lon,
    double lat) {

  /** Whether places are imported, so that their people need not be the country's population. */
  public boolean placesImported() {
    return plannedPeople != null && plannedPeople.importedPlaces() > 0;
  }

  /** True when something speaks against the published share, and that share is used. */
  public boolean odd() {
    return imported.isEmpty() && report.doubtful();
  }
}
