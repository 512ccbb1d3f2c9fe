package org.kiungo.planner.verify.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.policy.Knob;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.policy.MarketTerm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The planner's levers and the checker's make the same prices, terms and rules of the built-in
 * catalogue, wherever a lever is pulled to; pulled a hundredth of the way otherwise they would not.
 */
class SecondLawTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int DRAWS = 40;

  private static PlanningProblem problem() {
    Map<EconomicTerm, Figure> terms = new HashMap<>();
    for (EconomicTerm each : EconomicTerm.values()) {
      double value = Math.min(0.11, each.high());
      if (value >= each.low()) {
        terms.put(each, SmallWorlds.figure(value));
      }
    }
    terms.remove(EconomicTerm.ROAMING_REVENUE);
    PlanningProblem line = SmallWorlds.line(2).withCatalogue(CatalogueReader.builtIn());
    return line.withTerms(line.standard(), Money.DEFAULT)
        .withEconomics(List.of(new CountryEconomics("BEN", terms)));
  }

  static List<LeverDescription> levers() {
    return Levers.all();
  }

  private static Map<String, Double> drawn(LeverDescription lever, SplittableRandom random) {
    Map<String, Double> values = new HashMap<>();
    for (Knob knob : lever.settings()) {
      double value = knob.low() + (knob.high() - knob.low()) * random.nextDouble();
      values.put(knob.name(), knob.kind() == Knob.Kind.REAL ? value : Math.rint(value));
    }
    return values;
  }

  private static Map<String, Double> otherwise(LeverDescription lever, Map<String, Double> values) {
    Map<String, Double> other = new HashMap<>(values);
    Knob knob = lever.settings().get(0);
    double step = knob.kind() == Knob.Kind.REAL ? (knob.high() - knob.low()) / 100 : 1;
    double value = values.get(knob.name());
    other.put(knob.name(), value + step <= knob.high() ? value + step : value - step);
    return other;
  }

  private static ObjectNode scenario(LeverDescription lever, Map<String, Double> values) {
    ObjectNode scenario = JSON.createObjectNode();
    ObjectNode pulled = scenario.putArray("levers").addObject().put("id", lever.id());
    values.forEach(pulled::put);
    if (lever.settings().get(0).kind() == Knob.Kind.YES_NO) {
      String name = lever.settings().get(0).name();
      pulled.put(name, values.get(name) == 1);
    }
    return scenario;
  }

  private static Market checker(JsonNode scenario, PlanningProblem problem) {
    return ScenarioLaw.market(
        scenario,
        problem.catalogue(),
        problem.economics(),
        problem.settlements(),
        problem.standard(),
        problem.money());
  }

  /** Values alone: ranges and sources of changed figures are told by the planner's side. */
  private static List<Object> values(
      Catalogue catalogue, List<CountryEconomics> economics, Object rules) {
    List<Object> values = new ArrayList<>();
    flatten(JSON.valueToTree(catalogue), values);
    for (CountryEconomics each : economics) {
      each.terms().forEach((term, figure) -> values.add(term + " " + (float) figure.value()));
    }
    values.add(rules);
    return values;
  }

  private static void flatten(JsonNode node, List<Object> into) {
    if (node.has("value") && node.has("source")) {
      into.add((float) node.get("value").doubleValue());
    } else if (node.isNumber()) {
      into.add((float) node.doubleValue());
    } else if (node.isObject() || node instanceof ArrayNode) {
      node.values().forEach(each -> flatten(each, into));
    } else {
      into.add(node.asString(""));
    }
  }

  @ParameterizedTest
  @MethodSource("levers")
  void aLeverDoesTheSameTwice(LeverDescription lever) {
    SplittableRandom random = new SplittableRandom(lever.id().hashCode());
    PlanningProblem problem = problem();
    int told = 0;
    for (int k = 0; k < DRAWS; k++) {
      Map<String, Double> values = drawn(lever, random);
      PlanningProblem planner = new Levers(List.of(lever.with(values))).applyTo(problem);
      Market checker = checker(scenario(lever, values), problem);
      List<Object> due =
          values(checker.catalogue(), List.copyOf(checker.economics().values()), checker.rules());
      assertThat(values(planner.catalogue(), planner.economics(), planner.rules()))
          .as("%s %s", lever.id(), values)
          .isEqualTo(due);
      PlanningProblem wrong =
          new Levers(List.of(lever.with(otherwise(lever, values)))).applyTo(problem);
      told += values(wrong.catalogue(), wrong.economics(), wrong.rules()).equals(due) ? 0 : 1;
    }
    assertThat(told).as("pulls that tell a wrong one").isGreaterThan(DRAWS / 10);
  }

  @ParameterizedTest
  @MethodSource("terms")
  void aTermThatIsGivenDoesTheSameTwice(EconomicTerm term) {
    PlanningProblem problem = problem();
    double value = term.low() + (term.high() - term.low()) / 3;
    String asOf = term == EconomicTerm.LOCAL_CURRENCY ? "2024-05-01" : "";
    PlanningProblem planner =
        MarketTerm.applyAll(List.of(new MarketTerm("BEN", term.term(), value, asOf)), problem);
    ObjectNode scenario = JSON.createObjectNode();
    scenario
        .putArray("marketTerms")
        .addObject()
        .put("country", "BEN")
        .put("term", term.term())
        .put("value", value)
        .put("asOf", asOf);
    Market checker = checker(scenario, problem);
    assertThat(values(planner.catalogue(), planner.economics(), planner.rules()))
        .isEqualTo(
            values(
                checker.catalogue(), List.copyOf(checker.economics().values()), checker.rules()));
  }

  static EconomicTerm[] terms() {
    return EconomicTerm.values();
  }
}
