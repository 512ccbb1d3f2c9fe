package org.kiungo.planner.verify.law;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.policy.PolicyLever;
import tools.jackson.databind.JsonNode;

/**
 * The levers that a scenario pulls. Which there are, their ranges and their order is looked up;
 * what those of Kiungo do is worked out here, by {@link LeverEffects}; what one does that a jar
 * from outside brought, nobody but that jar can say.
 *
 * @param settlements whose question it is
 */
record Pulled(List<Settlement> settlements, ServiceStandard standard, Money money) {

  Market apply(JsonNode scenario, Market before) {
    Map<String, Map<String, Double>> settings = new HashMap<>();
    List<PolicyLever> pulled =
        scenario.path("levers").valueStream().map(each -> lever(each, settings)).toList();
    Market market = before;
    LeverEffects effects = new LeverEffects(money);
    for (PolicyLever lever : new Levers(pulled).ordered()) {
      String id = LeverDescription.of(lever).id();
      market =
          LeverEffects.isKnown(id)
              ? effects.of(id, settings.get(id), market)
              : brought(lever, market);
    }
    return market;
  }

  private static PolicyLever lever(JsonNode stated, Map<String, Map<String, Double>> settings) {
    Map<String, Double> values = new HashMap<>();
    for (var each : stated.properties()) {
      JsonNode value = each.getValue();
      if (!each.getKey().equals("id")) {
        double yes = value.booleanValue(false) ? 1 : 0;
        values.put(each.getKey(), value.isBoolean() ? yes : value.doubleValue());
      }
    }
    String id = Fields.text(stated, "id");
    settings.put(id, values);
    return Levers.named(id).with(values);
  }

  private Market brought(PolicyLever lever, Market market) {
    PlanningProblem after =
        lever.applyTo(
            new PlanningProblem(
                settlements,
                List.of(),
                List.of(),
                List.of(),
                market.catalogue(),
                standard,
                money,
                List.of(),
                List.copyOf(market.economics().values()),
                market.rules()));
    return Market.of(after.catalogue(), after.economics(), after.rules());
  }
}
