package org.kiungo.planner.verify.formula;

import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.verify.formula.Prices.MarkUps;

/**
 * What payments of different years are worth in the first: geometric series in closed form
 * (annuities due: Brealey, Myers and Allen, Principles of Corporate Finance, chapter 2). With v = 1
 * / (1 + r), n payments of one dollar that lie s years apart, the first at once, are worth (1 −
 * v^(n·s)) / (1 − v^s). Upkeep is paid in each of the T counted years (s = 1, n = T); an asset that
 * lasts L years is bought ⌈T / L⌉ times (s = L).
 *
 * <p>Prices that bound a row of a programme are what building now costs more than building in the
 * next phase: (1 + w) · now − w · next, w the money's ratio of waiting, less a cent for each of the
 * 1 + w amounts that plans round.
 *
 * <p>In public money everything carries a mark-up, and the first purchase what its capital costs.
 */
public final class Discounting {

  private final Money money;
  private final double upkeep;

  /** By whole years that an asset lasts, from 1. */
  private final double[] purchases;

  private final double onEverything;
  private final double onFirstPurchases;
  private double onBorders = Double.POSITIVE_INFINITY;

  private Discounting(Money money, double onEverything, double onFirstPurchases) {
    this.money = money;
    this.onEverything = onEverything;
    this.onFirstPurchases = onFirstPurchases;
    int now = years();
    int next = waitingRatio() > 0 ? money.lastYear() - money.waiting().nextYear() + 1 : 0;
    double rate = money.discountRateRatio();
    purchases = new double[now + 1];
    for (int lasts = 1; lasts <= now; lasts++) {
      purchases[lasts] = waited(bought(rate, lasts, now), bought(rate, lasts, next));
    }
    upkeep = waited(series(rate, now, 1), series(rate, next, 1));
  }

  /** Of what plans pay, or of prices that bound a row of a programme. */
  public static Discounting of(Money money) {
    return new Discounting(money, 1, 0);
  }

  /**
   * The same where costs are public money.
   *
   * @param media with which borders are renewed: of whichever that is marked up least
   */
  Discounting marked(MarkUps on, List<Medium> media) {
    Discounting marked = new Discounting(money, on.onEverything(), on.onFirstPurchases());
    for (Medium each : media) {
      double here = marked.markUp(each.lifetimeYears());
      marked.onBorders = Math.min(marked.onBorders, here);
    }
    return marked;
  }

  /** Of the same money from another year on, nothing of it waiting. */
  public Discounting from(int year) {
    Money then =
        new Money(money.discountRateRatio(), year, money.lastYear(), money.priceYear(), null);
    return new Discounting(then, onEverything, onFirstPurchases);
  }

  private double waitingRatio() {
    return money.waiting() == null ? 0 : money.waiting().ratio();
  }

  private double waited(double now, double next) {
    return waitingRatio() > 0 ? (1 + waitingRatio()) * now - waitingRatio() * next : now;
  }

  private static double bought(double rate, int lasts, int years) {
    int step = Math.min(lasts, years);
    return years == 0 ? 0 : series(rate, (years + step - 1) / step, step);
  }

  private static double series(double rate, int payments, int yearsApart) {
    if (rate == 0) {
      return payments;
    }
    double apart = -yearsApart * StrictMath.log1p(rate);
    return StrictMath.expm1(payments * apart) / StrictMath.expm1(apart);
  }

  /** Years counted. */
  public int years() {
    return money.lastYear() - money.firstYear() + 1;
  }

  /** What one dollar in each counted year is charged, years. */
  public double upkeep() {
    return onEverything * upkeep;
  }

  /**
   * What one dollar for an asset, and one each time it wears out, is charged.
   *
   * @param lifetimeYears null = it outlives the counted years
   */
  double purchases(Figure lifetimeYears) {
    return purchases(lifetimeYears == null ? years() : lifetimeYears.value());
  }

  /** The same of a lifetime in years, taken as the nearest whole number ≥ 1. */
  public double purchases(double lifetimeYears) {
    return onEverything * plainPurchases(lifetimeYears) + onFirstPurchases;
  }

  private double plainPurchases(double lifetimeYears) {
    double lasts = Math.rint(lifetimeYears);
    return purchases[(int) Math.max(1, Math.min(purchases.length - 1, lasts))];
  }

  /** What an asset's purchases are charged over what they are worth; 1 but in public money. */
  double markUp(Figure lifetimeYears) {
    double lasts = lifetimeYears == null ? years() : lifetimeYears.value();
    return onEverything + onFirstPurchases / plainPurchases(lasts);
  }

  /** What of a border's purchases is charged where they are renewed with an asset. */
  double borderRatio(Figure lifetimeYears) {
    return onBorders == Double.POSITIVE_INFINITY ? 1 : onBorders / markUp(lifetimeYears);
  }

  /**
   * Present value of amounts that differ from year to year, as charged.
   *
   * @param usdByYear of each counted year, the first first
   */
  public double presentUsd(double[] usdByYear) {
    double[] worth = usdByYear.clone();
    double v = 1 / (1 + money.discountRateRatio());
    for (int k = 0; k < worth.length; k++) {
      worth[k] *= StrictMath.pow(v, k);
    }
    return onEverything * Arrays.stream(worth).sum();
  }

  /** A present value as it is charged: in a row of a programme less what rounding may take off. */
  double charged(double usd) {
    return money.waiting() == null ? usd : Math.max(0, usd - (1 + waitingRatio()) / 100);
  }

  /** The same amount in every counted year. */
  public Cost yearly(double usdPerYear) {
    return new Bill(this).pays(usdPerYear).cost();
  }

  /** Amounts of something in cents. */
  Cost cost(double capexUsd, double opexUsdPerYear, double lifetimeUsd) {
    return Cost.ofUsd(capexUsd, opexUsdPerYear, lifetimeUsd, 1 + 2 * waitingRatio());
  }
}
