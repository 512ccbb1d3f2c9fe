package org.kiungo.web.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.kiungo.planner.model.Institutions;

/**
 * What an imported dataset changes of the next question about its country.
 *
 * @param layer it is of
 * @param country ISO 3166-1 alpha-3
 * @param coverage who is covered today; absent for other layers
 * @param coverageUnknown settlements of which no source tells who is covered today; absent where
 *     there is none, and for other layers
 * @param institutions schools, clinics and others that joined a place, by kind; empty for other
 *     layers
 * @param kindUnknown facilities of no kind that is known, which are left out
 * @param grid how far the power grid is; absent for other layers
 * @param hazard places that hazards close or make dearer; absent for other layers
 * @param hopsClosed candidate radio hops that its ground closes; absent for other layers
 */
record LayerEffect(
    String layer,
    String country,
    @JsonInclude(JsonInclude.Include.NON_NULL) Coverage coverage,
    @JsonInclude(JsonInclude.Include.NON_NULL) Unknown coverageUnknown,
    List<Institutions.Joined> institutions,
    long kindUnknown,
    @JsonInclude(JsonInclude.Include.NON_NULL) Grid grid,
    @JsonInclude(JsonInclude.Include.NON_NULL) Hazard hazard,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer hopsClosed) {

  /**
   * Settlements of a country that count as without service because nobody tells otherwise.
   *
   * @param places settlements
   * @param people in them, as far as known
   */
  record Unknown(long places, double people) {}

  /**
   * Settlements of a country and the power grid.
   *
   * @param places settlements
   * @param known of which the distance to a line is known
   * @param near that are at most so far from one
   * @param nearKm how far
   */
  record Grid(long places, long known, long near, double nearKm) {}

  /**
   * Settlements of a country and hazards to sites.
   *
   * @param closed where no new site may stand
   * @param dearer others, where building one costs more
   */
  record Hazard(long closed, long dearer) {}

  /**
   * People covered today.
   *
   * @param people in all places
   * @param peopleBefore covered without the dataset
   * @param peopleAfter covered with it
   * @param publishedRatio share of people by the country's own report, 0–1
   * @param publishedYear of that report
   */
  record Coverage(
      double people,
      double peopleBefore,
      double peopleAfter,
      double publishedRatio,
      int publishedYear) {}
}
