package org.kiungo.planner;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.kiungo.planner.model.Money;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.ServiceStandard;

/**
 * Measures plans of a country: {@code CountryRun BEN 20000 50e6 100e6 200e6} prints one line per
 * budget with value, bound and gap. Names as in {@link CountryData#read}; then local search steps
 * and budgets in USD.
 */
public final class CountryRun {

  private CountryRun() {}

  /** Runs the measurement. */
  public static void main(String[] arguments) throws IOException {
    PlanningProblem problem = CountryData.read(arguments[0]);
    long steps = Long.parseLong(arguments[1]);
    for (int k = 2; k < arguments.length; k++) {
      long start = System.nanoTime();
      Scenario scenario = scenario(Double.parseDouble(arguments[k]), steps);
      boolean loud = System.getProperty("loud") != null;
      Progress progress =
          (phase, done, value, bound, gap) -> {
            if (loud) {
              System.out.printf(
                  "  %.2f s %s %.0f %.0f%n",
                  (System.nanoTime() - start) / 1e9, phase, value, bound);
            }
          };
      PlanResult result = Planner.plan(problem, scenario, progress, () -> false);
      print(arguments[0], result, (System.nanoTime() - start) / 1e9);
    }
  }

  private static void print(String name, PlanResult result, double seconds) {
    Plan.Totals totals = result.plan().totals();
    TreeMap<String, Integer> places = new TreeMap<>();
    for (Plan.SettlementService s : result.plan().settlements()) {
      places.merge(s.technologyId(), 1, Integer::sum);
    }
    System.out.printf(
        "%s budget %.1f M cost %.1f M served %.1f %% value %.0f bound %.0f gap %.3f %% links %d %s"
            + " %.1f s%n",
        name,
        result.scenario().budgetUsd() / 1e6,
        totals.lifetimeCostUsd() / 1e6,
        100 * (totals.peopleServed() + totals.peopleBasic()) / totals.population(),
        result.certificate().value(),
        result.certificate().bound(),
        100 * result.certificate().gapRatio(),
        result.plan().links().size(),
        places,
        seconds);
  }

  private static Scenario scenario(double budgetUsd, long steps) {
    return new Scenario(
        "measurement",
        List.of(),
        Scenario.Goal.MOST_PEOPLE_UNDER_BUDGET,
        budgetUsd,
        Double.NaN,
        ServiceStandard.DEFAULT,
        Money.DEFAULT,
        List.of(),
        List.of(),
        List.of(),
        42,
        steps,
        0,
        1);
  }
}
