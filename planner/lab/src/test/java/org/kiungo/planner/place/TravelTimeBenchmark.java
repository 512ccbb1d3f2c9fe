package org.kiungo.planner.place;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.place.network.TravelTime;

/**
 * 100,000 users and 2,000 sites on a network whose meshed core has 1,000 to 20,000 nodes: time to
 * compute, bytes held, time of a million questions, and time after a plan adds 100 links.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=TravelTimeBenchmark}
 */
class TravelTimeBenchmark {

  private static final int USERS = 100_000;
  private static final int SITES = 2000;
  private static final int ADDED = 100;

  @Test
  void aHundredThousandUsersAndTwoThousandSites() {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/travel-time.tsv"),
            "core nodes",
            "links",
            "compute cpu s",
            "table MB",
            "million questions cpu s",
            "update cpu s");
    for (int core : new int[] {1000, 5000, 20_000}) {
      measure(core, table);
    }
  }

  private static void measure(int core, MeasurementTable table) {
    Random random = new Random(1);
    int links = USERS + 2 * core + ADDED;
    int[] from = new int[links];
    int[] to = new int[links];
    double[] ms = new double[links];
    for (int k = 0; k < USERS; k++) {
      from[k] = core + k;
      to[k] = k == 0 || random.nextInt(3) == 0 ? random.nextInt(core) : core + random.nextInt(k);
      ms[k] = 1 + random.nextInt(5);
    }
    for (int k = 0; k < 2 * core + ADDED; k++) {
      from[USERS + k] = k % core;
      to[USERS + k] = k < core ? (k + 1) % core : random.nextInt(core);
      ms[USERS + k] = k < core ? 3 : 9;
    }
    int[] siteNode = random.ints(SITES, 0, core + USERS).toArray();
    int before = links - ADDED;
    long cpu = cpuNanos();
    TravelTime travel =
        TravelTime.of(
            core + USERS,
            Arrays.copyOf(from, before),
            Arrays.copyOf(to, before),
            Arrays.copyOf(ms, before),
            siteNode);
    final double computed = (cpuNanos() - cpu) / 1e9;
    cpu = cpuNanos();
    double sum = 0;
    for (int k = 0; k < 1_000_000; k++) {
      sum += travel.roundTripMs(core + random.nextInt(USERS), random.nextInt(SITES));
    }
    final double asked = (cpuNanos() - cpu) / 1e9;
    cpu = cpuNanos();
    TravelTime after = travel.updated(core + USERS, from, to, ms);
    double updated = (cpuNanos() - cpu) / 1e9;
    if (!(sum > 0) || after.roundTripMs(core, 0) > travel.roundTripMs(core, 0) + 1e-6) {
      throw new IllegalStateException("more links made a way longer");
    }
    table.add(core, before, computed, after.tableBytes() / 1e6, asked, updated);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
