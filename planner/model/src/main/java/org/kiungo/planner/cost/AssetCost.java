package org.kiungo.planner.cost;

/**
 * What one asset costs, in whole cents, so that sums over a plan are exact.
 *
 * @param capexCents first purchase
 * @param opexCentsPerYear upkeep
 * @param lifetimeCents present value of capex, replacements and opex
 */
public record AssetCost(long capexCents, long opexCentsPerYear, long lifetimeCents) {

  /** Costs nothing. */
  public static final AssetCost ZERO = new AssetCost(0, 0, 0);

  /** Rounds each amount to the nearest cent. */
  public static AssetCost ofUsd(double capexUsd, double opexUsdPerYear, double lifetimeUsd) {
    return new AssetCost(cents(capexUsd), cents(opexUsdPerYear), cents(lifetimeUsd));
  }

  /** By how much an amount may lie below half a cent and still be meant as one, cents and ratio. */
  private static final double MEANT_CENTS = 1e-7;

  private static final double MEANT_RATIO = 1e-12;

  /** And no more, however large the amount: whole cents of billions stay what they are. */
  private static final double MOST_MEANT_CENTS = 0.01;

  /**
   * Nearest cent of an amount; half a cent rounds up, also where the last bits of the arithmetic
   * leave it just below: 66,499.65 times 0.3 is 19,949.895 to whoever adds up again, whatever comes
   * of it in binary.
   *
   * @throws ArithmeticException when the amount is not a number or beyond 9 × 10^16 USD
   */
  public static long cents(double usd) {
    double cents = usd * 100;
    if (!(Math.abs(cents) < 9e18)) {
      throw new ArithmeticException("amount of " + usd + " USD cannot be counted in cents");
    }
    return nearest(cents);
  }

  /** The same of an amount in cents, of which nobody asks whether it can be counted. */
  public static long nearest(double cents) {
    double meant = Math.min(MOST_MEANT_CENTS, MEANT_CENTS + MEANT_RATIO * Math.abs(cents));
    return (long) Math.floor(cents + 0.5 + meant);
  }

  /** Dollars of a number of cents, as files and screens show them. */
  public static double usd(long cents) {
    return cents / 100.0;
  }

  public AssetCost plus(AssetCost other) {
    return new AssetCost(
        Math.addExact(capexCents, other.capexCents),
        Math.addExact(opexCentsPerYear, other.opexCentsPerYear),
        Math.addExact(lifetimeCents, other.lifetimeCents));
  }

  /** What this costs beyond another. */
  public AssetCost minus(AssetCost other) {
    return new AssetCost(
        Math.subtractExact(capexCents, other.capexCents),
        Math.subtractExact(opexCentsPerYear, other.opexCentsPerYear),
        Math.subtractExact(lifetimeCents, other.lifetimeCents));
  }

  /** So many of the same asset. */
  public AssetCost times(int number) {
    return new AssetCost(
        Math.multiplyExact(capexCents, (long) number),
        Math.multiplyExact(opexCentsPerYear, (long) number),
        Math.multiplyExact(lifetimeCents, (long) number));
  }

  public double capexUsd() {
    return usd(capexCents);
  }

  public double opexUsdPerYear() {
    return usd(opexCentsPerYear);
  }

  public double lifetimeUsd() {
    return usd(lifetimeCents);
  }
}
