package org.kiungo.geodata.openness;

import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Medium;

/**
 * First cost of a fibre link across country, from the catalogue: kilometres straight on, times the
 * route factor, times the price of a kilometre, and both ends. What a permit, a right of way or a
 * neighbour's agreement costs is not in it.
 *
 * @param km straight on, ≥ 0
 * @param usd with the catalogue's values
 * @param usdLow with the lowest ends of all ranges
 * @param usdHigh with the highest
 */
public record LinkCost(double km, double usd, double usdLow, double usdHigh) {

  private static final class Fibre {
    private static final Medium MEDIUM =
        CatalogueReader.builtIn().media().stream()
            .filter(each -> each.id().equals("fibre"))
            .findFirst()
            .orElseThrow()
            .acrossCountry();
  }

  /**
   * What a link across country costs.
   *
   * @param km straight on, ≥ 0
   */
  public static LinkCost of(double km) {
    Medium fibre = Fibre.MEDIUM;
    var ends = fibre.hops().get(fibre.hops().size() - 1).capexUsd();
    return new LinkCost(
        km,
        km * fibre.routeFactor().value() * fibre.capexUsdPerKm().value() + ends.value(),
        km * fibre.routeFactor().low() * fibre.capexUsdPerKm().low() + ends.low(),
        km * fibre.routeFactor().high() * fibre.capexUsdPerKm().high() + ends.high());
  }
}
