package org.kiungo.planner.cost;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.PlaceRules;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.Money;

/**
 * How sites get their energy: at each place what is cheapest for a technology's first unit over the
 * years a plan counts, in whatever phase it is built, and the same for every further one, so that a
 * site's price stays linear in masts and units. A line is offered where the distance to the grid is
 * known.
 */
public final class SiteEnergy {

  private final EnergyPrices prices;
  private final PlaceRules rules;
  private final Money money;
  private final Map<String, EnergyOffers> byCountry = new HashMap<>();
  private final EnergyOffers atTowers;

  /** By which a supply is chosen; this one unless money waits. */
  private final SiteEnergy choosing;

  private SiteEnergy(PlanningProblem problem, Money money) {
    prices = problem.catalogue().energy();
    rules = problem.rules();
    this.money = money;
    choosing =
        money.equals(problem.money().ofPlan())
            ? this
            : new SiteEnergy(problem, problem.money().ofPlan());
    List<String> countries =
        problem.settlements().stream().map(Settlement::country).distinct().toList();
    if (prices != null) {
      countries.forEach(each -> byCountry.put(each, offers(problem.economicsOf(each))));
    }
    atTowers =
        prices == null
            ? null
            : offers(
                countries.size() == 1
                    ? problem.economicsOf(countries.get(0))
                    : CountryEconomics.unknown(""));
  }

  private EnergyOffers offers(CountryEconomics country) {
    return new EnergyOffers(prices, country, money);
  }

  /** Under a problem's catalogue, market terms, rules and years. */
  public static SiteEnergy of(PlanningProblem problem) {
    return new SiteEnergy(problem, problem.money());
  }

  /**
   * What a technology's energy costs where a site stands.
   *
   * @param place settlement; null = a tower, whose distance to the grid nobody tells and whose
   *     supply is taken to be its owner's: every unit on it brings its own, at the prices of the
   *     settlements' country, or at the catalogue's where they are of several
   */
  public SiteSupply at(Settlement place, AccessTechnology technology) {
    if (prices == null || technology.powerW() == null) {
      return asBefore(place, technology);
    }
    if (choosing != this) {
      return as(choosing.at(place, technology).kind(), place, technology);
    }
    SiteSupply best = null;
    for (EnergySupply kind : EnergySupply.values()) {
      SiteSupply offer = offer(kind, place, technology);
      best = best == null || cents(offer) < cents(best) ? offer : best;
    }
    return paid(best, place);
  }

  /**
   * The same with a supply that was chosen before, whatever is cheapest.
   *
   * @param kind null = the technology's figures hold its energy
   */
  public SiteSupply as(EnergySupply kind, Settlement place, AccessTechnology technology) {
    return kind == null ? asBefore(place, technology) : paid(offer(kind, place, technology), place);
  }

  /**
   * Panels and battery of one unit with a supply that was chosen, whoever shares what they cost.
   *
   * @param kind null = the technology's figures hold its energy
   * @param place as in {@link #at}
   * @return null where nothing tells how large they are
   */
  public SolarPlant plant(EnergySupply kind, Settlement place, AccessTechnology technology) {
    if (kind == null || prices == null || technology.powerW() == null) {
      return null;
    }
    EnergyOffers offers = place == null ? atTowers : byCountry.get(place.country());
    return offers.plant(kind, technology.powerW().value());
  }

  private SiteSupply offer(EnergySupply kind, Settlement place, AccessTechnology technology) {
    EnergyOffers offers = place == null ? atTowers : byCountry.get(place.country());
    double gridKm = place == null ? Double.NaN : place.distanceToGridKm();
    return offers.of(kind, technology.powerW().value(), gridKm);
  }

  private SiteSupply paid(SiteSupply offer, Settlement place) {
    if (place == null) {
      return new SiteSupply(offer.kind(), offer.first(), offer.first());
    }
    return offer.times(rules.sharesAt(place) ? 1.0 / rules.ruralOperators() : 1);
  }

  /** Lifetime cost of a first unit; that of an absent offer is beyond all others. */
  private long cents(SiteSupply offer) {
    return offer == null ? Long.MAX_VALUE : offer.firstCents(money);
  }

  /** Technologies whose figures hold their energy: solar power is added where the grid is far. */
  private static SiteSupply asBefore(Settlement place, AccessTechnology technology) {
    if (place != null && AccessCost.onGrid(place.distanceToGridKm())) {
      return SiteSupply.NOTHING;
    }
    SiteSupply.Usd solar =
        new SiteSupply.Usd(
            0,
            0,
            AccessCost.amount(technology.offGridCapexUsd()),
            AccessCost.amount(technology.offGridOpexUsdPerYear()));
    return new SiteSupply(null, solar, solar);
  }
}
