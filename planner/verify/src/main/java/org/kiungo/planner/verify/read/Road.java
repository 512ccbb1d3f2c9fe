package org.kiungo.planner.verify.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kiungo.planner.model.value.LonLat;

/**
 * A road between two places on it. Its name is that of its ends, which are called after where they
 * lie, the one first that comes first in the alphabet.
 *
 * @param path from the first end to the other
 * @param lengthKm sum of the geodesics between its places, to the millimetre
 */
public record Road(List<LonLat> path, String fromId, String toId, double lengthKm) {

  static Road of(List<LonLat> drawn) {
    List<LonLat> path = new ArrayList<>(drawn);
    String first = id(path.get(0));
    String last = id(path.get(path.size() - 1));
    if (path.size() < 2 || first.equals(last)) {
      throw new IllegalArgumentException("a road that leads nowhere at " + first);
    }
    boolean turned = first.compareTo(last) > 0;
    if (turned) {
      Collections.reverse(path);
    }
    double km = 0;
    for (int k = 0; k + 1 < path.size(); k++) {
      km += path.get(k).distanceKm(path.get(k + 1));
    }
    double rounded = Math.rint(km * 1e6) / 1e6;
    return new Road(List.copyOf(path), turned ? last : first, turned ? first : last, rounded);
  }

  private static String id(LonLat at) {
    return "road:" + at.lon() + "," + at.lat();
  }

  /** The same for both ends in either order. */
  static String ends(String one, String other) {
    return one.compareTo(other) < 0 ? one + ">" + other : other + ">" + one;
  }

  /** True where this is the road of those between the same two places: the shortest. */
  boolean isBefore(Road other) {
    int shorter = Double.compare(lengthKm, other.lengthKm);
    return shorter != 0 ? shorter < 0 : path.toString().compareTo(other.path.toString()) <= 0;
  }
}
