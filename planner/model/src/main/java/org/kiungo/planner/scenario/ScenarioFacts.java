package org.kiungo.planner.scenario;

import java.util.List;
import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.policy.MarketTerm;

/** A problem under a scenario: what the planner, the accounts and the folder all work on. */
public final class ScenarioFacts {

  private ScenarioFacts() {}

  /**
   * The facts as the scenario plans them: its standard and years, today's coverage as it counts,
   * the roads it follows, what service from abroad costs, its market terms in place of published
   * ones, its weights of people and of institutions, and its levers in the order of {@link Levers}.
   */
  public static PlanningProblem of(PlanningProblem problem, Scenario scenario) {
    PlanningProblem facts =
        scenario.today().applyTo(problem).withTerms(scenario.standard(), scenario.money());
    if (scenario.roads() == Roads.NONE) {
      facts = facts.withRoads(RoadNetwork.NONE);
    }
    if (scenario.borders() == Borders.CLOSED) {
      facts = facts.withRules(facts.rules().withClosedBorders(true));
    }
    facts =
        facts.withRules(
            facts.rules().withServiceAbroadUsdPerYear(scenario.serviceAbroadUsdPerYear()));
    if (!scenario.marketTerms().isEmpty() || !scenario.levers().isEmpty()) {
      facts = MarketTerm.applyAll(scenario.marketTerms(), facts);
    }
    facts = new Levers(scenario.levers()).applyTo(facts);
    if (!scenario.institutions().goals().isEmpty()) {
      var institutions = scenario.institutions().rules(facts.institutions());
      facts = facts.withRules(facts.rules().withInstitutions(institutions));
    }
    return scenario.fairness().isEmpty()
        ? facts
        : facts.withRules(facts.rules().withEquity(existing(scenario.fairness(), facts)));
  }

  /** Weights exist only for layers that exist: one that no settlement falls under is refused. */
  private static List<EquityWeight> existing(List<EquityWeight> weights, PlanningProblem problem) {
    for (EquityWeight each : weights) {
      if (problem.settlements().stream().noneMatch(each::covers)) {
        var layers = EquityWeight.layers(problem.settlements());
        var groups = layers.get(each.layer());
        String known = String.join(", ", groups == null ? layers.keySet() : groups.keySet());
        throw new InputRefused(
            groups == null ? "fairness.layer" : "fairness.group",
            "field",
            "fairness",
            "layer",
            each.layer(),
            "group",
            each.group(),
            "known",
            known);
      }
    }
    return weights;
  }
}
