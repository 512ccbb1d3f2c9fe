package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.AssignmentCosts;
import org.kiungo.planner.place.location.CapacitatedModel;
import org.kiungo.planner.place.location.LocationSolution;
import org.kiungo.planner.place.location.SingleSourceCapacitated;

/**
 * Single-source capacitated location. Two layouts: sites and customers, capacities, fixed costs,
 * demands, cost per customer and site; or the OR-Library's warehouse layout with a capacity and a
 * fixed cost per site, recognised by its line breaks.
 */
record SingleSourceFamily() implements BenchmarkFamily {

  private static final int MOST = 100_000;

  @Override
  public String id() {
    return "sscflp";
  }

  @Override
  public BenchmarkResult run(Path instance, BenchmarkLimits limits) throws IOException {
    BenchmarkLimits.Watch watch = limits.start();
    CapacitatedModel model =
        WarehouseFile.pairsPerLine(instance) ? pairs(instance) : lists(instance);
    LocationSolution solution =
        SingleSourceCapacitated.solve(
            model, LocationRun.manyStarts(limits), Progress.NONE, watch.timeIsUp());
    return LocationRun.result(this, instance, solution, limits, watch);
  }

  private static CapacitatedModel lists(Path instance) throws IOException {
    NumberFile in = new NumberFile(instance);
    int sites = in.nextCount(MOST);
    int customers = in.nextCount(MOST);
    double[] capacity = in.next(sites);
    double[] fixedCost = in.next(sites);
    double[] demand = in.next(customers);
    double[][] cost = new double[customers][];
    for (int i = 0; i < customers; i++) {
      cost[i] = in.next(sites);
    }
    return new CapacitatedModel(AssignmentCosts.ofMatrix(cost), demand, capacity, fixedCost, sites);
  }

  /** Pairs of capacity and fixed cost, then all demands, then costs site by site or by customer. */
  private static CapacitatedModel pairs(Path instance) throws IOException {
    WarehouseFile file = WarehouseFile.readPairs(instance);
    return new CapacitatedModel(
        AssignmentCosts.ofMatrix(file.cost()),
        file.demand(),
        file.capacity(),
        file.fixedCost(),
        file.capacity().length);
  }
}
