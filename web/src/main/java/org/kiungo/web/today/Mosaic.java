package org.kiungo.web.today;

import java.nio.ByteBuffer;
import java.util.List;
import org.kiungo.planner.model.CoverageClass;

/**
 * Where people live, by class of coverage, in cells that are squares on a Mercator map.
 *
 * <pre>
 *  double west, north      of the corner, degrees and Mercator radians
 *  double cell             side, degrees of longitude
 *  int columns, rows
 *  columns × ⌈rows / 2⌉ bytes, from the north-west: 16 × a cell + the cell south of it, each
 *                          0 = hardly anyone, else 1 + 3 × class + density
 * </pre>
 *
 * Classes are those of {@link CoverageClass}, by the share of a cell's people together, unknown
 * where it is of one of them; densities are 0 = under 5, 1 = under 50, 2 = from 50 people per km².
 * Numbers are big-endian.
 */
final class Mosaic {

  private static final int HEADER_BYTES = 4 * Double.BYTES;
  private static final double KM_PER_DEGREE = 111.32;
  private static final double HARDLY_ANYONE = 0.5;
  private static final double[] DENSITIES = {5, 50};

  private Mosaic() {}

  /**
   * Cells of some places.
   *
   * @param cellDegrees side of a cell, degrees of longitude
   */
  static byte[] of(List<PlaceToday> places, double cellDegrees) {
    double west = floor(places.stream().mapToDouble(PlaceToday::lon).min().orElse(0), cellDegrees);
    double east = places.stream().mapToDouble(PlaceToday::lon).max().orElse(0);
    double cell = Math.toRadians(cellDegrees);
    double north = places.stream().mapToDouble(each -> mercator(each.lat())).max().orElse(0);
    double south = places.stream().mapToDouble(each -> mercator(each.lat())).min().orElse(0);
    int columns = (int) ((east - west) / cellDegrees) + 1;
    int rows = (int) ((north - south) / cell) + 1;
    double[] people = new double[columns * rows];
    double[] atLeast = new double[columns * rows];
    double[] atMost = new double[columns * rows];
    for (PlaceToday each : places) {
      int column = (int) ((each.lon() - west) / cellDegrees);
      int row = (int) ((north - mercator(each.lat())) / cell);
      int k = row * columns + column;
      people[k] += each.people();
      atLeast[k] += each.people() * each.low();
      atMost[k] += each.people() * each.high();
    }
    byte[] cells = new byte[columns * ((rows + 1) / 2)];
    for (int k = 0; k < people.length; k++) {
      int row = k / columns;
      double lat = latitude(north - (row + 0.5) * cell);
      double side = cellDegrees * KM_PER_DEGREE * Math.cos(Math.toRadians(lat));
      int index = index(people[k], atLeast[k], atMost[k], side * side);
      cells[row / 2 * columns + k % columns] |= (byte) (row % 2 == 0 ? index << 4 : index);
    }
    return ByteBuffer.allocate(HEADER_BYTES + cells.length)
        .putDouble(west)
        .putDouble(north)
        .putDouble(cellDegrees)
        .putInt(columns)
        .putInt(rows)
        .put(cells)
        .array();
  }

  private static int index(double people, double atLeast, double atMost, double areaKm2) {
    double density = people / areaKm2;
    if (density < HARDLY_ANYONE) {
      return 0;
    }
    int thin = density < DENSITIES[0] ? 0 : density < DENSITIES[1] ? 1 : 2;
    return 1 + 3 * CoverageClass.of(atLeast / people, atMost / people).ordinal() + thin;
  }

  private static double floor(double value, double step) {
    return Math.floor(value / step) * step;
  }

  private static double mercator(double lat) {
    return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2));
  }

  private static double latitude(double mercator) {
    return Math.toDegrees(2 * Math.atan(Math.exp(mercator)) - Math.PI / 2);
  }
}
