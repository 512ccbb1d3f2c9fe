package org.kiungo.planner.verify.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.Figure;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.rule.EquityWeight;
import org.kiungo.planner.model.rule.InstitutionRule;
import org.kiungo.planner.model.rule.PlaceRules;
import org.kiungo.planner.model.today.Today;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.policy.PolicyLever;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Market terms as published, and what a scenario changes in them and in the law. */
final class ChoiceFacts {

  private ChoiceFacts() {}

  /** Terms of {@code economics.json}. */
  static List<CountryEconomics> economics(FolderReader reader) {
    List<CountryEconomics> economics = new ArrayList<>();
    for (JsonNode country : reader.document("economics.json").get("economics")) {
      CountryEconomics known = CountryEconomics.unknown(Fields.text(country, "country"));
      for (var term : country.get("terms").properties()) {
        Figure figure = FolderReader.JSON.treeToValue(term.getValue(), Figure.class);
        known = known.with(EconomicTerm.of(term.getKey()), figure);
      }
      economics.add(known);
    }
    return economics;
  }

  /** Terms that the scenario gives. */
  static List<MarketTerm> marketTerms(JsonNode scenario) {
    List<MarketTerm> given = new ArrayList<>();
    for (JsonNode term : scenario.path("marketTerms")) {
      given.add(FolderReader.JSON.treeToValue(term, MarketTerm.class));
    }
    return given;
  }

  /** Levers that the scenario pulls. */
  static List<PolicyLever> levers(JsonNode scenario) {
    List<PolicyLever> levers = new ArrayList<>();
    for (JsonNode lever : scenario.path("levers")) {
      Map<String, Double> values = new HashMap<>();
      for (var setting : lever.properties()) {
        JsonNode value = setting.getValue();
        if (!setting.getKey().equals("id")) {
          double number = value.isBoolean() ? (value.booleanValue() ? 1 : 0) : value.doubleValue();
          values.put(setting.getKey(), number);
        }
      }
      levers.add(Levers.named(Fields.text(lever, "id")).with(values));
    }
    return levers;
  }

  /** Facts under the scenario's levers, which are law, not solver. */
  static PlanningProblem levered(JsonNode scenario, PlanningProblem published) {
    return new Levers(levers(scenario)).applyTo(published);
  }

  /** What the scenario takes today's coverage to be. */
  static Today today(JsonNode scenario) {
    try {
      return scenario.has("today")
          ? FolderReader.JSON.treeToValue(scenario.get("today"), Today.class)
          : Today.DEFAULT;
    } catch (JacksonException e) {
      throw Unreadable.file("scenario.json", e);
    }
  }

  /** How it weighs people. */
  static List<EquityWeight> equity(JsonNode scenario) {
    List<EquityWeight> weights = new ArrayList<>();
    for (JsonNode weight : scenario.path("fairness")) {
      weights.add(FolderReader.JSON.treeToValue(weight, EquityWeight.class));
    }
    return weights;
  }

  /** What it takes the institutions joined to places to be. */
  static List<InstitutionRule> institutions(JsonNode scenario, FolderReader reader) {
    List<InstitutionRule> rules = new ArrayList<>();
    for (JsonNode goal : scenario.path("institutions").path("goals")) {
      String asked = Fields.text(goal, "kind");
      List<String> columns = new ArrayList<>();
      for (JsonNode joined : reader.document("institutions.json").get("kinds")) {
        JsonNode kind = joined.get("kind");
        String id = Fields.text(kind, "id");
        if (id.equals(asked) || Fields.text(kind, "partOf").equals(asked)) {
          columns.add("institutions." + id);
        }
      }
      double share = goal.path("shareRatio").asDouble(Double.NaN);
      double weight = goal.path("weightPeople").asDouble(Double.NaN);
      boolean weighs = !Double.isNaN(weight);
      rules.add(new InstitutionRule(columns, weighs ? weight : 0, share == 1 && !weighs));
    }
    return rules;
  }

  /** Locked technology by settlement. */
  static Map<String, String> always(JsonNode scenario) {
    Map<String, String> always = new HashMap<>();
    for (JsonNode lock : scenario.get("locks")) {
      if (!lock.get("forbid").booleanValue()) {
        always.put(Fields.text(lock, "settlementId"), Fields.text(lock, "technologyId"));
      }
    }
    return always;
  }

  /** Forbidden technologies by settlement; "*" = all. */
  static Map<String, Set<String>> never(JsonNode scenario) {
    Map<String, Set<String>> never = new HashMap<>();
    for (JsonNode lock : scenario.get("locks")) {
      if (lock.get("forbid").booleanValue()) {
        never
            .computeIfAbsent(Fields.text(lock, "settlementId"), k -> new HashSet<>())
            .add(Fields.text(lock, "technologyId"));
      }
    }
    return never;
  }

  /** The ids that are named; all of them where none is. */
  static Set<String> allowed(JsonNode ids, Set<String> all) {
    Set<String> named = new HashSet<>();
    ids.forEach(id -> named.add(id.stringValue()));
    return named.isEmpty() ? all : named;
  }

  /** Rules under levers and the scenario's own choices. */
  static PlaceRules rules(PlaceRules levered, JsonNode scenario, FolderReader reader) {
    return levered
        .withEquity(equity(scenario))
        .withInstitutions(institutions(scenario, reader))
        .withClosedBorders(scenario.path("borders").asString("").equals("CLOSED"))
        .withServiceAbroadUsdPerYear(scenario.path("serviceAbroadUsdPerYear").asDouble(Double.NaN));
  }
}
