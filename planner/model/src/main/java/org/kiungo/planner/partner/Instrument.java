package org.kiungo.planner.partner;

import java.util.Locale;
import org.kiungo.planner.model.value.InputRefused;

/**
 * As what money is given.
 *
 * @param type what it is
 * @param rateRatio of a loan: interest a year, 0–1; of equity: the return it asks; else 0
 * @param tenorYears of a loan: years until it is paid back, ≥ 1; else 0
 * @param graceYears of a loan: first years in which only interest is paid, below the tenor; else 0
 */
public record Instrument(Type type, double rateRatio, int tenorYears, int graceYears) {

  /** Discount rate at which donors value concessional loans: IMF and World Bank, since 2013. */
  private static final double GRANT_ELEMENT_RATE = 0.05;

  /** Kinds of money. */
  public enum Type {
    GRANT,
    LOAN,
    GUARANTEE,
    EQUITY;

    /** As files write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Instrument GRANT = new Instrument(Type.GRANT, 0, 0, 0);

  public Instrument {
    if (!(rateRatio >= 0 && rateRatio <= 1)) {
      throw refused("rateRatio", rateRatio, "0–1");
    }
    boolean loan = type == Type.LOAN;
    if (loan ? tenorYears < 1 || tenorYears > 60 : tenorYears != 0) {
      throw refused("tenorYears", tenorYears, loan ? "1–60" : "–");
    }
    if (graceYears < 0 || graceYears > 0 && graceYears >= tenorYears) {
      throw refused("graceYears", graceYears, "0–" + Math.max(0, tenorYears - 1));
    }
  }

  /** False of a guarantee, which pays nothing unless a borrower fails. */
  public boolean pays() {
    return type != Type.GUARANTEE;
  }

  /** Interest and repayment of one dollar lent, by year after it is paid out, from the first. */
  public double[] debtService() {
    double[] service = new double[tenorYears];
    double owed = 1;
    double repayment = 1.0 / Math.max(1, tenorYears - graceYears);
    for (int year = 0; year < tenorYears; year++) {
      service[year] = owed * rateRatio;
      if (year >= graceYears) {
        service[year] += repayment;
        owed -= repayment;
      }
    }
    return service;
  }

  /**
   * Share of the money that is a gift, 0–1: of a loan what its debt service, discounted at 5 %,
   * falls short of it.
   *
   * @see <a href="https://www.imf.org/external/np/pdr/conc/calculator/default.aspx">IMF,
   *     Calculation of the grant element, unified discount rate of 5 % since 2013</a>
   */
  public double grantElementRatio() {
    if (type == Type.GRANT) {
      return 1;
    }
    if (type != Type.LOAN) {
      return 0;
    }
    double present = 0;
    double factor = 1;
    for (double service : debtService()) {
      factor /= 1 + GRANT_ELEMENT_RATE;
      present += service * factor;
    }
    return Math.max(0, 1 - present);
  }

  private static InputRefused refused(String field, Object value, String allowed) {
    return new InputRefused("partners.value", "field", field, "value", value, "allowed", allowed);
  }
}
