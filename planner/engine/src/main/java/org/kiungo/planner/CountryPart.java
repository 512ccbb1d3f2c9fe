package org.kiungo.planner;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanTotalsBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.route.Crossings;
import org.kiungo.planner.scenario.Scenario;

/** What a question of several countries, or a plan of them, is in one of them alone. */
public final class CountryPart {

  private CountryPart() {}

  /** The facts of one country, its roads among them: what it can plan by itself. */
  public static PlanningProblem of(PlanningProblem facts, String country) {
    Crossings countries = Crossings.of(facts);
    return facts
        .with()
        .settlements(in(facts.settlements(), Settlement::country, country))
        .nodes(in(facts.nodes(), NetworkNode::country, country))
        .fibreLines(in(facts.fibreLines(), FibreLine::country, country))
        .towers(in(facts.towers(), each -> countries.country(each.id()), country))
        .roads(
            new RoadNetwork(
                facts.roads().stretches().stream()
                    .filter(each -> isIn(countries.country(each.fromId()), country))
                    .filter(each -> isIn(countries.country(each.toId()), country))
                    .toList()))
        .build();
  }

  private static <T> List<T> in(List<T> all, Function<T, String> of, String country) {
    return all.stream().filter(each -> isIn(of.apply(each), country)).toList();
  }

  private static boolean isIn(String known, String country) {
    return known.isEmpty() || known.equals(country);
  }

  /** The same choices for one country with money of its own. */
  public static Scenario of(Scenario scenario, PlanningProblem part, String country, double usd) {
    Set<String> ids = part.settlements().stream().map(Settlement::id).collect(Collectors.toSet());
    return scenario
        .with()
        .countries(List.of(country))
        .budgetsByCountry(Map.of())
        .budgetUsd(usd)
        .locks(scenario.locks().stream().filter(each -> ids.contains(each.settlementId())).toList())
        .fairness(
            scenario.fairness().stream()
                .filter(each -> part.settlements().stream().anyMatch(each::covers))
                .toList())
        .marketTerms(
            scenario.marketTerms().stream().filter(each -> each.country().equals(country)).toList())
        .feeds(scenario.feeds().stream().filter(each -> each.country().equals(country)).toList())
        .build();
  }

  /** What a plan decides in one country; its sums are not known. */
  public static Plan of(Plan plan, Crossings countries, String country) {
    return plan(
        List.of(plan),
        each -> isIn(countries.country(each.settlementId()), country),
        each -> isIn(countries.country(each.placeId()), country),
        each -> isIn(countries.country(each.fromId()), country));
  }

  /** Plans of different countries as one; its sums are not known. */
  static Plan together(List<Plan> plans) {
    return plan(plans, each -> true, each -> true, each -> true);
  }

  private static Plan plan(
      List<Plan> plans,
      Predicate<SettlementService> serves,
      Predicate<AccessSite> opens,
      Predicate<BuiltLink> builds) {
    return new Plan(
        sorted(plans, Plan::settlements, serves, SettlementService::settlementId),
        sorted(plans, Plan::sites, opens, AccessSite::id),
        sorted(plans, Plan::links, builds, BuiltLink::id),
        List.of(),
        PlanTotalsBuilder.builder().build());
  }

  private static <T> List<T> sorted(
      List<Plan> plans, Function<Plan, List<T>> part, Predicate<T> kept, Function<T, String> id) {
    return plans.stream()
        .flatMap(each -> part.apply(each).stream())
        .filter(kept)
        .sorted(Comparator.comparing(id))
        .toList();
  }
}
