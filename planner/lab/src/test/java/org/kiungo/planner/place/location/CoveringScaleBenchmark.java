package org.kiungo.planner.place.location;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.problem.CoverSets;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * Maximal covering with 100,000 customers around 300 towns of uneven size and 2,000 candidate
 * sites, at most 60 s of processor time each, reading and grouping included.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=CoveringScaleBenchmark}; {@code
 * -Dkiungo.seed=42} of the search and {@code -Dkiungo.world=1} of the customers change it.
 */
class CoveringScaleBenchmark {

  private static final int CUSTOMERS = 100_000;
  private static final int SITES = 2000;
  private static final int TOWNS = 300;
  private static final double SIDE_KM = 1000;
  private static final double SECONDS = 60;
  private static final long SEED = Long.getLong("kiungo.seed", 42);
  private static final long WORLD = Long.getLong("kiungo.world", 1);

  @Test
  void aHundredThousandCustomers() {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/covering-scale.tsv"),
            "sites to open",
            "radius km",
            "distinct cover sets",
            "covered %",
            "gap %",
            "cpu s");
    for (double radiusKm : new double[] {20, 50}) {
      for (int p : new int[] {10, 50, 200}) {
        measure(table, p, radiusKm);
      }
    }
  }

  private static void measure(MeasurementTable table, int p, double radiusKm) {
    Random random = new Random(WORLD);
    double[][] town = new double[TOWNS][];
    for (int t = 0; t < TOWNS; t++) {
      town[t] = new double[] {SIDE_KM * random.nextDouble(), SIDE_KM * random.nextDouble()};
    }
    double[][] place = new double[CUSTOMERS][];
    double[] people = new double[CUSTOMERS];
    double all = 0;
    for (int i = 0; i < CUSTOMERS; i++) {
      double draw = random.nextDouble();
      double[] at = town[(int) (TOWNS * draw * draw)];
      place[i] =
          new double[] {at[0] + 30 * random.nextGaussian(), at[1] + 30 * random.nextGaussian()};
      people[i] = 1 + random.nextInt(1000);
      all += people[i];
    }
    int[] site = random.ints(SITES, 0, CUSTOMERS).toArray();
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    BooleanSupplier late = () -> clock.getCurrentThreadCpuTime() - start > SECONDS * 1e9;
    int[][] covering = new int[CUSTOMERS][];
    int[] near = new int[SITES];
    for (int i = 0; i < CUSTOMERS; i++) {
      int count = 0;
      for (int j = 0; j < SITES; j++) {
        double[] other = place[site[j]];
        if (Math.hypot(place[i][0] - other[0], place[i][1] - other[1]) <= radiusKm) {
          near[count++] = j;
        }
      }
      covering[i] = java.util.Arrays.copyOf(near, count);
    }
    CoverSets cover = CoverSets.of(SITES, covering, people);
    LocationSolution found =
        MaximalCovering.solve(
            cover, p, new LocationLimits(SEED, 60, 1000, 10_000_000), Progress.NONE, late);
    table.add(
        p,
        radiusKm,
        cover.groups(),
        100 * found.value() / all,
        100 * found.gapRatio(),
        (clock.getCurrentThreadCpuTime() - start) / 1e9);
  }
}
