package org.kiungo.planner.verify.formula;

import org.kiungo.planner.model.value.LonLat;

/**
 * A cell of a grid whose cells are nowhere smaller than asked: rows of equal height in degrees from
 * pole to pole, each divided into as many cells as are wide enough along its shorter edge.
 *
 * @param south degrees
 * @param north degrees
 * @param west degrees
 * @param east degrees
 */
public record BlurCell(double south, double north, double west, double east) {

  /** Shortest degree of a meridian on WGS 84, km. */
  private static final double MERIDIAN_KM = 110.57;

  /** Shortest degree of the equator's radius, km; × cosine of the latitude for a parallel. */
  private static final double PARALLEL_KM = 111.31;

  /** Centres are written to so many parts of a degree. */
  private static final double PARTS = 1_000_000;

  /** Kilometres that rounding a centre may make a distance differ by. */
  private static final double ROUNDING_KM = 0.001;

  /** The cell in which a place lies. */
  public static BlurCell of(LonLat place, double cellKm) {
    double rows = Math.max(1, Math.floor(180 * MERIDIAN_KM / cellKm));
    double height = 180 / rows;
    double row = Math.min(rows - 1, Math.floor((place.lat() + 90) / height));
    double south = row * height - 90;
    double north = Math.min(90, south + height);
    double nearPole = Math.max(Math.abs(south), Math.abs(north));
    double parallelKm = 360 * PARALLEL_KM * StrictMath.cos(StrictMath.toRadians(nearPole));
    double columns = Math.max(1, Math.floor(parallelKm / cellKm));
    double width = 360 / columns;
    double column = Math.min(columns - 1, Math.floor((place.lon() + 180) / width));
    double west = column * width - 180;
    return new BlurCell(south, north, west, Math.min(180, west + width));
  }

  /** True where a place is the middle of this cell, as it is written. */
  public boolean isCentre(LonLat place) {
    double half = 0.75 / PARTS;
    return Math.abs(place.lon() - (west + east) / 2) <= half
        && Math.abs(place.lat() - (south + north) / 2) <= half
        && Math.rint(place.lon() * PARTS) / PARTS == place.lon()
        && Math.rint(place.lat() * PARTS) / PARTS == place.lat();
  }

  /** How far a place in a cell may lie from the cell's middle, km. */
  public static double halfDiagonalKm(LonLat centre, double cellKm) {
    BlurCell cell = of(centre, cellKm);
    double most = 0;
    for (double lat : new double[] {cell.south, cell.north}) {
      most = Math.max(most, centre.distanceKm(new LonLat(cell.west, lat)));
      most = Math.max(most, centre.distanceKm(new LonLat(cell.east, lat)));
    }
    return most + ROUNDING_KM;
  }
}
