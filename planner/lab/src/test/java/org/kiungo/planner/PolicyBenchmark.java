package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.compare.Attribution;
import org.kiungo.planner.compare.LeverPair;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.lever.DigOnce;
import org.kiungo.planner.policy.lever.ImportDuty;
import org.kiungo.planner.policy.lever.PassiveSharing;
import org.kiungo.planner.policy.lever.SectorTax;
import org.kiungo.planner.policy.lever.SpectrumPrice;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

/** A lever's pair of plans on Kenya, and the attribution of five changed assumptions. */
class PolicyBenchmark {

  private static PlanningProblem kenya() throws IOException {
    assumeTrue(
        Files.isDirectory(CountryData.root().resolve("KEN")),
        "skipped: KEN is not in the data folder " + CountryData.root());
    return CountryData.read("KEN");
  }

  private static Scenario scenario(long steps) {
    return ScenarioFile.read(("{\"steps\": " + steps + "}").getBytes(StandardCharsets.UTF_8))
        .withMarketTerms(LeverPairs.terms("KEN"))
        .withBudgetUsd(200e6);
  }

  /** Processor time of all threads of this Java. */
  private static double cpuSeconds() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  @ParameterizedTest
  @CsvSource({"LSO, 60", "BEN, 150", "KEN, 500"})
  void everyLeverOnThreeCountries(String country, double millionUsd) throws IOException {
    assumeTrue(
        Files.isDirectory(CountryData.root().resolve(country)),
        "skipped: " + country + " is not in the data folder " + CountryData.root());
    PlanningProblem problem = CountryData.read(country);
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/lever-signs-" + country + ".tsv"),
            "lever",
            "effect",
            "weightedPeople",
            "missingUsdLess",
            "sameDecisions",
            "gapWithout",
            "gapWith");
    for (var each :
        LeverPairs.of(problem, LeverPairs.scenario(country, millionUsd * 1e6), Levers.all())
            .entrySet()) {
      LeverDescription lever = each.getKey();
      LeverPair pair = each.getValue();
      double people = LeverPairs.gain(lever, pair);
      boolean same = LeverPairs.sameDecisions(pair);
      double usd = LeverPairs.savedUsd(lever, problem, pair);
      table.add(
          lever.id(),
          lever.effect(),
          people,
          usd,
          same,
          pair.without().certificate().gapRatio(),
          pair.with().certificate().gapRatio());
      assertThat(people).as(country + " " + lever.id()).isGreaterThanOrEqualTo(0);
      assertThat(same ? usd : 0).as(country + " " + lever.id()).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void aLeverPairOnKenya() throws IOException {
    PlanningProblem kenya = kenya();
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/lever-pair.tsv"),
            "lever",
            "wallSeconds",
            "cpuSeconds",
            "peopleWithout",
            "peopleWith",
            "gapWithout",
            "gapWith");
    for (PolicyLever lever : List.<PolicyLever>of(new PassiveSharing(2), new DigOnce(0.25))) {
      long start = System.nanoTime();
      double cpu = cpuSeconds();
      LeverPair pair = LeverPair.run(kenya, scenario(20_000), lever, Progress.NONE, () -> false);
      double seconds = (System.nanoTime() - start) / 1e9;
      table.add(
          lever,
          seconds,
          cpuSeconds() - cpu,
          pair.without().certificate().value(),
          pair.with().certificate().value(),
          pair.without().certificate().gapRatio(),
          pair.with().certificate().gapRatio());
      assertThat(pair.with().certificate().gapRatio()).isBetween(0.0, 1.0);
    }
  }

  @ParameterizedTest
  @CsvSource({"LSO, 60", "BEN, 150", "KEN, 200"})
  void publicMoneyOnThreeCountries(String country, double millionUsd) throws IOException {
    assumeTrue(
        Files.isDirectory(CountryData.root().resolve(country)),
        "skipped: " + country + " is not in the data folder " + CountryData.root());
    PlanningProblem problem = CountryData.read(country);
    Scenario base = scenario(0).withMarketTerms(LeverPairs.terms(country));
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/public-money-" + country + ".tsv"),
            "question",
            "value",
            "bound",
            "gapRatio",
            "publicUsd",
            "cpuSeconds");
    for (Scenario asked :
        List.of(base.withPublicBudgetAlone(millionUsd * 1e6), base.withPublicTarget(0.6))) {
      double cpu = cpuSeconds();
      PlanResult found = Planner.plan(problem, asked, Progress.NONE, () -> false);
      table.add(
          asked.goal() + " " + country,
          found.certificate().value(),
          found.certificate().bound(),
          found.certificate().gapRatio(),
          found.plan().totals().viabilityGapUsd(),
          cpuSeconds() - cpu);
      assertThat(found.certificate().gapRatio()).isBetween(-1e-9, 1.0);
    }
  }

  @Test
  void fiveChangedAssumptionsOnKenya() throws IOException {
    PlanningProblem kenya = kenya();
    Scenario from = scenario(0).withBudgetUsd(500e6);
    Scenario to =
        from.withLevers(
            List.of(
                new PassiveSharing(2),
                new DigOnce(0.25),
                new ImportDuty(0.1),
                new SectorTax(0.5),
                new SpectrumPrice(0.25)));
    long start = System.nanoTime();
    double cpu = cpuSeconds();
    Attribution found = Attribution.of(kenya, from, to, Progress.NONE, () -> false);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = cpuSeconds() - cpu;
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/attribution.tsv"),
            "assumption",
            "aloneWeightedPeople",
            "inOrderWeightedPeople",
            "shapleyWeightedPeople",
            "shapleyPublicUsd",
            "plans",
            "wallSeconds",
            "cpuSeconds");
    long people = 0;
    for (Attribution.Part part : found.parts()) {
      people += Math.round(part.shapley().weightedPeople() * 1000);
      table.add(
          part.name(),
          part.alone().weightedPeople(),
          part.inOrder().weightedPeople(),
          part.shapley().weightedPeople(),
          part.shapley().publicUsd(),
          found.plans(),
          seconds,
          cpuSeconds);
    }
    assertThat(found.parts()).hasSize(5);
    assertThat(people).isEqualTo(Math.round(found.total().weightedPeople() * 1000));
  }
}
