package org.kiungo.geodata.reference.build.people;

import java.nio.file.Path;
import org.kiungo.geodata.format.Raster;
import org.locationtech.jts.geom.Envelope;

/**
 * People per cell of 5′ in WGS 84: WorldPop 2020 (unconstrained, 1 km, summed), CC BY 4.0. Cells
 * are numbered row by row from the north-west.
 *
 * @see <a href="https://doi.org/10.1371/journal.pone.0107042">Stevens et al. 2015</a>
 */
final class PopulationGrid {

  /** Radius of the sphere with the area of the WGS 84 ellipsoid. */
  private static final double RADIUS_KM = 6371.0072;

  private final int columns;
  private final double west;
  private final double north;
  private final double stepDeg;
  private final double[] people;

  PopulationGrid(int columns, double west, double north, double stepDeg, double[] people) {
    this.columns = columns;
    this.west = west;
    this.north = north;
    this.stepDeg = stepDeg;
    this.people = people;
  }

  static PopulationGrid read(Path raster) {
    try (Raster cells = Raster.open(raster)) {
      double[] a = cells.cellToMap();
      double[] people = cells.read(0, 0, 0, cells.width(), cells.height());
      for (int k = 0; k < people.length; k++) {
        people[k] = people[k] > 0 ? people[k] : 0;
      }
      return new PopulationGrid(cells.width(), a[0], a[3], a[1], people);
    }
  }

  int cells() {
    return people.length;
  }

  int columns() {
    return columns;
  }

  double people(int cell) {
    return people[cell];
  }

  /** The cell that holds a place, −1 outside the grid. */
  int cellAt(double lon, double lat) {
    int column = (int) Math.floor((lon - west) / stepDeg);
    int row = (int) Math.floor((north - lat) / stepDeg);
    boolean inside = column >= 0 && column < columns && row >= 0 && row < people.length / columns;
    return inside ? row * columns + column : -1;
  }

  Envelope box(int cell) {
    double left = west + cell % columns * stepDeg;
    double top = north - cell / columns * stepDeg;
    return new Envelope(left, left + stepDeg, top - stepDeg, top);
  }

  /** Ground of a whole cell, km². */
  double areaKm2(int cell) {
    Envelope box = box(cell);
    double height =
        StrictMath.sin(StrictMath.toRadians(box.getMaxY()))
            - StrictMath.sin(StrictMath.toRadians(box.getMinY()));
    return RADIUS_KM * RADIUS_KM * StrictMath.toRadians(stepDeg) * height;
  }

  /** Cells whose boxes touch a box, in ascending order. */
  int[] within(Envelope box) {
    int rows = people.length / columns;
    int left = Math.max(0, (int) Math.floor((box.getMinX() - west) / stepDeg));
    int right = Math.min(columns - 1, (int) Math.floor((box.getMaxX() - west) / stepDeg));
    int top = Math.max(0, (int) Math.floor((north - box.getMaxY()) / stepDeg));
    int bottom = Math.min(rows - 1, (int) Math.floor((north - box.getMinY()) / stepDeg));
    int[] found = new int[Math.max(0, right - left + 1) * Math.max(0, bottom - top + 1)];
    int count = 0;
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        found[count++] = row * columns + column;
      }
    }
    return found;
  }
}
