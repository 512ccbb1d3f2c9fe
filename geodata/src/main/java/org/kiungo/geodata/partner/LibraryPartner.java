package org.kiungo.geodata.partner;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.FundingPartner;
import org.kiungo.planner.partner.Envelope;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.Countries;

/**
 * A programme of a funder as a partner to start from.
 *
 * @param id lower case with hyphens, the same in every version of the library
 * @param published what its source says
 * @param countries that may ask, ISO 3166-1 alpha-3, sorted
 * @param networksRatio part of the envelope that may go to access, backhaul and backbone, 0–1; 0
 *     where it pays for something else
 * @param firstYear of its period; 0 when not published
 * @param lastYear of its period; 0 when not published
 * @param terms letter, name, kind, instrument, currency and conditions, without envelopes; what of
 *     them is assumed is named there
 */
public record LibraryPartner(
    String id,
    FundingPartner published,
    List<String> countries,
    double networksRatio,
    int firstYear,
    int lastYear,
    Partner terms) {

  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  public LibraryPartner {
    countries = List.copyOf(countries);
  }

  /** What it has for some countries in some years. */
  public enum Standing {
    /** Money for networks of these countries in these years. */
    OFFERED,
    /** As before, but nobody has published how much: the partner has no envelopes yet. */
    AMOUNT_UNKNOWN,
    /** Its period is over before these years, or begins after them. */
    OTHER_YEARS,
    /** It pays for something else than networks. */
    OTHER_PURPOSE,
    /** None of these countries may ask. */
    OTHER_COUNTRIES;

    /** As machines write it: {@code amount-unknown}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when a partner can be made of it. */
    public boolean usable() {
      return this == OFFERED || this == AMOUNT_UNKNOWN;
    }
  }

  /** Whole envelope in its currency; NaN when not published. */
  public double publishedAmount() {
    String unit = published.unit();
    return published.envelope() * (unit.startsWith("bn") ? 1e9 : unit.startsWith("M") ? 1e6 : 1);
  }

  /**
   * What it has for countries in years.
   *
   * @param asked ISO 3166-1 alpha-3
   * @param from first year
   * @param to last year, ≥ from
   */
  public Standing standing(List<String> asked, int from, int to) {
    if (asked.stream().noneMatch(countries::contains)) {
      return Standing.OTHER_COUNTRIES;
    }
    if (networksRatio == 0) {
      return Standing.OTHER_PURPOSE;
    }
    if (Double.isNaN(publishedAmount())) {
      return Standing.AMOUNT_UNKNOWN;
    }
    return lastYear < from || firstYear > to ? Standing.OTHER_YEARS : Standing.OFFERED;
  }

  /**
   * As a partner of some countries' programme. Its money illustrates: of the published envelope the
   * part for networks, divided among the countries that may ask by their people and equally among
   * the years of its period, to two digits, those between {@code from} and {@code to} kept; one
   * envelope a year, so that phases may begin in any. It pays in those countries only: the money of
   * one never pays in another.
   *
   * @param asked ISO 3166-1 alpha-3
   * @param from first year
   * @param to last year, ≥ from
   */
  public Partner partner(List<String> asked, int from, int to) {
    List<String> ours = asked.stream().filter(countries::contains).sorted().distinct().toList();
    List<Envelope> envelopes = new ArrayList<>();
    if (standing(asked, from, to) == Standing.OFFERED) {
      double yearly =
          publishedAmount()
              * networksRatio
              * (people(ours) / people(countries))
              / (lastYear - firstYear + 1);
      for (int year = Math.max(from, firstYear); year <= Math.min(to, lastYear); year++) {
        envelopes.add(new Envelope(year, year, rounded(yearly)));
      }
    }
    List<Condition> conditions = new ArrayList<>(terms.conditions());
    if (!ours.isEmpty()) {
      conditions.add(0, new Countries(ours));
    }
    return terms.withEnvelopes(envelopes).withConditions(conditions);
  }

  private static double rounded(double amount) {
    return new BigDecimal(amount).round(TWO_DIGITS).doubleValue();
  }

  private static double people(List<String> countries) {
    Reference reference = Reference.builtIn();
    return countries.stream().mapToDouble(each -> reference.country(each).population()).sum();
  }
}
