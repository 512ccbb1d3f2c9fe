package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.compare.LeverPair;
import org.kiungo.planner.finance.CrossSubsidy.Funded;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * What every lever at its example changes in plans for built-in places: people, cost, technologies
 * and who pays. Market terms are the same everywhere ({@link LeverPairs#terms}); amounts are per
 * plan, present value.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am test -Dtest=LeverSweepBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dkiungo.steps=300}.
 */
class LeverSweepBenchmark {

  private static final long STEPS = Long.getLong("kiungo.steps", 300);

  @ParameterizedTest
  @CsvSource({"LSO, 21", "RWA, 25", "NAM, 127", "BEN, 156"})
  void whatEveryLeverChanges(String country, double millionUsd) {
    PlanningProblem problem =
        ProblemAssembly.builtIn(
            List.of(country), CatalogueReader.builtIn(), ServiceStandard.DEFAULT, Money.DEFAULT);
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/lever-sweep-" + country + ".tsv"),
            "lever",
            "peopleStandard",
            "peopleBasic",
            "lifetimeCostUsd",
            "publicUsd",
            "viabilityGapUsd",
            "spectrumUsd",
            "taxUsd",
            "levyUsd",
            "capitalUsd",
            "subsidyUsd",
            "revenueUsd",
            "technologies",
            "gapWithout",
            "gapWith");
    var scenario = LeverPairs.scenario(country, millionUsd * 1e6).withSteps(STEPS);
    Map<LeverDescription, LeverPair> pairs = LeverPairs.of(problem, scenario, Levers.all());
    assertThat(pairs).hasSameSizeAs(Levers.all());
    pairs.forEach((lever, pair) -> add(table, problem, lever.id(), pair));
  }

  private static void add(
      MeasurementTable table, PlanningProblem problem, String lever, LeverPair pair) {
    Plan.Totals before = pair.without().plan().totals();
    Plan.Totals after = pair.with().plan().totals();
    Funded paid = paid(problem, pair.without());
    Funded pays = paid(problem, pair.with());
    table.add(
        lever,
        after.peopleServed() - before.peopleServed(),
        after.peopleBasic() - before.peopleBasic(),
        after.lifetimeCostUsd() - before.lifetimeCostUsd(),
        (pays.publicCents() - paid.publicCents()) / 100.0,
        (pays.account().gapCents() - paid.account().gapCents()) / 100.0,
        (pays.account().spectrumCents() - paid.account().spectrumCents()) / 100.0,
        (pays.account().taxCents() - paid.account().taxCents()) / 100.0,
        (pays.account().levyCents() - paid.account().levyCents()) / 100.0,
        (pays.account().capitalCents() - paid.account().capitalCents()) / 100.0,
        (pays.account().subsidyCents() - paid.account().subsidyCents()) / 100.0,
        (pays.account().revenueCents() - paid.account().revenueCents()) / 100.0,
        moved(people(pair.without().plan()), people(pair.with().plan())),
        pair.without().certificate().gapRatio(),
        pair.with().certificate().gapRatio());
  }

  private static Funded paid(PlanningProblem problem, PlanResult result) {
    return PlanFinance.of(ScenarioFacts.of(problem, result.scenario()), result.plan()).total();
  }

  private static Map<String, Double> people(Plan plan) {
    return plan.settlements().stream()
        .flatMap(service -> service.each().stream())
        .filter(part -> !part.technologyId().isEmpty())
        .collect(
            Collectors.groupingBy(
                Plan.PartService::technologyId,
                TreeMap::new,
                Collectors.summingDouble(Plan.PartService::peopleServed)));
  }

  /** People more or fewer by technology, most first: "lte-light +1200, leo -300". */
  private static String moved(Map<String, Double> before, Map<String, Double> after) {
    TreeSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    Map<String, Double> more = new TreeMap<>();
    ids.forEach(id -> more.put(id, after.getOrDefault(id, 0.0) - before.getOrDefault(id, 0.0)));
    return more.entrySet().stream()
        .filter(each -> Math.abs(each.getValue()) >= 0.5)
        .sorted(
            Comparator.comparingDouble(
                (Map.Entry<String, Double> each) -> -Math.abs(each.getValue())))
        .map(each -> "%s %+.0f".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(", "));
  }
}
