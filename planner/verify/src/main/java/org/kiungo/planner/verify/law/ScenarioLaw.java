package org.kiungo.planner.verify.law;

import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlaceRules;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;
import tools.jackson.databind.JsonNode;

/** What a scenario makes of what is published: the terms it gives, then the levers it pulls. */
public final class ScenarioLaw {

  private ScenarioLaw() {}

  /**
   * The market term of a name.
   *
   * @throws org.kiungo.planner.model.value.InputRefused when there is none
   */
  public static EconomicTerm term(String name) {
    return GivenTerms.term(name);
  }

  /**
   * The market that a plan was made in.
   *
   * @param economics as published, of some countries
   */
  public static Market market(
      JsonNode scenario,
      Catalogue published,
      List<CountryEconomics> economics,
      List<Settlement> settlements,
      ServiceStandard standard,
      Money money) {
    Market known = Market.of(published, economics, PlaceRules.NONE);
    for (Settlement each : settlements) {
      known
          .economics()
          .computeIfAbsent(each.country(), iso3 -> new CountryEconomics(iso3, Map.of()));
    }
    Market given = GivenTerms.apply(scenario, known, money.priceYear());
    return new Pulled(settlements, standard, money).apply(scenario, given);
  }
}
