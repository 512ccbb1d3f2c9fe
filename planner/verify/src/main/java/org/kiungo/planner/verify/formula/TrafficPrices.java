package org.kiungo.planner.verify.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Subscriber;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.money.TransitPrice;
import org.kiungo.planner.model.value.Figure;

/**
 * What a megabit per second costs beyond the network's nodes: each year's traffic at the year's
 * price. A price falls by a share a year, from the year of its figure to the last of its forecast;
 * to the core, which all traffic pays, comes for what does not stay in the country transit at the
 * landing and the way there. Told is the level yearly amount of the same present value.
 *
 * <p>In a row of a programme traffic counts for the least that it costs from any phase up to the
 * row's own on.
 */
public final class TrafficPrices {

  private final BusyHourLoad load;
  private final Money money;
  private final Discounting years;
  private final List<TransitPrice> prices;

  /**
   * By country and subscriber.
   *
   * @param levelUsdPerYear of a Mbps
   * @param presentUsd of a Mbps, as charged
   */
  private record PerMbps(double levelUsdPerYear, double presentUsd) {}

  private final Map<String, PerMbps> known = new HashMap<>();

  /**
   * @param load whose years' traffic is paid
   * @param prices of the catalogue
   */
  public TrafficPrices(
      BusyHourLoad load, Money money, Discounting years, List<TransitPrice> prices) {
    this.load = load;
    this.money = money;
    this.years = years;
    this.prices = prices;
  }

  /** True where the catalogue has a price of traffic at all. */
  public boolean areThere() {
    return !prices.isEmpty();
  }

  /** Of a settlement's busy-hour load; free-standing terminals have it in their subscription. */
  public Cost of(Settlement s, AccessTechnology a, long bps) {
    if (prices.isEmpty() || !Coverage.needsSite(a)) {
      return Cost.ZERO;
    }
    double mbps = bps / 1e6;
    PerMbps price =
        known.computeIfAbsent(
            s.country() + a.subscriber(), k -> perMbps(s.country(), a.subscriber()));
    return years.cost(0, mbps * price.levelUsdPerYear(), years.charged(mbps * price.presentUsd()));
  }

  private PerMbps perMbps(String country, Subscriber subscriber) {
    TransitPrice price = of(country);
    if (price == null) {
      return new PerMbps(0, 0);
    }
    int first = money.firstYear();
    double from = presentUsd(price, country, subscriber, first);
    double level = from / years.from(first).upkeep();
    if (money.waiting() == null) {
      return new PerMbps(level, from);
    }
    double now = Double.MAX_VALUE;
    for (int year : money.waiting().firstYears()) {
      now = Math.min(now, presentUsd(price, country, subscriber, year));
    }
    double ratio = money.waiting().ratio();
    double next =
        ratio > 0 ? presentUsd(price, country, subscriber, money.waiting().nextYear()) : 0;
    return new PerMbps(level, now + ratio * Math.max(0, now - next));
  }

  private double presentUsd(
      TransitPrice price, String country, Subscriber subscriber, int firstYear) {
    double[] usd = new double[money.lastYear() - firstYear + 1];
    for (int k = 0; k < usd.length; k++) {
      int year = firstYear + k;
      usd[k] = load.ofSized(country, subscriber, year) * usdPerMbps(price, country, year);
    }
    return years.from(firstYear).presentUsd(usd);
  }

  static double usdPerMbps(TransitPrice price, String country, int year) {
    double seaKm = price.seaKm().getOrDefault(country, 0.0);
    double abroad =
        fallen(price, price.transitUsdPerMbpsYear(), year)
            + seaKm * fallen(price, price.haulUsdPerMbpsKmYear(), year);
    double home = price.localRatio().value();
    return fallen(price, price.coreUsdPerMbpsYear(), year) + (1 - home) * abroad;
  }

  private static double fallen(TransitPrice price, Figure figure, int year) {
    int until = (int) Math.min(year, price.forecastUntilYear().value());
    int falls = Math.max(0, until - figure.year());
    return figure.value() * StrictMath.pow(1 - price.fallRatioPerYear().value(), falls);
  }

  /** The price that names a country before the one that names none; null where there is neither. */
  private TransitPrice of(String country) {
    TransitPrice others = null;
    for (TransitPrice each : prices) {
      if (each.countries().contains(country)) {
        return each;
      }
      others = each.countries().isEmpty() ? each : others;
    }
    return others;
  }

  /** True where a node's sales beyond its limit have a price. */
  public boolean isWideningPriced(String country) {
    TransitPrice price = of(country);
    return price != null && price.upgradeUsdPerMbpsYear() != null;
  }

  /**
   * What a node asks for so much more than it sells as it stands, by the megabit per second and
   * year.
   *
   * @param country of the node
   * @param furtherBps beyond its limit; nothing is asked for within it
   */
  public Cost widening(String country, long furtherBps) {
    if (furtherBps <= 0 || !isWideningPriced(country)) {
      return Cost.ZERO;
    }
    double usd = furtherBps / 1e6 * of(country).upgradeUsdPerMbpsYear().value();
    return years.yearly(usd);
  }
}
