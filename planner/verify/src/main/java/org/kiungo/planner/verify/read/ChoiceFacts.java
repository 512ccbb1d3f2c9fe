package org.kiungo.planner.verify.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.InstitutionRule;
import org.kiungo.planner.model.PlaceRules;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.verify.law.ScenarioLaw;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Market terms as published, and what a scenario changes in them and in the law. */
final class ChoiceFacts {

  private ChoiceFacts() {}

  /** Terms of {@code economics.json}. */
  static List<CountryEconomics> economics(FolderReader reader) {
    List<CountryEconomics> economics = new ArrayList<>();
    for (JsonNode country : reader.document("economics.json").get("economics")) {
      Map<EconomicTerm, Figure> terms = new HashMap<>();
      for (var term : country.get("terms").properties()) {
        terms.put(
            ScenarioLaw.term(term.getKey()),
            FolderReader.JSON.treeToValue(term.getValue(), Figure.class));
      }
      economics.add(new CountryEconomics(Fields.text(country, "country"), terms));
    }
    return economics;
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

  /** Place of the locked site by settlement, where a lock names one. */
  static Map<String, String> lockedPlaces(JsonNode scenario) {
    Map<String, String> places = new HashMap<>();
    for (JsonNode lock : scenario.get("locks")) {
      String placeId = lock.path("placeId").asString("");
      if (!lock.get("forbid").booleanValue() && !placeId.isEmpty()) {
        places.put(Fields.text(lock, "settlementId"), placeId);
      }
    }
    return places;
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
