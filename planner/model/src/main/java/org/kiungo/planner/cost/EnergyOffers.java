package org.kiungo.planner.cost;

import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;

/** What each supply of energy costs in one country. */
final class EnergyOffers {

  /** Hours of an average year. */
  private static final double HOURS = 8766;

  private final EnergyPrices prices;
  private final Money money;
  private final double tariffUsdPerKwh;
  private final double dieselUsdPerLitre;
  private final double sunKwhPerKwpDay;

  EnergyOffers(EnergyPrices prices, CountryEconomics country, Money money) {
    this.prices = prices;
    this.money = money;
    double ratio = prices.ratioOfEnergyPrices();
    double tariff = prices.gridTariffUsdPerKwh().value();
    double diesel = prices.dieselUsdPerLitre().value();
    tariffUsdPerKwh = country.value(EconomicTerm.GRID_TARIFF, tariff) * ratio;
    dieselUsdPerLitre = country.value(EconomicTerm.DIESEL, diesel) * ratio;
    sunKwhPerKwpDay = country.value(EconomicTerm.SUN, prices.sunKwhPerKwpDay().value());
  }

  /**
   * A supply for units that draw so much.
   *
   * @param gridKm to the grid; NaN = not known
   * @return null when it is not offered
   */
  SiteSupply of(EnergySupply kind, double powerW, double gridKm) {
    return switch (kind) {
      case GRID -> Double.isNaN(gridKm) ? null : grid(powerW, gridKm);
      case SOLAR -> {
        SiteSupply.Usd unit = solar(EnergySupply.SOLAR, powerW);
        yield new SiteSupply(EnergySupply.SOLAR, unit, unit);
      }
      case HYBRID -> hybrid(powerW);
    };
  }

  /** Line and transformer of a mast; energy of every unit at the tariff. */
  private SiteSupply grid(double powerW, double gridKm) {
    double lineUsd =
        gridKm * prices.gridLineCapexUsdPerKm().value() + prices.gridConnectionCapexUsd().value();
    SiteSupply.Usd line =
        bought(lineUsd, prices.gridLifetimeYears(), prices.gridOpexRatioPerYear().value());
    SiteSupply.Usd energy = new SiteSupply.Usd(0, 0, 0, powerW / 1000 * HOURS * tariffUsdPerKwh);
    return new SiteSupply(EnergySupply.GRID, line.plus(energy), energy);
  }

  /** Panels and battery of a unit that draws so much; none on the grid. */
  SolarPlant plant(EnergySupply kind, double powerW) {
    return switch (kind) {
      case GRID -> new SolarPlant(0, 0);
      case SOLAR -> plant(powerW, 1, prices.autonomyHours().value());
      case HYBRID ->
          plant(powerW, prices.hybridSunRatio().value(), prices.hybridBatteryHours().value());
    };
  }

  /**
   * Panels that give a share of a day's energy in the darkest month, and a battery that carries the
   * load through some hours.
   */
  private SolarPlant plant(double powerW, double share, double hours) {
    double panelsKwp =
        powerW / 1000 * 24 * share / (sunKwhPerKwpDay * prices.batteryEfficiencyRatio().value());
    double batteryKwh = powerW / 1000 * hours / prices.batteryDepthRatio().value();
    return new SolarPlant(panelsKwp, batteryKwh);
  }

  private SiteSupply.Usd solar(EnergySupply kind, double powerW) {
    SolarPlant plant = plant(kind, powerW);
    double upkeep = prices.solarOpexRatioPerYear().value();
    return bought(
            plant.panelsKwp() * prices.solarCapexUsdPerKwp().value(),
            prices.solarLifetimeYears(),
            upkeep)
        .plus(
            bought(
                plant.batteryKwh() * prices.batteryCapexUsdPerKwh().value(),
                prices.batteryLifetimeYears(),
                upkeep));
  }

  /** A generator of a mast; panels, battery and fuel of every unit. */
  private SiteSupply hybrid(double powerW) {
    double share = prices.hybridSunRatio().value();
    double litres = powerW / 1000 * HOURS * (1 - share) * prices.fuelLitresPerKwh().value();
    double fuelUsd = litres * dieselUsdPerLitre * (1 + prices.fuelDeliveryRatio().value());
    SiteSupply.Usd unit =
        solar(EnergySupply.HYBRID, powerW).plus(new SiteSupply.Usd(0, 0, 0, fuelUsd));
    SiteSupply.Usd generator =
        bought(prices.generatorCapexUsd().value(), prices.generatorLifetimeYears(), 0)
            .plus(new SiteSupply.Usd(0, 0, 0, prices.generatorOpexUsdPerYear().value()));
    return new SiteSupply(EnergySupply.HYBRID, generator.plus(unit), unit);
  }

  private SiteSupply.Usd bought(double usd, Figure lifetimeYears, double upkeepRatio) {
    double purchases = PresentValue.purchases(lifetimeYears.value(), money);
    return new SiteSupply.Usd(usd, usd * purchases, 0, usd * upkeepRatio);
  }
}
