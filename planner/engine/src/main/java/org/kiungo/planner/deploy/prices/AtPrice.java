package org.kiungo.planner.deploy.prices;

/**
 * What one price alone says of every plan, however dear: value − price · cost is at most this.
 *
 * @see PriceSearch#at
 */
public final class AtPrice {

  private final double profit;
  private final PricedAscent.Raised raised;

  AtPrice(double profit, PricedAscent.Raised raised) {
    this.profit = profit;
    this.raised = raised;
  }

  /** In value units. */
  public double profit() {
    return profit;
  }

  /** What proves it. */
  PricedAscent.Raised raised() {
    return raised;
  }
}
