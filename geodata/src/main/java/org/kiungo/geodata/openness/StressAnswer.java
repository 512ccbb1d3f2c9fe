package org.kiungo.geodata.openness;

import java.util.List;

/**
 * What a cut does to countries, on today's published networks. Whole cables are cut: where one
 * breaks in one place, each part goes on working towards its own end.
 *
 * @param cuts what is gone, as {@code cable:…}, {@code landing:…}, {@code border:…}
 * @param people of all countries asked for
 * @param peopleWithoutCable everybody in countries that had cables and keep none
 * @param peopleCutOff who had a way by their country's own landings and has none
 * @param peopleCutOffWithBorders the same if lines that meet at borders carry traffic
 * @param countries in the order asked for
 * @param remedies the shortest links that bring every country cut off back to one that is not, in
 *     the order in which they are built; those that cannot be priced are missing
 * @param peopleRestored who has a way again once these are built
 */
public record StressAnswer(
    List<String> cuts,
    double people,
    double peopleWithoutCable,
    double peopleCutOff,
    double peopleCutOffWithBorders,
    List<Country> countries,
    List<Remedy> remedies,
    double peopleRestored) {

  public StressAnswer {
    cuts = List.copyOf(cuts);
    countries = List.copyOf(countries);
    remedies = List.copyOf(remedies);
  }

  /** How a country stands after a cut. */
  public enum State {
    /** Nothing that lands there was cut. */
    UNTOUCHED,
    /** It lost something and keeps a way for everybody who had one. */
    KEEPS,
    /** Some who had a way have none. */
    PARTLY,
    /** Nobody has a way. */
    CUT_OFF,
    /** No way was known before. */
    NOT_KNOWN
  }

  /**
   * One country.
   *
   * @param cablesBefore that land there and lead out of the country
   * @param cablesLeft of these
   * @param peopleWithWay who had a way by the country's own landings
   * @param peopleCutOff who of them has none
   * @param peopleCutOffWithBorders who of those with any way has none, if borders carry traffic
   */
  public record Country(
      String iso3,
      State state,
      List<String> cablesBefore,
      List<String> cablesLeft,
      double people,
      double peopleWithWay,
      double peopleCutOff,
      double peopleCutOffWithBorders) {}

  /** A link that brings a country back, and to which. */
  public record Remedy(String iso3, Step step) {}
}
