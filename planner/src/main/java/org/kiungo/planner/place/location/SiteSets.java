package org.kiungo.planner.place.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Sets of sites that a search has met, by what they cost at the very least. */
final class SiteSets {

  private record Set(boolean[] open, double leastCost) {}

  private final CapacitatedModel model;
  private final double[][] cost;
  private final double need;
  private final List<Set> sets = new ArrayList<>();

  SiteSets(CapacitatedModel model) {
    this.model = model;
    this.cost = model.matrix();
    this.need = Arrays.stream(model.demand()).sum();
  }

  /** True when the sites together have room for all demand. */
  boolean holdsAll(boolean[] open) {
    double room = 0;
    for (int j = 0; j < open.length; j++) {
      room += open[j] ? model.capacity()[j] : 0;
    }
    return room >= need;
  }

  void add(boolean[] open) {
    sets.add(new Set(open.clone(), leastCost(open)));
  }

  /** The sets of least possible cost, cheapest first. */
  List<boolean[]> cheapest(int most) {
    return sets.stream()
        .sorted(Comparator.comparingDouble(Set::leastCost))
        .limit(most)
        .map(Set::open)
        .toList();
  }

  /** Sites' fixed cost and everybody at the cheapest of them, capacity aside. */
  private double leastCost(boolean[] open) {
    double total = 0;
    for (int j = 0; j < open.length; j++) {
      total += open[j] ? model.fixedCost()[j] : 0;
    }
    for (double[] row : cost) {
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < open.length; j++) {
        least = open[j] ? Math.min(least, row[j]) : least;
      }
      total += least;
    }
    return total;
  }
}
