package org.kiungo.geodata.settle;

import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;

/**
 * The ground a settlement is taken to cover where its own area is not known: a circle of its
 * inhabited area around its place. Cells are not kept after extraction, and imported settlements
 * often have a point only.
 *
 * @param centre its place
 * @param radiusKm of the circle, ≥ 0
 */
record SettlementFootprint(LonLat centre, double radiusKm) {

  private static final double KM_PER_DEGREE_LAT = 110.574;
  private static final double KM_PER_DEGREE_LON = 111.320;

  static SettlementFootprint of(Settlement settlement) {
    double area = settlement.areaKm2();
    return new SettlementFootprint(settlement.location(), area > 0 ? Math.sqrt(area / Math.PI) : 0);
  }

  double degreesLat() {
    return radiusKm / KM_PER_DEGREE_LAT;
  }

  double degreesLon() {
    double cosLat = Math.cos(Math.toRadians(centre.lat()));
    return radiusKm / (KM_PER_DEGREE_LON * Math.max(0.01, cosLat));
  }
}
