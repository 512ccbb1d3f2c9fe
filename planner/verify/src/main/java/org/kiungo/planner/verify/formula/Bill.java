package org.kiungo.planner.verify.formula;

import org.kiungo.planner.model.value.Figure;

/** What one thing is made of: purchases that wear out each at its own time, and yearly amounts. */
final class Bill {

  private final Discounting years;
  private double capexUsd;
  private double opexUsdPerYear;
  private double boughtUsd;
  private double keptUsd;
  private double closedUsd;

  Bill(Discounting years) {
    this.years = years;
  }

  /**
   * Adds a purchase.
   *
   * @param lifetimeYears null = it outlives the counted years
   */
  Bill buys(double usd, Figure lifetimeYears) {
    return buys(usd, lifetimeYears, 1);
  }

  /** Adds a purchase of which a part alone is charged. */
  Bill buys(double usd, Figure lifetimeYears, double chargedRatio) {
    capexUsd += usd;
    boughtUsd += usd * chargedRatio * years.purchases(lifetimeYears);
    return this;
  }

  /** Adds a yearly amount. */
  Bill pays(double usdPerYear) {
    return pays(usdPerYear, 1);
  }

  /** Adds a yearly amount of which a part alone is charged. */
  Bill pays(double usdPerYear, double chargedRatio) {
    opexUsdPerYear += usdPerYear;
    keptUsd += usdPerYear * chargedRatio * years.upkeep();
    return this;
  }

  /** Ends a part that rounding is taken off by itself. */
  Bill close() {
    closedUsd += years.charged(boughtUsd + keptUsd);
    boughtUsd = 0;
    keptUsd = 0;
    return this;
  }

  /** Adds a present value that is no purchase. */
  Bill once(double usd) {
    closedUsd += usd;
    return this;
  }

  /** Adds what feeds it; its purchases are a part by themselves, nothing taken off. */
  Bill fedBy(Bill energy) {
    capexUsd += energy.capexUsd;
    opexUsdPerYear += energy.opexUsdPerYear;
    closedUsd += energy.boughtUsd;
    keptUsd += energy.keptUsd;
    return this;
  }

  /** A share of it, as those who divide it pay. */
  Cost share(double ratio) {
    double open = years.charged(ratio * (boughtUsd + keptUsd));
    return years.cost(ratio * capexUsd, ratio * opexUsdPerYear, open + ratio * closedUsd);
  }

  Cost cost() {
    return share(1);
  }

  /** A figure's value; what is absent counts as nothing. */
  static double of(Figure figure) {
    return figure == null ? 0 : figure.value();
  }
}
