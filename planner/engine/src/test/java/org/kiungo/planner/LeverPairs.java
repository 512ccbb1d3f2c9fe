package org.kiungo.planner;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kiungo.planner.compare.LeverPair;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.policy.Lever.Effect;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.lever.UniversalServiceLevy;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioFacts;

/** Pairs of plans without and with each lever at its example, and which way they moved. */
final class LeverPairs {

  private LeverPairs() {}

  /** One set of market terms for every country, so that countries differ in their facts alone. */
  static List<MarketTerm> terms(String country) {
    return List.of(
        new MarketTerm(country, "arpuLowUsdPerMonth", 1),
        new MarketTerm(country, "arpuMiddleUsdPerMonth", 3),
        new MarketTerm(country, "taxRatio", 0.3),
        new MarketTerm(country, "administrationRatio", 0.2),
        new MarketTerm(country, "marginRatio", 0.2),
        new MarketTerm(country, "spectrumUsdPerMhzPop", 0.07),
        new MarketTerm(country, "costOfCapitalRatio", 0.15));
  }

  /** Most people for a budget, with a levy so that there is something to disburse. */
  static Scenario scenario(String country, double budgetUsd) {
    return ScenarioFile.read("{\"steps\": 0}".getBytes(StandardCharsets.UTF_8))
        .withMarketTerms(terms(country))
        .withLevers(List.of(new UniversalServiceLevy(0.01)))
        .withBudgetUsd(budgetUsd);
  }

  /** The part of a country around a place: as many of its nearest settlements. */
  static PlanningProblem around(PlanningProblem country, LonLat place, int settlements) {
    return first(
        country, settlements, Comparator.comparingDouble(s -> s.location().distanceKm(place)));
  }

  /** As many settlements from everywhere in a country; the same seed takes the same. */
  static PlanningProblem sample(PlanningProblem country, long seed, int settlements) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Long> lots = new HashMap<>();
    country.settlements().forEach(s -> lots.put(s.id(), random.nextLong()));
    return first(country, settlements, Comparator.comparingLong(s -> lots.get(s.id())));
  }

  private static PlanningProblem first(
      PlanningProblem country, int settlements, Comparator<Settlement> order) {
    List<Settlement> near =
        country.settlements().stream()
            .sorted(order)
            .limit(settlements)
            .sorted(Comparator.comparing(Settlement::id))
            .toList();
    return new PlanningProblem(
        near,
        country.nodes(),
        country.fibreLines(),
        country.towers(),
        country.catalogue(),
        country.standard(),
        country.money(),
        country.inputs());
  }

  /** Pairs of levers over one question without them, which is prepared once. */
  static Map<LeverDescription, LeverPair> of(
      PlanningProblem problem, Scenario scenario, List<LeverDescription> levers) {
    Map<String, PlanningQuestion> before = new TreeMap<>();
    Map<LeverDescription, LeverPair> pairs = new LinkedHashMap<>();
    for (LeverDescription lever : levers) {
      PolicyLever pulled = lever.example();
      Scenario without = LeverPair.without(scenario, pulled);
      PlanningQuestion question =
          before.computeIfAbsent(
              without.levers().toString(), k -> new PlanningQuestion(problem, without));
      Scenario with = LeverPair.pulled(scenario, pulled);
      pairs.put(
          lever,
          LeverPair.run(problem, without, question, with, Progress.NONE, plans -> () -> false));
    }
    return pairs;
  }

  /** Value that the lever adds, the other way round where it costs money; ≥ 0 as it says. */
  static double gain(LeverDescription lever, LeverPair pair) {
    double more = pair.with().certificate().value() - pair.without().certificate().value();
    return lever.effect() == Effect.LESS_PUBLIC_MONEY ? more : -more;
  }

  /**
   * What places miss beyond what the fund brings, as the lever lowers it, or raises it where it
   * costs money; ≥ 0 as it says. Tells something where decisions are the same.
   */
  static double savedUsd(LeverDescription lever, PlanningProblem problem, LeverPair pair) {
    double less = missingUsd(problem, pair.without()) - missingUsd(problem, pair.with());
    return lever.effect() == Effect.MORE_PUBLIC_MONEY ? -less : less;
  }

  private static double missingUsd(PlanningProblem problem, PlanResult result) {
    PlanFinance finance =
        PlanFinance.of(ScenarioFacts.of(problem, result.scenario()), result.plan());
    return finance.settlements().stream()
            .mapToLong(each -> each.account().gapCents() - each.fundCents())
            .sum()
        / 100.0;
  }

  static boolean sameDecisions(LeverPair pair) {
    return decisions(pair.without().plan()).equals(decisions(pair.with().plan()));
  }

  private static List<String> decisions(Plan plan) {
    return Stream.concat(
            plan.settlements().stream().map(s -> s.settlementId() + s.technologyId() + s.siteId()),
            plan.links().stream().map(Plan.BuiltLink::id))
        .toList();
  }
}
