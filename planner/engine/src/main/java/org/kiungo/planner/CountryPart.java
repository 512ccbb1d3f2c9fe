package org.kiungo.planner;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.scenario.Scenario;

/** What a question of several countries is in one of them alone. */
public final class CountryPart {

  private CountryPart() {}

  /** The facts of one country; of roads all, since those beyond lead nowhere. */
  public static PlanningProblem of(PlanningProblem facts, String country) {
    return facts
        .with()
        .settlements(in(facts.settlements(), Settlement::country, country))
        .nodes(in(facts.nodes(), NetworkNode::country, country))
        .fibreLines(in(facts.fibreLines(), FibreLine::country, country))
        .towers(in(facts.towers(), Tower::country, country))
        .build();
  }

  private static <T> List<T> in(List<T> all, Function<T, String> of, String country) {
    return all.stream()
        .filter(each -> of.apply(each).isEmpty() || of.apply(each).equals(country))
        .toList();
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
        .marketTerms(
            scenario.marketTerms().stream().filter(each -> each.country().equals(country)).toList())
        .feeds(scenario.feeds().stream().filter(each -> each.country().equals(country)).toList())
        .build();
  }
}
