package org.kiungo.planner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.BorderWorlds;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.cost.NodeCost;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.prices.CountryBound;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.route.Crossings;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioFacts;
import org.kiungo.planner.verify.Verifier;

/**
 * Bounds of countries with budgets of their own, at the prices that are searched and at random
 * ones, against the optimum found by trying everything, in random worlds of two to four places and
 * two countries; in every third sites may serve abroad at a price.
 */
@Tag("slow")
class CountryBoundTest {

  private static final int WORLDS = 400;
  private static final int TAKEN = 25;
  private static final long NEVER = SolverUnits.NEVER_CENTS;

  @TempDir Path folder;

  /** What each country spends, as accounts have it, held against its budget. */
  private static BruteForce.Further within(Question world, Map<String, Double> capsUsd) {
    Crossings countries = Crossings.of(world.problem());
    return (chosen, arc, needed, loadBps, most) -> {
      Map<String, Long> cents = new TreeMap<>();
      AccessOptions options = world.options();
      for (int i = 0; i < chosen.settlements(); i++) {
        if (chosen.choice(i) >= 0) {
          add(cents, countries, world.places().id(i), options.privateCents(chosen.choice(i)));
        }
      }
      for (int s = 0; s < options.sites(); s++) {
        if (chosen.isOpen(s)) {
          String place = world.places().id(options.sitePlace(s));
          add(cents, countries, place, options.siteCents(s, chosen.siteTaken(s)));
        }
      }
      Map<String, Long> soldBps = new TreeMap<>();
      for (int v = 0; v < arc.length; v++) {
        if (needed[v]) {
          int link = world.links().link(arc[v]);
          add(
              cents,
              countries,
              world.places().id(v),
              world.links().media().cents(link, loadBps[v]));
          if (world.links().nodeAt(v, arc[v]) >= 0) {
            soldBps.merge(world.links().rootOf(link).id(), loadBps[v], Long::sum);
          }
        }
      }
      NodeCost nodes = new NodeCost(world.problem().catalogue(), world.problem().money());
      soldBps.forEach(
          (id, bps) -> {
            var node =
                world.problem().nodes().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            long limitBps = NodeCost.limitBps(node.capacityMbps());
            if (bps > limitBps) {
              add(
                  cents,
                  countries,
                  id,
                  nodes.upgrade(node.country(), limitBps, bps).lifetimeCents());
            }
          });
      boolean kept =
          capsUsd.entrySet().stream()
              .allMatch(
                  cap -> cents.getOrDefault(cap.getKey(), 0L) <= Math.floor(cap.getValue() * 100));
      return kept ? 0 : NEVER;
    };
  }

  private static void add(Map<String, Long> cents, Crossings countries, String id, long more) {
    cents.merge(countries.country(id), more, Long::sum);
  }

  @Test
  void noBoundIsBelowTheOptimumAndVerifyReplaysEach() throws Exception {
    List<Long> seeds =
        SeededSample.of(
            "budgets by country on " + WORLDS + " worlds",
            LongStream.rangeClosed(1, WORLDS).boxed().toList(),
            TAKEN);
    int n = 0;
    int byCountry = 0;
    int optimal = 0;
    double gap = 0;
    double commonGap = 0;
    for (long seed : seeds) {
      SplittableRandom random = new SplittableRandom(seed);
      PlanningProblem plain = SmallWorlds.sighted(seed, 2 + random.nextInt(3));
      PlanningProblem world =
          BorderWorlds.divided(SmallWorlds.withTransit(plain, 50), random)
              .with()
              .nodes(plain.nodes().stream().map(each -> each.withCapacityMbps(200)).toList())
              .build();
      Map<String, Double> caps = new TreeMap<>();
      caps.put("BEN", Math.rint(20_000 + 200_000 * random.nextDouble()));
      if (seed % 2 == 0) {
        caps.put("TGO", Math.rint(20_000 + 200_000 * random.nextDouble()));
      }
      double usd = Math.rint(60_000 + 300_000 * random.nextDouble());
      Scenario scenario =
          SmallWorlds.scenario(usd, 400)
              .with()
              .countries(List.of("BEN", "TGO"))
              .serviceAbroadUsdPerYear(seed % 3 == 0 ? 500 : Double.NaN)
              .budgetsByCountry(caps)
              .build();
      PlanningProblem facts = ScenarioFacts.of(world, scenario);
      if (Crossings.of(facts).areOfOneCountry()) {
        continue;
      }
      PlanResult result = Planner.plan(world, scenario, Progress.NONE, () -> false);
      Path to = folder.resolve("" + seed);
      Planner.folder(world, result).write(to);
      assertThat(Verifier.verify(to).broken()).as("seed %d", seed).isEmpty();
      double people = result.certificate().value();
      double bound = result.certificate().bound();
      DeploySettings settings =
          new DeploySettings(
              scenario.budgetUsd(), Double.NaN, List.of(), List.of(), List.of(), 0, 0);
      Question question = new Question(facts, settings);
      long known = Math.round(people * SolverUnits.VALUE_PER_PERSON);
      double best =
          BruteForce.bestValue(question, known, within(question, caps))
              / SolverUnits.VALUE_PER_PERSON;
      assertThat(bound).as("bound of seed %d", seed).isGreaterThanOrEqualTo(best - 1e-6);
      BroadbandSolver solver = new BroadbandSolver(facts, settings, PlanImprover.NONE);
      Deployment common = solver.solve(scenario.budgetUsd(), Progress.NONE, () -> true);
      for (int k = 0; k < 3; k++) {
        Map<String, Double> prices = new TreeMap<>();
        for (String each : List.of("", "BEN", "TGO")) {
          prices.put(each, 0.02 * Math.exp(4 * random.nextDouble() - 2));
        }
        double other =
            solver
                .boundByCountry(scenario.budgetUsd(), common, new CountryBound.Asked(caps, prices))
                .boundPeople();
        assertThat(other).as("prices of seed %d", seed).isGreaterThanOrEqualTo(best - 1e-6);
      }
      n++;
      byCountry += result.certificate().lambdaByCountryPeoplePerUsd().isEmpty() ? 0 : 1;
      optimal += people >= best - 1e-6 ? 1 : 0;
      gap += bound == 0 ? 0 : (bound - people) / bound;
      double without = Math.max(bound, common.boundPeople());
      commonGap += without == 0 ? 0 : (without - people) / without;
    }
    System.out.printf(
        "budgets by country: %d of %d optimal, %d bounded by countries' own prices, mean gap %.2f"
            + " %%, %.2f %% by one price%n",
        optimal, n, byCountry, 100 * gap / n, 100 * commonGap / n);
    assertThat(byCountry).isGreaterThanOrEqualTo(n / 10);
    assertThat(optimal).isGreaterThanOrEqualTo(n * 7 / 10);
  }
}
