package org.kiungo.planner.deploy.prices;

import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.options.SitePrices;
import org.kiungo.planner.deploy.places.BuildPlaces;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.radio.SiteUnits;

/**
 * What options are charged in the arborescence of {@link PricedForest}: their own costs, at the
 * price of money where the settlement lies, and a share of their site at that of where it stands.
 */
final class OptionCharges {

  private final AccessOptions options;
  private final BuildPlaces places;

  /** Sites that all who may use them fill beyond a mast. */
  private final boolean[] crowded;

  OptionCharges(Question question, boolean[] crowded) {
    options = question.options();
    places = question.places();
    this.crowded = crowded;
  }

  private int country(int place) {
    return places.country(place);
  }

  /** What an option is charged for its site. */
  private double sharedCents(int o) {
    int s = options.site(o);
    SitePrices prices = options.sitePrices();
    int units = SiteUnits.units(options.taken(o));
    if (options.siteEnd(s) - options.siteFirst(s) <= 1) {
      return prices.cents(s, units);
    }
    return crowded[s]
        ? prices.spreadCents(s, options.taken(o) / (double) SiteUnits.WHOLE, units)
        : prices.furtherCents(s, units);
  }

  /** What an option is charged, as money of those who pay it is worth. */
  double worth(int o, MoneyPrices prices) {
    double home = prices.of(country(options.owner(o)));
    if (options.site(o) < 0) {
      return home * options.privateCents(o);
    }
    double there = prices.of(country(options.sitePlace(options.site(o))));
    return home == there
        ? home * (options.privateCents(o) + sharedCents(o))
        : home * options.privateCents(o) + there * sharedCents(o);
  }

  /**
   * True when no plan can pay for an option what one that chooses it pays at the least: the units
   * that it takes alone, where they stand, and what is its own.
   */
  boolean isTooDear(int o, MoneyPrices prices) {
    int s = options.site(o);
    int units = SiteUnits.units(options.taken(o));
    double own = options.privateCents(o);
    double site = s < 0 ? 0 : (double) options.sitePrices().cents(s, units);
    int home = country(options.owner(o));
    int there = s < 0 ? home : country(options.sitePlace(s));
    return own + site > prices.ceilingCents()
        || own + (home == there ? site : 0) > prices.ceiling(home)
        || site > prices.ceiling(there);
  }
}
