package org.kiungo.planner.programme;

import java.util.ArrayList;
import java.util.List;

/** Services that are moved between phases together: those of a site, of a branch, or one alone. */
final class Blocks {

  /** Branches with more services than this are moved in parts. */
  private static final int LARGEST = 600;

  private final List<int[]> all = new ArrayList<>();

  Blocks(Network network) {
    for (int k = 0; k < network.services(); k++) {
      all.add(new int[] {k});
    }
    network.atSite.forEach(services -> add(services, 2));
    network.behind.forEach(services -> add(services, 2));
  }

  private void add(List<Integer> services, int fewest) {
    if (services.size() >= fewest && services.size() <= LARGEST) {
      all.add(services.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  int count() {
    return all.size();
  }

  int[] services(int block) {
    return all.get(block);
  }
}
