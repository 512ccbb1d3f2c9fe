package org.kiungo.planner.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kiungo.planner.model.value.LonLat;

/**
 * Where the masts of a site may stand: on the points of a hexagonal lattice round the first, the
 * nearest before others, each the same distance from its six neighbours, so that every mast has an
 * equal share of the ground; closer together where the outermost would leave a circle of that
 * ground, but no closer than they may.
 */
final class MastLattice {

  /** Steps along the lattice's axes, the second 60° from the first. */
  private record Point(int q, int r) {

    /** Squared distance from the first, in steps. */
    int squared() {
      return q * q + q * r + r * r;
    }
  }

  /** Directions of a ring's six sides, walked from its eastern corner. */
  private static final int[][] SIDES = {{-1, 1}, {-1, 0}, {0, -1}, {1, -1}, {1, 0}, {0, 1}};

  private MastLattice() {}

  /**
   * Distance between neighbours of which each has so much ground: √(2 A / √3).
   *
   * @param groundKm2 of one mast, ≥ 0
   * @return km
   */
  static double stepKm(double groundKm2) {
    return Math.sqrt(2 * groundKm2 / Math.sqrt(3));
  }

  /**
   * Places of so many masts, the first at the given one.
   *
   * @param groundKm2 of all, &gt; 0
   * @param leastKm2 ground on which they may stand at the least, 0 where nothing keeps them apart
   */
  static List<LonLat> around(LonLat first, int masts, double groundKm2, double leastKm2) {
    List<Point> points = nearest(masts);
    double evenKm = stepKm(groundKm2 / masts);
    double withinKm = radiusKm(groundKm2) / Math.sqrt(points.get(masts - 1).squared());
    double stepKm = Math.max(stepKm(leastKm2 / masts), Math.min(evenKm, withinKm));
    return points.stream().map(each -> place(first, each, stepKm)).toList();
  }

  /** Radius of a circle of so much ground. */
  static double radiusKm(double groundKm2) {
    return Math.sqrt(groundKm2 / Math.PI);
  }

  private static List<Point> nearest(int masts) {
    int rings = 0;
    while (3 * rings * (rings + 1) + 1 < masts) {
      rings++;
    }
    // the corners of the last full ring are farther away than the sides of those beyond it
    int walked = (int) Math.ceil(rings * 2 / Math.sqrt(3));
    List<Point> points = new ArrayList<>();
    for (int ring = 0; ring <= walked; ring++) {
      points.addAll(ring(ring));
    }
    points.sort(Comparator.comparingInt(Point::squared));
    return points.subList(0, masts);
  }

  private static List<Point> ring(int ring) {
    List<Point> points = new ArrayList<>();
    Point at = new Point(ring, 0);
    if (ring == 0) {
      return List.of(at);
    }
    for (int[] side : SIDES) {
      for (int k = 0; k < ring; k++) {
        points.add(at);
        at = new Point(at.q + side[0], at.r + side[1]);
      }
    }
    return points;
  }

  private static LonLat place(LonLat first, Point point, double stepKm) {
    if (point.squared() == 0) {
      return first;
    }
    double east = point.q + point.r / 2.0;
    double north = point.r * Math.sqrt(3) / 2;
    double azimuthDeg = Math.toDegrees(StrictMath.atan2(east, north));
    return first.towards(azimuthDeg, stepKm * Math.sqrt(point.squared()));
  }
}
