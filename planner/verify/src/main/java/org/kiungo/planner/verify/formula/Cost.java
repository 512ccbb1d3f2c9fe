package org.kiungo.planner.verify.formula;

/**
 * What something costs in whole cents. Half a cent rounds up, also where binary fractions leave it
 * just below. An amount so near to where rounding turns that the last bits of the arithmetic decide
 * is rounded up, and counted: whoever states a cent less is right as well.
 *
 * @param capexCents first purchase
 * @param opexCentsPerYear upkeep
 * @param lifetimeCents present value of purchases and upkeep
 * @param unsureCents what each of the three may be off by for that reason alone, ≥ 0; nearly always
 *     0
 */
public record Cost(long capexCents, long opexCentsPerYear, long lifetimeCents, long unsureCents) {

  /** Costs nothing. */
  public static final Cost ZERO = new Cost(0, 0, 0, 0);

  /** By how much sums and products of some dozen terms differ in another order, ratio. */
  private static final double DOUBT_RATIO = 1e-14;

  /** What is so little below half a cent is meant as half a cent, cents and ratio. */
  private static final double MEANT_CENTS = 1e-7;

  private static final double MEANT_RATIO = 1e-12;

  /** And no more, however large the amount. */
  private static final double MOST_MEANT_CENTS = 0.01;

  /** Amounts rounded to the nearest cent each. */
  public static Cost ofUsd(double capexUsd, double opexUsdPerYear, double lifetimeUsd) {
    return ofUsd(capexUsd, opexUsdPerYear, lifetimeUsd, 1);
  }

  /**
   * The same where the lifetime cost is a difference.
   *
   * @param doubts how many times as large as the difference its terms are, ≥ 1
   */
  static Cost ofUsd(double capexUsd, double opexUsdPerYear, double lifetimeUsd, double doubts) {
    boolean unsure =
        isUnsure(capexUsd, 1) || isUnsure(opexUsdPerYear, 1) || isUnsure(lifetimeUsd, doubts);
    long up = unsure ? 1 : 0;
    return new Cost(
        isUnsure(capexUsd, 1) ? above(capexUsd) : cents(capexUsd),
        isUnsure(opexUsdPerYear, 1) ? above(opexUsdPerYear) : cents(opexUsdPerYear),
        isUnsure(lifetimeUsd, doubts) ? above(lifetimeUsd) : cents(lifetimeUsd),
        up);
  }

  /** How far an amount is above the least that is rounded up, cents. */
  private static double overEdge(double usd) {
    double cents = usd * 100;
    double meant = Math.min(MOST_MEANT_CENTS, MEANT_CENTS + MEANT_RATIO * Math.abs(cents));
    return cents - Math.floor(cents) - (0.5 - meant);
  }

  /** True where another order of the arithmetic may round an amount otherwise. */
  static boolean isUnsure(double usd, double doubts) {
    return Math.abs(overEdge(usd)) <= DOUBT_RATIO * doubts * Math.abs(usd * 100);
  }

  private static long above(double usd) {
    return (long) Math.floor(usd * 100) + 1;
  }

  /**
   * Nearest cent of an amount; half a cent, and what is meant as half a cent, rounds up.
   *
   * @throws ArithmeticException when it is not a number or beyond 9 × 10^16 USD
   */
  public static long cents(double usd) {
    if (!(Math.abs(usd) < 9e16)) {
      throw new ArithmeticException(usd + " USD cannot be counted in cents");
    }
    return above(usd) - (overEdge(usd) < 0 ? 1 : 0);
  }

  /** Dollars of a number of cents, as files state them. */
  public static double usd(long cents) {
    return cents / 100.0;
  }

  /**
   * The most cents that an amount of money pays for: the largest c with c / 100 ≤ the amount.
   *
   * @param usd 0–10¹⁴
   */
  public static long within(double usd) {
    long cents = (long) (usd * 100) + 2;
    while (cents / 100.0 > usd) {
      cents--;
    }
    return cents;
  }

  /** Both together. */
  public Cost plus(Cost other) {
    return new Cost(
        Math.addExact(capexCents, other.capexCents),
        Math.addExact(opexCentsPerYear, other.opexCentsPerYear),
        Math.addExact(lifetimeCents, other.lifetimeCents),
        unsureCents + other.unsureCents);
  }

  /** What this costs beyond another. */
  public Cost less(Cost other) {
    return new Cost(
        Math.subtractExact(capexCents, other.capexCents),
        Math.subtractExact(opexCentsPerYear, other.opexCentsPerYear),
        Math.subtractExact(lifetimeCents, other.lifetimeCents),
        unsureCents + other.unsureCents);
  }

  /** So many of the same. */
  public Cost times(long number) {
    return new Cost(
        Math.multiplyExact(capexCents, number),
        Math.multiplyExact(opexCentsPerYear, number),
        Math.multiplyExact(lifetimeCents, number),
        Math.abs(number) * unsureCents);
  }

  /** True when three amounts are these, as sure as they are. */
  public boolean isAbout(double capexUsd, double opexUsdPerYear, double lifetimeUsd) {
    return Math.abs(capexCents - cents(capexUsd)) <= unsureCents
        && Math.abs(opexCentsPerYear - cents(opexUsdPerYear)) <= unsureCents
        && Math.abs(lifetimeCents - cents(lifetimeUsd)) <= unsureCents;
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

  /** The least that it may be, for comparing with a cap. */
  public double leastLifetimeUsd() {
    return usd(lifetimeCents - unsureCents);
  }
}
