package org.kiungo.planner.radio;

import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.LonLat;

/**
 * The patch of ground that shares one satellite beam: a cell of a fixed grid of {@value #SIDE_DEG}
 * degrees, about 22 km by 22 km, the footprint of one spot beam (assumed; constellations differ).
 * Everybody in a cell, terminals and sites that satellites feed, shares {@link #mbps} of busy-hour
 * capacity of each constellation.
 *
 * @param column cells east of longitude −180
 * @param row cells north of latitude −90
 */
public record BeamCell(int column, int row) implements Comparable<BeamCell> {

  /** Side of a cell in degrees of longitude and of latitude. */
  public static final double SIDE_DEG = 0.2;

  /** Mean radius of the Earth, km (IUGG 1980). */
  private static final double EARTH_RADIUS_KM = 6371.0088;

  /** The cell a place lies in. */
  public static BeamCell of(LonLat place) {
    return new BeamCell(
        (int) Math.floor((place.lon() + 180) / SIDE_DEG),
        (int) Math.floor((place.lat() + 90) / SIDE_DEG));
  }

  /**
   * Area on the sphere: R² · Δlon · (sin north − sin south).
   *
   * @return km², &gt; 0
   */
  public double areaKm2() {
    double south = StrictMath.toRadians(row * SIDE_DEG - 90);
    double north = StrictMath.toRadians((row + 1) * SIDE_DEG - 90);
    return EARTH_RADIUS_KM
        * EARTH_RADIUS_KM
        * StrictMath.toRadians(SIDE_DEG)
        * (StrictMath.sin(north) - StrictMath.sin(south));
  }

  /**
   * What the satellites of a technology carry over the cell: capacity per km², grown to the year
   * that plans are sized for, times the area.
   *
   * @param money its last year is the year to size for, but not beyond the forecast
   * @return Mbps in the busy hour
   * @throws NullPointerException when the technology's capacity is not limited
   */
  public double mbps(AccessTechnology technology, Money money) {
    Figure today = technology.beamMbpsPerKm2();
    double grown = 1;
    if (technology.beamGrowthRatioPerYear() != null) {
      double until = Math.min(money.lastYear(), technology.beamForecastUntilYear().value());
      double years = Math.max(0, until - today.year());
      grown = StrictMath.pow(1 + technology.beamGrowthRatioPerYear().value(), years);
    }
    return today.value() * grown * areaKm2();
  }

  @Override
  public int compareTo(BeamCell other) {
    int byRow = Integer.compare(row, other.row);
    return byRow != 0 ? byRow : Integer.compare(column, other.column);
  }
}
