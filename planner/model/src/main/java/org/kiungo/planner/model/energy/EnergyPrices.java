package org.kiungo.planner.model.energy;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.function.DoubleUnaryOperator;
import org.kiungo.planner.model.value.Figure;

/**
 * What energy for sites costs, as the catalogue's {@code energy/<id>.yaml} states it. Tariffs, fuel
 * and sun are a country's own where they are known.
 *
 * @param id file name in the catalogue
 * @param name English name; other languages under {@code energy.<id>}
 * @param gridLineCapexUsdPerKm medium-voltage line to the site
 * @param gridConnectionCapexUsd transformer, service drop and meter of a mast
 * @param gridOpexRatioPerYear upkeep of line and transformer over their build cost
 * @param gridLifetimeYears of both
 * @param gridTariffUsdPerKwh where the country's is not known
 * @param solarCapexUsdPerKwp panels with mounting, charge controller, transport and installation
 * @param solarLifetimeYears of the panels
 * @param batteryCapexUsdPerKwh storage
 * @param batteryLifetimeYears of the battery
 * @param batteryDepthRatio share of the battery that may be used, 0–1
 * @param batteryEfficiencyRatio share of the panels' yield that reaches the load, 0–1
 * @param solarOpexRatioPerYear upkeep of panels and battery over their price: cleaning, guard
 * @param autonomyHours load that a battery alone carries where there is no other supply
 * @param sunKwhPerKwpDay yield of a kilowatt peak in the darkest month where the country's is not
 *     known
 * @param hybridSunRatio share of the energy that a hybrid's panels give, 0–1
 * @param hybridBatteryHours load that a hybrid's battery carries
 * @param generatorCapexUsd of a mast, tank and control included
 * @param generatorLifetimeYears at the hours a hybrid runs it
 * @param generatorOpexUsdPerYear visits, oil and filters
 * @param fuelLitresPerKwh at part load
 * @param fuelDeliveryRatio what bringing it to the site adds to its price
 * @param dieselUsdPerLitre where the country's is not known
 * @param energyPriceRatio factor on tariffs and fuel, countries' own among them; null = 1
 */
@RecordBuilder
public record EnergyPrices(
    String id,
    String name,
    Figure gridLineCapexUsdPerKm,
    Figure gridConnectionCapexUsd,
    Figure gridOpexRatioPerYear,
    Figure gridLifetimeYears,
    Figure gridTariffUsdPerKwh,
    Figure solarCapexUsdPerKwp,
    Figure solarLifetimeYears,
    Figure batteryCapexUsdPerKwh,
    Figure batteryLifetimeYears,
    Figure batteryDepthRatio,
    Figure batteryEfficiencyRatio,
    Figure solarOpexRatioPerYear,
    Figure autonomyHours,
    Figure sunKwhPerKwpDay,
    Figure hybridSunRatio,
    Figure hybridBatteryHours,
    Figure generatorCapexUsd,
    Figure generatorLifetimeYears,
    Figure generatorOpexUsdPerYear,
    Figure fuelLitresPerKwh,
    Figure fuelDeliveryRatio,
    Figure dieselUsdPerLitre,
    Double energyPriceRatio)
    implements EnergyPricesBuilder.With {

  /** Factor on tariffs and fuel. */
  public double ratioOfEnergyPrices() {
    return energyPriceRatio == null ? 1 : energyPriceRatio;
  }

  /** The same with everything that is bought, and its upkeep, times a factor. */
  public EnergyPrices withPurchasesTimes(double factor) {
    return withPurchases(years -> factor)
        .withGeneratorOpexUsdPerYear(generatorOpexUsdPerYear.times(factor));
  }

  /** The same with everything, tariffs and fuel among it, times a factor. */
  public EnergyPrices withAllTimes(double factor) {
    return withPurchasesTimes(factor).withEnergyPriceRatio(ratioOfEnergyPrices() * factor);
  }

  /** The same with panels, batteries and generators times a factor; lines are local work. */
  public EnergyPrices withEquipmentTimes(double factor) {
    return with()
        .solarCapexUsdPerKwp(solarCapexUsdPerKwp.times(factor))
        .batteryCapexUsdPerKwh(batteryCapexUsdPerKwh.times(factor))
        .generatorCapexUsd(generatorCapexUsd.times(factor))
        .build();
  }

  /**
   * The same with each purchase times a factor that depends on how long it lasts.
   *
   * @param byLifetime from lifetime in years to the factor
   */
  public EnergyPrices withPurchases(DoubleUnaryOperator byLifetime) {
    double grid = byLifetime.applyAsDouble(gridLifetimeYears.value());
    double solar = byLifetime.applyAsDouble(solarLifetimeYears.value());
    double battery = byLifetime.applyAsDouble(batteryLifetimeYears.value());
    double generator = byLifetime.applyAsDouble(generatorLifetimeYears.value());
    return with()
        .gridLineCapexUsdPerKm(gridLineCapexUsdPerKm.times(grid))
        .gridConnectionCapexUsd(gridConnectionCapexUsd.times(grid))
        .solarCapexUsdPerKwp(solarCapexUsdPerKwp.times(solar))
        .batteryCapexUsdPerKwh(batteryCapexUsdPerKwh.times(battery))
        .generatorCapexUsd(generatorCapexUsd.times(generator))
        .build();
  }
}
