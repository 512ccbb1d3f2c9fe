package org.kiungo.planner.cost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.border.BorderPrice;

/**
 * Places of one country that sites in another serve: who is served across which border, and who
 * pays for the coordination, which is the country that is served.
 *
 * @param border as {@link BorderPrice#border} names it
 * @param country that is served and pays, ISO 3166-1 alpha-3
 * @param siteCountry where the sites stand, which pays for them
 * @param places served so
 * @param people served there
 * @param opexUsdPerYear what coordination costs
 * @param lifetimeCostUsd its present value
 */
public record ServedAbroad(
    String border,
    String country,
    String siteCountry,
    int places,
    double people,
    double opexUsdPerYear,
    double lifetimeCostUsd) {

  /** By country and by where the sites stand; none where every site serves its own country. */
  public static List<ServedAbroad> of(PlanningProblem facts, Plan plan) {
    ServiceAbroad abroad = ServiceAbroad.of(facts);
    if (abroad.countries().areOfOneCountry()) {
      return List.of();
    }
    Map<String, String> placeOfSite = new HashMap<>();
    for (AccessSite each : plan.sites()) {
      placeOfSite.put(each.id(), each.placeId());
    }
    Map<String, ServedAbroad> found = new TreeMap<>();
    for (SettlementService each : plan.settlements()) {
      for (PartService part : each.each()) {
        String placeId = placeOfSite.get(part.siteId());
        if (placeId != null && abroad.isAbroad(each.settlementId(), placeId)) {
          String country = abroad.countries().country(each.settlementId());
          String there = abroad.countries().country(placeId);
          AssetCost cost = abroad.cost(each.settlementId(), placeId);
          found.merge(
              country + there,
              new ServedAbroad(
                  BorderPrice.border(country, there),
                  country,
                  there,
                  1,
                  part.peopleServed(),
                  cost.opexUsdPerYear(),
                  cost.lifetimeUsd()),
              ServedAbroad::plus);
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  private ServedAbroad plus(ServedAbroad other) {
    return new ServedAbroad(
        border,
        country,
        siteCountry,
        places + other.places,
        people + other.people,
        opexUsdPerYear + other.opexUsdPerYear,
        lifetimeCostUsd + other.lifetimeCostUsd);
  }
}
