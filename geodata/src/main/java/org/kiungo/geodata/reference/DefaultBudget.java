package org.kiungo.geodata.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * What a plan may spend where nobody says better: so much for each person whom 4G does not cover by
 * the published share, to two digits, and no less than a million a country. Assumed, of the order
 * of what plans spend on a person; no advice. Candidate plans of the overview, the scenario form
 * and {@code --budget default} all follow it.
 */
public final class DefaultBudget {

  /** USD over the whole plan. */
  public static final double USD_PER_PERSON_WITHOUT_4G = 60;

  /** USD a country. */
  public static final double LEAST_USD = 1e6;

  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  private DefaultBudget() {}

  /**
   * Of some countries together: the sum of theirs.
   *
   * @param countries ISO 3166-1 alpha-3, of the 54
   * @return USD
   */
  public static double usd(Reference reference, Collection<String> countries) {
    return countries.stream()
        .mapToDouble(each -> usd(reference, each, USD_PER_PERSON_WITHOUT_4G))
        .sum();
  }

  /**
   * The same rule at another rate.
   *
   * @param usdPerPerson for each person without 4G, USD
   * @return USD
   */
  public static double usd(Reference reference, String iso3, double usdPerPerson) {
    double usd = Math.max(LEAST_USD, peopleWithout4g(reference, iso3) * usdPerPerson);
    return new BigDecimal(usd).round(TWO_DIGITS).doubleValue();
  }

  /** People of a country whom 4G does not cover by the published share. */
  public static double peopleWithout4g(Reference reference, String iso3) {
    return reference.country(iso3).population() * (1 - reference.people().coverage(iso3).ratio());
  }
}
