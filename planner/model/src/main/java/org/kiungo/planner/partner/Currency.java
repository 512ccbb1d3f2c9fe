package org.kiungo.planner.partner;

import org.kiungo.planner.model.value.InputRefused;

/**
 * The currency of a partner's money.
 *
 * @param code ISO 4217
 * @param usdPerUnit USD of one unit, &gt; 0; 1 for USD
 * @param date of that rate, year-month-day; empty for USD
 */
public record Currency(String code, double usdPerUnit, String date) {

  public static final Currency USD = new Currency("USD", 1, "");

  public Currency {
    boolean usd = "USD".equals(code);
    if (code == null || !code.matches("[A-Z]{3}")) {
      throw refused("code", code, "ISO 4217, such as EUR");
    }
    if (!(usdPerUnit > 0 && usdPerUnit < 1000) || usd && usdPerUnit != 1) {
      throw refused("usdPerUnit", usdPerUnit, usd ? "1" : "0–1000");
    }
    date = date == null ? "" : date;
    if (!usd && !date.matches("\\d{4}-\\d{2}-\\d{2}")) {
      throw refused("date", date, "2025-06-30");
    }
  }

  private static InputRefused refused(String field, Object value, String allowed) {
    return new InputRefused("partners.value", "field", field, "value", value, "allowed", allowed);
  }
}
