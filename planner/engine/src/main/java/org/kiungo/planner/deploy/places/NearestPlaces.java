package org.kiungo.planner.deploy.places;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Uniform grid over places for nearest and within-radius questions, on the plane x = lon · cos(mean
 * lat), y = lat (degrees). Distances here only rank and preselect; every length that costs money is
 * geodesic. Ties are broken by index, so answers do not depend on the order of insertion.
 */
public final class NearestPlaces {

  /** Kilometres per degree of latitude, low end over the ellipsoid, so that radii err outward. */
  static final double KM_PER_DEG = 110.5;

  private final double[] x;
  private final double[] y;
  private final double west;
  private final double south;
  private final double side;
  private final int columns;
  private final int rows;
  private final int[] cellFirst;
  private final int[] cellPlace;

  NearestPlaces(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    int n = x.length;
    west = Arrays.stream(x).min().orElse(0);
    south = Arrays.stream(y).min().orElse(0);
    double width = Arrays.stream(x).max().orElse(0) - west;
    double height = Arrays.stream(y).max().orElse(0) - south;
    // places in a line have no area: never more rows than places
    double inLine = Math.max(width, height) / Math.max(1, n);
    side = Math.max(Math.max(1e-6, inLine), Math.sqrt(width * height * 2 / Math.max(1, n)));
    columns = (int) Math.min(4096, width / side + 1);
    rows = (int) Math.min(4096, height / side + 1);
    cellFirst = new int[columns * rows + 1];
    cellPlace = new int[n];
    for (int v = 0; v < n; v++) {
      cellFirst[cellOf(x[v], y[v]) + 1]++;
    }
    for (int c = 0; c < columns * rows; c++) {
      cellFirst[c + 1] += cellFirst[c];
    }
    int[] fill = cellFirst.clone();
    for (int v = 0; v < n; v++) {
      cellPlace[fill[cellOf(x[v], y[v])]++] = v;
    }
  }

  /** Cells of the grid: at most 2.5 for every place and one more, also where all lie in a line. */
  int cells() {
    return columns * rows;
  }

  private int column(double px) {
    return (int) Math.max(0, Math.min(columns - 1.0, (px - west) / side));
  }

  private int row(double py) {
    return (int) Math.max(0, Math.min(rows - 1.0, (py - south) / side));
  }

  private int cellOf(double px, double py) {
    return row(py) * columns + column(px);
  }

  private double square(int v, double px, double py) {
    double dx = x[v] - px;
    double dy = y[v] - py;
    return dx * dx + dy * dy;
  }

  /** The k places nearest to (px, py), nearest first; fewer when there are fewer places. */
  public int[] nearest(double px, double py, int k) {
    int wanted = Math.min(k, x.length);
    int[] best = new int[wanted];
    double[] bestSquare = new double[wanted];
    int found = 0;
    int c0 = column(px);
    int r0 = row(py);
    for (int ring = 0; ring <= Math.max(columns, rows); ring++) {
      double clear = (ring - 1) * side;
      if (found == wanted && ring > 0 && clear * clear > bestSquare[wanted - 1]) {
        break;
      }
      for (int r = Math.max(0, r0 - ring); r <= Math.min(rows - 1, r0 + ring); r++) {
        boolean edgeRow = Math.abs(r - r0) == ring;
        for (int c = c0 - ring; c <= c0 + ring; c += edgeRow || ring == 0 ? 1 : 2 * ring) {
          if (c < 0 || c >= columns) {
            continue;
          }
          for (int e = cellFirst[r * columns + c]; e < cellFirst[r * columns + c + 1]; e++) {
            found = insert(cellPlace[e], square(cellPlace[e], px, py), best, bestSquare, found);
          }
        }
      }
    }
    return best;
  }

  private static int insert(int v, double square, int[] best, double[] bestSquare, int found) {
    int at = found;
    if (found == best.length) {
      if (found == 0 || !before(square, v, bestSquare[found - 1], best[found - 1])) {
        return found;
      }
      at = found - 1;
    }
    while (at > 0 && before(square, v, bestSquare[at - 1], best[at - 1])) {
      best[at] = best[at - 1];
      bestSquare[at] = bestSquare[at - 1];
      at--;
    }
    best[at] = v;
    bestSquare[at] = square;
    return Math.min(best.length, found + 1);
  }

  private static boolean before(double square, int v, double otherSquare, int other) {
    return square < otherSquare || (square == otherSquare && v < other);
  }

  /** Hands out every place that may lie within a radius (a small superset), in no given order. */
  void around(double px, double py, double radiusKm, IntConsumer found) {
    double radius = radiusKm / KM_PER_DEG * 1.02;
    for (int r = row(py - radius); r <= row(py + radius); r++) {
      int from = cellFirst[r * columns + column(px - radius)];
      int to = cellFirst[r * columns + column(px + radius) + 1];
      for (int e = from; e < to; e++) {
        if (square(cellPlace[e], px, py) <= radius * radius) {
          found.accept(cellPlace[e]);
        }
      }
    }
  }
}
