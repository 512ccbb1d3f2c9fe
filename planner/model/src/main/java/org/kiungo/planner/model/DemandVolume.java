package org.kiungo.planner.model;

import java.util.List;
import org.kiungo.planner.model.value.Figure;

/**
 * How much people of some countries use, as its catalogue file states it: what sizes capacity, as
 * rates size reach. Volumes grow from the year of their figure to {@code forecastUntilYear} and
 * stay; nobody has forecast farther, and equipment bought later carries more for its price.
 *
 * @param id file name in the catalogue
 * @param name English name; other languages under {@code volume.<id>}
 * @param countries ISO 3166-1 alpha-3; empty = all that no other file names
 * @param gbPerUserMonth gigabytes a month of one person's phone
 * @param userGrowthRatioPerYear its growth
 * @param gbPerHouseholdMonth gigabytes a month of a household with a terminal of its own
 * @param householdGrowthRatioPerYear its growth
 * @param busyHourRatio share of a day's volume in its busiest hour, 0–1
 * @param forecastUntilYear last year to which volumes grow
 */
public record DemandVolume(
    String id,
    String name,
    List<String> countries,
    Figure gbPerUserMonth,
    Figure userGrowthRatioPerYear,
    Figure gbPerHouseholdMonth,
    Figure householdGrowthRatioPerYear,
    Figure busyHourRatio,
    Figure forecastUntilYear) {

  public DemandVolume {
    countries = countries == null ? List.of() : List.copyOf(countries);
  }
}
