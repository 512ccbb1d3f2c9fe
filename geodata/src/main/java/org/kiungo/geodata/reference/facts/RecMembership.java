package org.kiungo.geodata.reference.facts;

import java.time.LocalDate;

/**
 * Membership of a regional economic community (or of the AES) as a dated fact.
 *
 * @param iso3 member
 * @param rec COMESA, CEN-SAD, SADC, ECOWAS, ECCAS, EAC, IGAD, AMU, AES
 * @param validFrom year, month or day it began, as the source writes it; empty when not known
 * @param validTo year or day it ended; empty while it lasts
 * @param status member, former, withdrew …
 * @param evidence source and confidence; most {@code valid_from} dates are to be verified
 */
public record RecMembership(
    String iso3, String rec, String validFrom, String validTo, String status, Evidence evidence) {

  /**
   * True when the membership holds on a date. A start known by year or month counts from its first
   * day, an end known by year from that year's first day; an unknown start counts as long ago.
   */
  public boolean holdsOn(LocalDate date) {
    boolean begun = validFrom.isEmpty() || !firstDay(validFrom).isAfter(date);
    return begun && (validTo.isEmpty() || firstDay(validTo).isAfter(date));
  }

  private static LocalDate firstDay(String text) {
    return LocalDate.parse(text + "-01-01".substring(Math.min(6, text.length() - 4)));
  }
}
