package org.kiungo.planner.finance;

import java.util.List;
import org.kiungo.planner.cost.PresentValue;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.border.BorderPrice;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.money.TransitPrice;
import org.kiungo.planner.model.value.Figure;

/**
 * Prices of {@link PublicCost}: what comes on top of network cost. Prices belong to the catalogue,
 * not to a country: where countries differ, the least mark-up of any is taken.
 *
 * @param network factor on everything
 * @param capital on first purchases
 * @param spectrumUsdPerMhzPop licences
 * @param money how years are added up
 */
record PublicPrices(double network, double capital, double spectrumUsdPerMhzPop, Money money) {

  static PublicPrices least(Iterable<CountryEconomics> countries, Money money) {
    double network = Double.POSITIVE_INFINITY;
    double capital = Double.POSITIVE_INFINITY;
    double spectrum = Double.POSITIVE_INFINITY;
    for (CountryEconomics each : countries) {
      MarketTerms terms = MarketTerms.of(each);
      double charges = terms.administrationRatio() + terms.taxRatio() + terms.marginRatio();
      network = Math.min(network, 1 + charges);
      capital = Math.min(capital, terms.capitalRatio(money) * (1 - terms.capexSubsidyRatio()));
      spectrum = Math.min(spectrum, terms.spectrumUsdPerMhzPop());
    }
    return new PublicPrices(network, capital, spectrum, money);
  }

  /** Factor on a purchase that is repeated: the charge for capital falls on the first alone. */
  private double purchase(Figure lifetimeYears) {
    return purchase(lifetimeYears == null ? money.years() : lifetimeYears.value());
  }

  private double purchase(double years) {
    return network + capital / PresentValue.purchases(years, money);
  }

  /** A technology at public prices; the licence is paid with each terminal. */
  AccessTechnology of(AccessTechnology t, ServiceStandard standard) {
    double site = purchase(t.siteLifetimeYears());
    double adopter = purchase(t.adopterLifetimeYears());
    double bought =
        PresentValue.purchases(
            t.adopterLifetimeYears() == null ? money.years() : t.adopterLifetimeYears().value(),
            money);
    double mhz = t.licensedMhz() == null ? 0 : t.licensedMhz().value();
    double peoplePerTerminal = standard.peoplePerHousehold() / standard.adoptionRatio();
    double licenceUsd = spectrumUsdPerMhzPop * mhz * peoplePerTerminal / bought;
    return t.with()
        .siteCapexUsd(times(t.siteCapexUsd(), site))
        .siteOpexUsdPerYear(times(t.siteOpexUsdPerYear(), network))
        .capexUsdPerKm2(times(t.capexUsdPerKm2(), site))
        .opexUsdPerKm2PerYear(times(t.opexUsdPerKm2PerYear(), network))
        .adopterCapexUsd(plus(times(t.adopterCapexUsd(), adopter), licenceUsd))
        .adopterOpexUsdPerYear(times(t.adopterOpexUsdPerYear(), network))
        .towerSiteCapexUsd(times(t.towerSiteCapexUsd(), site))
        .offGridCapexUsd(times(t.offGridCapexUsd(), site))
        .offGridOpexUsdPerYear(times(t.offGridOpexUsdPerYear(), network))
        .furtherMastLinkCapexUsd(times(t.furtherMastLinkCapexUsd(), site))
        .furtherMastLinkOpexUsdPerYear(times(t.furtherMastLinkOpexUsdPerYear(), network))
        .build();
  }

  /** Energy at public prices; null stays unknown. */
  EnergyPrices of(EnergyPrices e) {
    if (e == null) {
      return null;
    }
    double grid = purchase(e.gridLifetimeYears());
    // Panels and batteries share a ratio of upkeep: with the greater of their mark-ups the sum
    // stays
    // below public money, as PublicCost needs it.
    double equipment =
        Math.max(purchase(e.solarLifetimeYears()), purchase(e.batteryLifetimeYears()));
    return e.withPurchases(years -> purchase(years))
        .with()
        .gridOpexRatioPerYear(e.gridOpexRatioPerYear().times(network / grid))
        .solarOpexRatioPerYear(e.solarOpexRatioPerYear().times(network / equipment))
        .generatorOpexUsdPerYear(e.generatorOpexUsdPerYear().times(network))
        .energyPriceRatio(e.ratioOfEnergyPrices() * network)
        .build();
  }

  /** A medium at public prices. */
  Medium of(Medium m) {
    double purchase = purchase(m.lifetimeYears());
    return m.withCapexTimes(purchase)
        .withOpexRatioPerYear(times(m.opexRatioPerYear(), network / purchase))
        .withSystemOpexUsdPerYear(times(m.systemOpexUsdPerYear(), network));
  }

  /** Traffic at public prices. */
  TransitPrice of(TransitPrice price) {
    return price.times(network);
  }

  /** A border at public prices: renewed with its link, of whichever medium that is least. */
  BorderPrice of(BorderPrice price, List<Medium> media) {
    double least =
        media.stream().mapToDouble(m -> purchase(m.lifetimeYears())).min().orElse(network);
    return price.times(least, network);
  }

  private static Figure times(Figure figure, double factor) {
    return figure == null ? null : figure.times(factor);
  }

  private static Figure plus(Figure figure, double usd) {
    if (usd == 0) {
      return figure;
    }
    double before = figure == null ? 0 : figure.value();
    return new Figure(before + usd, before + usd, before + usd, 0, "public cost", false);
  }
}
