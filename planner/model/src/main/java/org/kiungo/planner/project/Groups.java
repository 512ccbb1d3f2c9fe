package org.kiungo.planner.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds that are connected: those of one phase and district that share a place, and those of one
 * phase that carry several districts and share one.
 */
final class Groups {

  /** Builds are told apart by phase, and by area unless several districts use them. */
  private record Spot(int phase, boolean shared, Area area, String place) {}

  private final List<Build> builds;
  private final Map<String, String> placeOfSite = new HashMap<>();
  private final Map<Spot, Integer> first = new HashMap<>();
  private final int[] up;

  private Groups(List<Build> builds) {
    this.builds = builds;
    up = new int[builds.size()];
    for (int k = 0; k < up.length; k++) {
      up[k] = k;
      if (builds.get(k).kind() == Build.Kind.SITE) {
        placeOfSite.putIfAbsent(builds.get(k).id(), builds.get(k).at());
      }
    }
  }

  /** Connected builds, in the order of the first of each. */
  static Collection<List<Build>> of(List<Build> builds) {
    Groups groups = new Groups(builds);
    for (int k = 0; k < builds.size(); k++) {
      groups.join(k);
    }
    Map<Integer, List<Build>> byRoot = new LinkedHashMap<>();
    for (int k = 0; k < builds.size(); k++) {
      byRoot.computeIfAbsent(groups.root(k), r -> new ArrayList<>()).add(builds.get(k));
    }
    return byRoot.values();
  }

  private void join(int k) {
    Build b = builds.get(k);
    switch (b.kind()) {
      case SERVICE -> meet(k, placeOfSite.getOrDefault(b.towards(), b.at()));
      case SITE, NODE -> meet(k, b.at());
      case LINK -> {
        meet(k, b.at());
        meet(k, b.towards());
      }
      default -> throw new IllegalStateException(b.kind().name());
    }
  }

  private void meet(int k, String place) {
    Work work = builds.get(k).work();
    boolean shared = work.layer() == NetworkLayer.BACKBONE;
    Area area = shared ? Area.NOWHERE : new Area(work.country(), work.district());
    Integer other = first.putIfAbsent(new Spot(builds.get(k).phase(), shared, area, place), k);
    if (other != null) {
      int a = root(k);
      int b = root(other);
      up[Math.max(a, b)] = Math.min(a, b);
    }
  }

  private int root(int k) {
    int at = k;
    while (up[at] != at) {
      up[at] = up[up[at]];
      at = up[at];
    }
    return at;
  }
}
