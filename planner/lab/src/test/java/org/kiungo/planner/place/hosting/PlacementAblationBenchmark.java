package org.kiungo.planner.place.hosting;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.MeasurementTable;

/**
 * What each part of the joint placement's search adds, on random worlds where capacity is scarce:
 * greedy adding alone, with drop-and-refill, and with OptaPlanner's moves of each kind and all.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=PlacementAblationBenchmark}
 */
class PlacementAblationBenchmark {

  private static final int WORLDS = 30;
  private static final int TRIES = 400;
  private static final int CALCULATIONS = 5000;

  @Test
  void eachKindOfMoveAloneAndAllTogether() {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/placement-ablation.tsv"),
            "search",
            "mean gap %",
            "worlds improved",
            "cpu s");
    measure(table, "greedy adding", 0, Set.of());
    measure(table, "drop and refill", TRIES, Set.of());
    measure(table, "drop and refill, twice as long", 2 * TRIES, Set.of());
    for (HostingMoves.Kind kind : HostingMoves.Kind.values()) {
      measure(table, "greedy, " + kind, 0, EnumSet.of(kind));
      measure(table, "drop and refill, " + kind, TRIES, EnumSet.of(kind));
    }
    measure(table, "greedy, all", 0, EnumSet.allOf(HostingMoves.Kind.class));
    measure(table, "drop and refill, all", TRIES, EnumSet.allOf(HostingMoves.Kind.class));
  }

  private static void measure(
      MeasurementTable table, String label, int tries, Set<HostingMoves.Kind> kinds) {
    double gap = 0;
    int improved = 0;
    long nanos = 0;
    for (int seed = 0; seed < WORLDS; seed++) {
      Hosting hosting = HostingSearchTest.world(seed, 1500);
      HostingSearch search = new HostingSearch(hosting, seed);
      search.construct(search.lockedOnly());
      PlacementBound bound = new PlacementBound(hosting);
      bound.tighten(search.worthHeld(), search.value(), 40, () -> false);
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      search.improve(tries, bound.averageOpen, () -> false);
      double before = search.value();
      if (!kinds.isEmpty()) {
        search.polish(seed, CALCULATIONS, bound.averageOpen, kinds, () -> false);
      }
      nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      gap += 100 * (bound.bound - search.value()) / bound.bound / WORLDS;
      improved += search.value() > before * (1 + 1e-9) ? 1 : 0;
    }
    table.add(label, gap, improved, nanos / 1e9);
  }
}
