package org.kiungo.planner.folder.redaction;

import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;

/**
 * Cells of which each is at least so high and so wide as was asked, everywhere on the ellipsoid.
 * Rows of equal height in degrees divide the way from pole to pole; each row is divided into cells
 * that are wide enough along its edge nearer to a pole.
 *
 * @param cellKm 0.1 to 1,000
 */
record BlurGrid(double cellKm) {

  private static final double LEAST_KM = 0.1;
  private static final double MOST_KM = 1000;

  /**
   * A degree of latitude is nowhere shorter on WGS 84, km: 110.574 at the equator.
   *
   * @see <a href="https://earth-info.nga.mil/php/download.php?file=coord-wgs84">NGA.STND.0036,
   *     World Geodetic System 1984</a>
   */
  private static final double LATITUDE_KM = 110.57;

  /** A degree of longitude at a latitude is nowhere shorter than this × its cosine, km. */
  private static final double LONGITUDE_KM = 111.31;

  /** Digits of a centre: a tenth of a metre. */
  private static final double DIGITS = 1e6;

  BlurGrid {
    if (!(cellKm >= LEAST_KM && cellKm <= MOST_KM)) {
      throw new InputRefused(
          "field.range", "field", "blurKm", "value", cellKm, "low", LEAST_KM, "high", MOST_KM);
    }
  }

  /** The middle of the cell in which a place lies. */
  LonLat centre(LonLat place) {
    int rows = Math.max(1, (int) Math.floor(180 * LATITUDE_KM / cellKm));
    double height = 180.0 / rows;
    int row = Math.min(rows - 1, (int) Math.floor((place.lat() + 90) / height));
    double south = row * height - 90;
    double polar = Math.max(Math.abs(south), Math.abs(south + height));
    double circle = 360 * LONGITUDE_KM * StrictMath.cos(StrictMath.toRadians(polar));
    int columns = Math.max(1, (int) Math.floor(circle / cellKm));
    double width = 360.0 / columns;
    int column = Math.min(columns - 1, (int) Math.floor((place.lon() + 180) / width));
    return new LonLat(
        Math.rint(((column + 0.5) * width - 180) * DIGITS) / DIGITS,
        Math.rint((south + height / 2) * DIGITS) / DIGITS);
  }
}
