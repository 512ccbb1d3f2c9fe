package org.kiungo.web.placement;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.ServicePlacement;
import org.kiungo.planner.place.ServicePlan;
import org.kiungo.planner.place.ServiceRequest;
import org.kiungo.planner.servicefolder.ServiceFolder;
import org.kiungo.planner.servicefolder.ServiceRequestFile;

/**
 * Telemedicine, research network and exchange points for 54 countries under one budget, with data
 * laws and without: value, bound, gap, time, and what the laws cost in USD and ms.
 *
 * <p>{@code mvn -Pbenchmark -pl web -am -Dtest=ContinentalBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dkiungo.budgets=3000000,50000000}, {@code
 * -Dkiungo.tries=250}, {@code -Dkiungo.iterations=40}, {@code -Dkiungo.calculations=20000} and
 * {@code -Dkiungo.price=false} change it.
 */
class ContinentalBenchmark {

  private static final List<String> KINDS =
      List.of("telemedicine-hub", "research-network-pop", "exchange-point");

  @Test
  void africaUnderOneBudget() {
    ServicePlacer placer = ServicePlacer.today(List.of("all")).withBuiltIn();
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/continental.tsv"),
            "budget M USD",
            "value",
            "bound",
            "gap %",
            "cpu s",
            "wall s",
            "needs served",
            "sites",
            "mean ms",
            "gap without laws %",
            "price M USD",
            "price M USD at most",
            "price ms",
            "people fewer",
            "cpu s with price");
    String budgets =
        System.getProperty(
            "kiungo.budgets", "2000000,3000000,5000000,8000000,15000000,30000000,50000000");
    for (String budget : budgets.split(",")) {
      measure(placer, Double.parseDouble(budget), table);
    }
  }

  private static void measure(ServicePlacer placer, double budgetUsd, MeasurementTable table) {
    ServiceRequest request =
        ServiceRequestFile.of(KINDS, ServicePlacer.kinds())
            .withBudgetUsd(budgetUsd)
            .withLimits(
                new ServicePlacement.Limits(
                    42,
                    Integer.getInteger("kiungo.tries", 250),
                    Integer.getInteger("kiungo.iterations", 40),
                    Integer.getInteger("kiungo.calculations", 20_000)));
    long cpu = cpuNanos();
    long wall = System.nanoTime();
    ServiceFolder placed = placer.place(request, Progress.NONE, () -> false);
    double cpuSeconds = (cpuNanos() - cpu) / 1e9;
    double wallSeconds = (System.nanoTime() - wall) / 1e9;
    ServicePlan plan = placed.solved().plan();
    SovereigntyPrice price =
        Boolean.parseBoolean(System.getProperty("kiungo.price", "true"))
            ? SovereigntyPrice.of(placer, request, placed, Progress.NONE, () -> false)
            : null;
    table.add(
        budgetUsd / 1e6,
        plan.certificate().value(),
        plan.certificate().bound(),
        100 * plan.certificate().gapRatio(),
        cpuSeconds,
        wallSeconds,
        plan.totals().usersServed(),
        plan.sites().size(),
        plan.totals().meanRoundTripMs(),
        price == null ? Double.NaN : 100 * price.gapRatioWithout(),
        price == null ? Double.NaN : price.priceUsd() / 1e6,
        price == null ? Double.NaN : (price.priceUsd() + price.priceUsdResolution()) / 1e6,
        price == null ? Double.NaN : price.priceMs(),
        price == null ? Double.NaN : price.peopleWithout() - price.peopleWith(),
        (cpuNanos() - cpu) / 1e9);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
