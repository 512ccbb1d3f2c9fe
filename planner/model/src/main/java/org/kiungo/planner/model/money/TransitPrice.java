package org.kiungo.planner.model.money;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.InputRefused;

/**
 * What a megabit per second in the busy hour costs a year beyond the node where a plan's links end,
 * in some countries; as {@code transit/*.yaml} has it.
 *
 * @param id of its file
 * @param name shown to users where the bundles have none
 * @param countries ISO 3166-1 alpha-3; empty = all that no other file names
 * @param seaKm of the countries without a coast: kilometres from the capital to the nearest landing
 *     of a sea cable, as the crow flies; others have 0
 * @param transitUsdPerMbpsYear the rest of the Internet, bought at the landing
 * @param haulUsdPerMbpsKmYear carriage from the landing over the neighbours' ground
 * @param coreUsdPerMbpsYear from the node to the country's exchange, and what stands there
 * @param localRatio share of traffic that stays in the country: exchanged there or cached, 0–1
 * @param fallRatioPerYear by how much these prices fall a year, 0–1
 * @param forecastUntilYear last year in which they fall
 * @param upgradeUsdPerMbpsYear what a node asks for a megabit per second beyond its limit, whose
 *     way to the fibre network it widens; null = it sells more for nothing
 */
public record TransitPrice(
    String id,
    String name,
    List<String> countries,
    Map<String, Double> seaKm,
    Figure transitUsdPerMbpsYear,
    Figure haulUsdPerMbpsKmYear,
    Figure coreUsdPerMbpsYear,
    Figure localRatio,
    Figure fallRatioPerYear,
    Figure forecastUntilYear,
    Figure upgradeUsdPerMbpsYear) {

  public TransitPrice {
    countries = countries == null ? List.of() : List.copyOf(countries);
    seaKm = seaKm == null ? new TreeMap<>() : new TreeMap<>(seaKm);
    for (Map.Entry<String, Double> each : seaKm.entrySet()) {
      if (!countries.contains(each.getKey()) || !(each.getValue() >= 0)) {
        throw new InputRefused(
            "transit.sea", "country", each.getKey(), "distanceKm", each.getValue());
      }
    }
  }

  @Override
  public Map<String, Double> seaKm() {
    return java.util.Collections.unmodifiableMap(seaKm);
  }

  /**
   * One price for all traffic of a country in every year.
   *
   * @param usdPerMbpsYear core, interconnection and transit together
   * @param instead of which; null = none. What nodes ask beyond their limits stays its.
   */
  public static TransitPrice whole(String country, Figure usdPerMbpsYear, TransitPrice instead) {
    Figure none = new Figure(0, 0, 0, usdPerMbpsYear.year(), usdPerMbpsYear.source(), false);
    return new TransitPrice(
        country,
        country,
        List.of(country),
        Map.of(),
        none,
        none,
        usdPerMbpsYear,
        none,
        none,
        none,
        instead == null ? null : instead.upgradeUsdPerMbpsYear);
  }

  /** The same with every price times a factor. */
  public TransitPrice times(double factor) {
    return priced(
        transitUsdPerMbpsYear.times(factor),
        haulUsdPerMbpsKmYear.times(factor),
        coreUsdPerMbpsYear.times(factor),
        upgradeUsdPerMbpsYear == null ? null : upgradeUsdPerMbpsYear.times(factor));
  }

  /** The same at other prices. */
  public TransitPrice priced(Figure transit, Figure haul, Figure core, Figure upgrade) {
    return new TransitPrice(
        id,
        name,
        countries,
        seaKm,
        transit,
        haul,
        core,
        localRatio,
        fallRatioPerYear,
        forecastUntilYear,
        upgrade);
  }

  /**
   * Price in a year: core + (1 − local) · (transit + haul · km), each fallen since the year of its
   * figure.
   *
   * @param country ISO 3166-1 alpha-3
   * @return USD per Mbps and year
   */
  public double usdPerMbpsYear(String country, int year) {
    double abroad =
        fallen(transitUsdPerMbpsYear, year)
            + fallen(haulUsdPerMbpsKmYear, year) * seaKm.getOrDefault(country, 0.0);
    return fallen(coreUsdPerMbpsYear, year) + (1 - localRatio.value()) * abroad;
  }

  private double fallen(Figure price, int year) {
    int until = (int) Math.min(year, forecastUntilYear.value());
    double usd = price.value();
    for (int y = price.year(); y < until; y++) {
      usd *= 1 - fallRatioPerYear.value();
    }
    return usd;
  }
}
