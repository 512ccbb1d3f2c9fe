package org.kiungo.planner.cost;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.border.Abroad;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.route.Crossings;

/**
 * Service from a site in another country. A site serves its own country unless the scenario prices
 * what coordination across the border takes: frequencies, licence and roaming of each place that is
 * served so, a yearly amount that is part of what this place costs and so is paid where its people
 * live; the site is paid where it stands. Satellites that serve terminals stand in no country.
 *
 * @param countries of settlements and of the places where sites stand
 * @param usdPerYear for each place served; NaN = no site serves abroad
 * @param money how years are added up
 */
public record ServiceAbroad(Crossings countries, double usdPerYear, Money money) {

  /** As a problem has it. */
  public static ServiceAbroad of(PlanningProblem problem) {
    return new ServiceAbroad(
        Crossings.of(problem), problem.rules().serviceAbroadUsdPerYear(), problem.money());
  }

  /** True where sites may serve abroad. */
  public boolean isPriced() {
    return !Double.isNaN(usdPerYear);
  }

  /** True where a site at a place serves a settlement of another country. */
  public boolean isAbroad(String settlementId, String placeId) {
    return !countries.areOfOneCountry() && countries.apart(settlementId, placeId).isPresent();
  }

  /** Service of a settlement from a site at a place, where that stands in another country. */
  public Optional<Abroad> find(String settlementId, String placeId) {
    return isAbroad(settlementId, placeId)
        ? countries
            .apart(settlementId, placeId)
            .map(border -> new Abroad(border, countries.country(placeId), usdPerYear))
        : Optional.empty();
  }

  /**
   * The same of a settlement of a plan; empty where nobody is served from a site.
   *
   * @param placeOfSite where sites stand, by their ids
   */
  public Optional<Abroad> find(SettlementService service, Map<String, String> placeOfSite) {
    return service.each().stream()
        .map(part -> placeOfSite.get(part.siteId()))
        .filter(Objects::nonNull)
        .findFirst()
        .flatMap(placeId -> find(service.settlementId(), placeId));
  }

  /** What a settlement pays beside all else where a site at a place serves it; nothing at home. */
  public AssetCost cost(String settlementId, String placeId) {
    return isPriced() && isAbroad(settlementId, placeId) ? cost() : AssetCost.ZERO;
  }

  /** What a settlement pays that is served from abroad. */
  public AssetCost cost() {
    return AssetCost.ofUsd(
        0, usdPerYear, PresentValue.lifetimeUsd(0, usdPerYear, money.years(), money));
  }
}
