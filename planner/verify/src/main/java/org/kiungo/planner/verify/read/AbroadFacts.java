package org.kiungo.planner.verify.read;

import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.border.Abroad;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.formula.Discounting;

/**
 * Service from sites in other countries: none, unless the scenario says what coordination across
 * the border costs each place that is served so.
 */
public final class AbroadFacts {

  private final Borders borders;
  private final double usdPerYear;
  private final Cost cost;

  /**
   * @param usdPerYear for each place served from abroad; NaN where no site serves abroad
   */
  AbroadFacts(Borders borders, double usdPerYear, Money money) {
    this.borders = borders;
    this.usdPerYear = usdPerYear;
    cost = arePriced() ? Discounting.of(money).yearly(usdPerYear) : Cost.ZERO;
  }

  /** True where sites may serve abroad at all. */
  public boolean arePriced() {
    return !Double.isNaN(usdPerYear);
  }

  private boolean isAbroad(String settlementId, String placeId) {
    return borders.apart(settlementId, placeId).isPresent();
  }

  /** True where a site at a place may serve a settlement. */
  public boolean allows(String settlementId, String placeId) {
    return arePriced() || !isAbroad(settlementId, placeId);
  }

  /** What a settlement pays beside all else where a site at a place serves it. */
  public Cost cost(String settlementId, String placeId) {
    return isAbroad(settlementId, placeId) ? cost : Cost.ZERO;
  }

  /**
   * What a plan must say of a settlement that a site in another country serves; empty otherwise.
   *
   * @param placeOfSite where sites stand, by their ids
   */
  public Optional<Abroad> find(SettlementService service, Map<String, String> placeOfSite) {
    for (PartService part : service.each()) {
      String place = placeOfSite.get(part.siteId());
      if (place != null) {
        return borders
            .apart(service.settlementId(), place)
            .map(border -> new Abroad(border, borders.country(place), usdPerYear));
      }
    }
    return Optional.empty();
  }
}
