package org.kiungo.planner.model.road;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kiungo.planner.model.value.LonLat;

/**
 * A road between two places on it where it can be left: junctions, ends, and feet of settlements.
 * Nobody lives in such a place and nothing stands there. Its name is its position, so that roads do
 * not depend on the order of the rows they were read from.
 *
 * @param path at least two places, the first and the last of different names; told from the end
 *     whose name comes first
 */
public record RoadStretch(List<LonLat> path) {

  private static final String PREFIX = "road:";

  /**
   * @throws IllegalArgumentException when the path has fewer than two places or ends where it began
   */
  public RoadStretch {
    if (path.size() < 2) {
      throw new IllegalArgumentException("a road of " + path.size() + " places");
    }
    int order = id(path.get(0)).compareTo(id(path.get(path.size() - 1)));
    if (order == 0) {
      throw new IllegalArgumentException("a road that ends where it began");
    }
    List<LonLat> told = new ArrayList<>(path);
    if (order > 0) {
      Collections.reverse(told);
    }
    path = List.copyOf(told);
  }

  /** Name of a place on a road. */
  public static String id(LonLat place) {
    return PREFIX + place.lon() + "," + place.lat();
  }

  /** True for names as {@link #id} gives them. */
  public static boolean isPlace(String id) {
    return id.startsWith(PREFIX);
  }

  /** Name of the end that comes first. */
  public String fromId() {
    return id(path.get(0));
  }

  /** Name of the other end. */
  public String toId() {
    return id(path.get(path.size() - 1));
  }

  /** Length along the road: the sum of the geodesics between its places, in their order. */
  public double lengthKm() {
    double km = 0;
    for (int k = 1; k < path.size(); k++) {
      km += path.get(k - 1).distanceKm(path.get(k));
    }
    // whole millimetres, as each of them is
    return Math.rint(km * 1e6) / 1e6;
  }
}
