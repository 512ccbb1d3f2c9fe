package org.kiungo.web.country;

import java.util.List;
import java.util.Map;
import org.kiungo.geodata.reference.facts.Evidence;

/**
 * A country on the map of Africa.
 *
 * @param iso3 ISO 3166-1 alpha-3
 * @param names by language
 * @param population residents; NaN when not known
 * @param populationYear year of that figure
 * @param planId the plan shown first, null without any
 * @param planOnOtherData whether this plan rests on other data than the country's newest, so that
 *     its today is another
 * @param peopleServedRatio share of people that this plan brings to the standard; NaN without
 * @param peopleBaselineRatio share at the standard today in the plan's own data; NaN when not known
 * @param capital seat of government
 * @param bbox west, south, east, north
 */
public record Country(
    String iso3,
    Map<String, String> names,
    double population,
    int populationYear,
    String planId,
    boolean planOnOtherData,
    double peopleServedRatio,
    double peopleBaselineRatio,
    Capital capital,
    double[] bbox) {

  /** Seat of government. */
  public record Capital(String name, double lon, double lat) {}

  /**
   * What is known of a country.
   *
   * @param iso3 ISO 3166-1 alpha-3
   * @param names by language
   * @param facts national figures
   * @param recs memberships of regional economic communities, former ones too
   * @param exchangePoints internet exchange points
   * @param landingCities where submarine cables land
   * @param settlements how many places are known and modelled
   */
  public record Card(
      String iso3,
      Map<String, String> names,
      List<Fact> facts,
      List<Membership> recs,
      List<ExchangePoint> exchangePoints,
      List<LandingCity> landingCities,
      Settlements settlements) {}

  /**
   * A national figure with its evidence.
   *
   * @param value a number where the source gives one, else text
   * @param mustVerify true when no source was read yet
   */
  public record Fact(
      String field,
      Object value,
      String unit,
      String year,
      String source,
      String sourceUrl,
      String confidence,
      boolean mustVerify) {}

  /** Membership of a regional economic community; dates as the source writes them. */
  public record Membership(
      String rec,
      String validFrom,
      String validTo,
      String status,
      boolean holdsToday,
      String source,
      String sourceUrl,
      boolean mustVerify) {

    static boolean unsure(Evidence evidence) {
      return evidence.mustVerify() || evidence.mustVerify("valid_from");
    }
  }

  /** An internet exchange point. */
  public record ExchangePoint(
      String name,
      String city,
      double lon,
      double lat,
      String status,
      String source,
      String confidence) {}

  /** A city where submarine cables land. */
  public record LandingCity(
      String city,
      double lon,
      double lat,
      List<String> cables,
      boolean sourced,
      String source,
      String confidence) {}

  /**
   * How many demand points the built-in data holds.
   *
   * @param published places whose position and people a source states
   * @param modelled the others: cells of the population grid, with the name of a place in them or
   *     without
   * @param populationPublished people in published places of known population
   * @param populationModelled people in modelled ones
   */
  public record Settlements(
      int published, int modelled, double populationPublished, double populationModelled) {}
}
