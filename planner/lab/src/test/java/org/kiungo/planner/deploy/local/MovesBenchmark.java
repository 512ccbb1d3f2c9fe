package org.kiungo.planner.deploy.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.moves.Neighbourhood.Kind;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.optaplanner.core.config.solver.EnvironmentMode;

/**
 * What each kind of moves adds to the construction: alone, all together, and all but that one, with
 * the same number of moves, on instances with capacity steps and locks. Medians over three seeds.
 * Writes {@code target/benchmark/moves-COUNTRY.tsv}.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=MovesBenchmark}; {@code
 * -Dkiungo.countries=LSO}, {@code -Dkiungo.seeds=42} and {@code -Dkiungo.moves=20000} take some
 * only.
 */
class MovesBenchmark {

  private static final Map<String, Double> BUDGETS_USD =
      Map.of("LSO", 100e6, "KEN", 300e6, "BEN", 150e6);

  static String[] countries() {
    return System.getProperty("kiungo.countries", "LSO,KEN,BEN").split(",");
  }

  @ParameterizedTest
  @MethodSource("countries")
  void gainByKind(String country) throws IOException {
    measure(country);
  }

  static void measure(String country) throws IOException {
    PlanningProblem problem = CountryData.read(country);
    double budgetUsd = BUDGETS_USD.get(country);
    long moves = Long.getLong("kiungo.moves", 20_000);
    DeploySettings settings =
        new DeploySettings(budgetUsd, Double.NaN, List.of(), List.of(), locks(problem), 42, moves);
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/moves-" + country + ".tsv"),
            "country",
            "budget USD",
            "locks",
            "kinds",
            "people",
            "over construction %",
            "cpu s");
    PlanImprover measuring =
        new PlanImprover() {
          @Override
          public Improved improve(
              Draft start, double price, DeploySettings asked, BooleanSupplier stop) {
            double people = start.value() / 1e6;
            int locks = settings.locks().size();
            table.add(country, budgetUsd, locks, "construction", people, 0.0, 0.0);
            sets().forEach((name, kinds) -> row(table, country, name, kinds, start, price, asked));
            return new Improved(start, 0);
          }
        };
    new BroadbandSolver(problem, settings, measuring).solve(budgetUsd, Progress.NONE, () -> false);
  }

  private static Map<String, Set<Kind>> sets() {
    Map<String, Set<Kind>> sets = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      sets.put(kind.name(), EnumSet.of(kind));
    }
    sets.put("all", EnumSet.allOf(Kind.class));
    for (Kind kind : Kind.values()) {
      sets.put("all but " + kind, EnumSet.complementOf(EnumSet.of(kind)));
    }
    return sets;
  }

  private static void row(
      MeasurementTable table,
      String country,
      String name,
      Set<Kind> kinds,
      Draft start,
      double price,
      DeploySettings s) {
    String[] seeds = System.getProperty("kiungo.seeds", "42,43,44").split(",");
    double[] people = new double[seeds.length];
    double[] seconds = new double[seeds.length];
    for (int k = 0; k < seeds.length; k++) {
      DeploySettings seeded =
          new DeploySettings(
              s.budgetUsd(),
              s.targetPeople(),
              s.technologyIds(),
              s.mediumIds(),
              s.locks(),
              Long.parseLong(seeds[k]),
              s.steps());
      long before = cpuNanos();
      Draft found =
          new LocalSearch(EnvironmentMode.REPRODUCIBLE, kinds)
              .improve(start, price, seeded, () -> false)
              .draft();
      seconds[k] = (cpuNanos() - before) / 1e9;
      people[k] = found.value() / 1e6;
    }
    double middle = MeasurementTable.median(people);
    table.add(
        country,
        s.budgetUsd(),
        s.locks().size(),
        name,
        middle,
        100 * (middle / (start.value() / 1e6) - 1),
        MeasurementTable.median(seconds));
  }

  /** Every fiftieth place must have fixed wireless access, every seventh must not. */
  private static List<DeploySettings.LockedChoice> locks(PlanningProblem problem) {
    List<DeploySettings.LockedChoice> locks = new ArrayList<>();
    List<Settlement> settlements = problem.settlements();
    for (int i = 0; i < settlements.size(); i++) {
      if (i % 50 == 0 || i % 7 == 3) {
        locks.add(new DeploySettings.LockedChoice(settlements.get(i).id(), "fwa", i % 50 != 0));
      }
    }
    return locks;
  }

  private static long cpuNanos() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
