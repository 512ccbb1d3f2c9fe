package org.kiungo.planner.radio;

import org.kiungo.planner.model.LonLat;

/**
 * The patch of ground that shares one satellite beam: a cell of a fixed grid of {@value #SIDE_DEG}
 * degrees, about 22 km by 22 km, the footprint of one spot beam (assumed; constellations differ).
 * Everybody in a cell shares {@code beamMbpsPerKm2 × areaKm2} of busy-hour capacity of each
 * satellite technology.
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

  @Override
  public int compareTo(BeamCell other) {
    int byRow = Integer.compare(row, other.row);
    return byRow != 0 ? byRow : Integer.compare(column, other.column);
  }
}
