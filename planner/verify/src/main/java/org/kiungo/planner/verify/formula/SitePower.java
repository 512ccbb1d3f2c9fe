package org.kiungo.planner.verify.formula;

import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;

/**
 * What supplies of energy cost in one country, for a unit that draws P watts all year long: P /
 * 1000 · 8,766 kWh a year, a day's 24 hours of it at a time.
 *
 * <ul>
 *   <li>grid: a line of so many kilometres and a transformer, which a mast's first unit pays;
 *       energy at the tariff;
 *   <li>sun: panels that give a day's energy in the darkest month through charging and discharging,
 *       and a battery that carries the load for some hours within its depth of discharge;
 *   <li>hybrid: panels that give a share of that, a smaller battery, a generator of the mast's
 *       first unit that burns fuel, brought to the site, for the rest.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1088/1748-9326/aa7b29">Mentis and others 2017: lines, panels and
 *     generators compared by their cost over a lifetime</a>
 */
final class SitePower {

  private static final double HOURS_A_YEAR = 365.25 * 24;
  private static final double HOURS_A_DAY = 24;

  private final EnergyPrices prices;
  private final CountryEconomics country;
  private final Discounting years;

  SitePower(EnergyPrices prices, CountryEconomics country, Discounting years) {
    this.prices = prices;
    this.country = country;
    this.years = years;
  }

  private double term(EconomicTerm term, double otherwise) {
    var known = country.terms().get(term);
    return known == null ? otherwise : known.value();
  }

  /** Factor on what is bought as energy: tariffs and fuel. */
  private double energyRatio() {
    return prices.energyPriceRatio() == null ? 1 : prices.energyPriceRatio();
  }

  /** True where a supply can be had. */
  static boolean isOffered(EnergySupply kind, double gridKm) {
    return kind != EnergySupply.GRID || !Double.isNaN(gridKm);
  }

  /**
   * A unit's energy.
   *
   * @param first true for the first unit of a mast
   */
  Bill bill(EnergySupply kind, double watts, double gridKm, boolean first) {
    double kilowatts = watts / 1_000;
    double kwhPerYear = kilowatts * HOURS_A_YEAR;
    Bill bill = new Bill(years);
    switch (kind) {
      case GRID -> {
        double tariff = term(EconomicTerm.GRID_TARIFF, prices.gridTariffUsdPerKwh().value());
        bill.pays(kwhPerYear * tariff * energyRatio());
        if (first) {
          line(bill, gridKm);
        }
      }
      case SOLAR -> sun(bill, kilowatts, 1, prices.autonomyHours().value());
      default -> {
        double bySun = prices.hybridSunRatio().value();
        sun(bill, kilowatts, bySun, prices.hybridBatteryHours().value());
        double litres = kwhPerYear * (1 - bySun) * prices.fuelLitresPerKwh().value();
        double diesel = term(EconomicTerm.DIESEL, prices.dieselUsdPerLitre().value());
        double delivered = diesel * energyRatio() * (1 + prices.fuelDeliveryRatio().value());
        bill.pays(litres * delivered);
        if (first) {
          bill.buys(prices.generatorCapexUsd().value(), prices.generatorLifetimeYears());
          bill.pays(prices.generatorOpexUsdPerYear().value());
        }
      }
    }
    return bill;
  }

  private void line(Bill bill, double km) {
    double usd =
        prices.gridConnectionCapexUsd().value() + km * prices.gridLineCapexUsdPerKm().value();
    bill.buys(usd, prices.gridLifetimeYears());
    bill.pays(usd * prices.gridOpexRatioPerYear().value());
  }

  private void sun(Bill bill, double kilowatts, double share, double batteryHours) {
    double sunKwh = term(EconomicTerm.SUN, prices.sunKwhPerKwpDay().value());
    double perKwpDay = sunKwh * prices.batteryEfficiencyRatio().value();
    double panelsKwp = HOURS_A_DAY * kilowatts * share / perKwpDay;
    double batteryKwh = batteryHours * kilowatts / prices.batteryDepthRatio().value();
    double panelsUsd = panelsKwp * prices.solarCapexUsdPerKwp().value();
    double batteryUsd = batteryKwh * prices.batteryCapexUsdPerKwh().value();
    double upkeepRatio = prices.solarOpexRatioPerYear().value();
    double panels = years.markUp(prices.solarLifetimeYears());
    double battery = years.markUp(prices.batteryLifetimeYears());
    // one ratio of upkeep for both: in public money the less marked up counts in proportion
    double dearer = Math.max(panels, battery);
    bill.buys(panelsUsd, prices.solarLifetimeYears());
    bill.buys(batteryUsd, prices.batteryLifetimeYears());
    bill.pays(panelsUsd * upkeepRatio, panels / dearer);
    bill.pays(batteryUsd * upkeepRatio, battery / dearer);
  }
}
