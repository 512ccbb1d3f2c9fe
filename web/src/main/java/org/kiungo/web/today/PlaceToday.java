package org.kiungo.web.today;

import org.kiungo.geodata.reference.people.PlaceCoverage;
import org.kiungo.planner.model.CoverageClass;
import org.kiungo.planner.model.Settlement;

/**
 * People of one place and the share of them that has 4G.
 *
 * @param lon degrees
 * @param lat degrees
 * @param people ≥ 0
 * @param ratio 0–1; NaN = nobody knows, as its range then
 * @param low 0–1, ≤ ratio
 * @param high 0–1, ≥ ratio
 * @param modelled whether the share is Kiungo's own, not imported
 */
record PlaceToday(
    double lon,
    double lat,
    double people,
    double ratio,
    double low,
    double high,
    boolean modelled) {

  static PlaceToday of(Settlement place) {
    double ratio = place.baselineCoverageRatio();
    return new PlaceToday(
        place.location().lon(),
        place.location().lat(),
        Double.isNaN(place.population()) ? 0 : place.population(),
        ratio,
        Double.isNaN(place.baselineLowRatio()) ? ratio : place.baselineLowRatio(),
        Double.isNaN(place.baselineHighRatio()) ? ratio : place.baselineHighRatio(),
        place.baselineModelled());
  }

  static PlaceToday of(PlaceCoverage covered) {
    return new PlaceToday(
        covered.place().location().lon(),
        covered.place().location().lat(),
        covered.place().population(),
        covered.ratio(),
        covered.low(),
        covered.high(),
        true);
  }

  /** Whether its own data say who is covered. */
  boolean isStated() {
    return !modelled && !Double.isNaN(ratio);
  }

  CoverageClass coverage() {
    return CoverageClass.of(low, high);
  }
}
