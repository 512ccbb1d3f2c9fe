package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An OR-Library warehouse location file: {@code m n}, per warehouse capacity and fixed cost, per
 * customer its demand and m costs of serving all of it. Where the file says "capacity" instead of a
 * number, the capacity is NaN.
 *
 * @param capacity s_j
 * @param fixedCost f_j
 * @param demand d_i
 * @param cost cost[i][j] of serving all of customer i from warehouse j
 */
record WarehouseFile(double[] capacity, double[] fixedCost, double[] demand, double[][] cost) {

  private static final int MOST = 100_000;

  static WarehouseFile read(Path file) throws IOException {
    NumberFile in = new NumberFile(file);
    int sites = in.nextCount(MOST);
    int customers = in.nextCount(MOST);
    double[] capacity = new double[sites];
    double[] fixedCost = new double[sites];
    for (int j = 0; j < sites; j++) {
      capacity[j] = in.nextOr(Double.NaN);
      fixedCost[j] = in.next();
    }
    double[] demand = new double[customers];
    double[][] cost = new double[customers][];
    for (int i = 0; i < customers; i++) {
      demand[i] = in.next();
      cost[i] = in.next(sites);
    }
    return new WarehouseFile(capacity, fixedCost, demand, cost);
  }

  /** True when the second line holds one pair of capacity and fixed cost. */
  static boolean pairsPerLine(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    return lines.size() > 2
        && words(lines.get(1)) == 2
        && words(lines.get(2)) == 2
        && !lines.get(0).trim().startsWith("2 ");
  }

  private static int words(String line) {
    return line.isBlank() ? 0 : line.trim().split("\\s+").length;
  }

  /** Pairs of capacity and fixed cost, all demands, then one row of costs per site. */
  static WarehouseFile readPairs(Path file) throws IOException {
    NumberFile in = new NumberFile(file);
    int sites = in.nextCount(MOST);
    int customers = in.nextCount(MOST);
    double[] capacity = new double[sites];
    double[] fixedCost = new double[sites];
    for (int j = 0; j < sites; j++) {
      capacity[j] = in.next();
      fixedCost[j] = in.next();
    }
    double[] demand = in.next(customers);
    double[][] cost = new double[customers][sites];
    for (int j = 0; j < sites; j++) {
      for (int i = 0; i < customers; i++) {
        cost[i][j] = in.next();
      }
    }
    return new WarehouseFile(capacity, fixedCost, demand, cost);
  }
}
