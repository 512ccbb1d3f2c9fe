package org.kiungo.planner.partner;

import org.kiungo.planner.model.value.InputRefused;

/**
 * Money that comes in some years, all of it there from the first of them on.
 *
 * @param firstYear of those years
 * @param lastYear of those years, ≥ firstYear
 * @param amount in the partner's currency, constant prices, ≥ 0
 */
public record Envelope(int firstYear, int lastYear, double amount) {

  public Envelope {
    if (firstYear < 2000 || lastYear > 2100 || lastYear < firstYear) {
      throw new InputRefused(
          "partners.value",
          "field",
          "firstYear–lastYear",
          "value",
          firstYear + "–" + lastYear,
          "allowed",
          "2000–2100");
    }
    if (!(amount >= 0 && amount <= 1e13)) {
      throw new InputRefused(
          "partners.value", "field", "amount", "value", amount, "allowed", "0–10¹³");
    }
  }
}
