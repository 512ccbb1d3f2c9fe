package org.kiungo.geodata.openness;

import java.util.List;
import java.util.Map;
import org.kiungo.geodata.openness.rule.GateRule;
import org.kiungo.geodata.reference.facts.Confidence;

/**
 * How open a country's networks are today, as far as published facts tell.
 *
 * @param iso3 ISO 3166-1 alpha-3
 * @param people everybody, in the built-in data
 * @param landlocked whether no coast is known
 * @param gates what leads abroad, counted
 * @param linesKnown whether any fibre of the country is published
 * @param operationalKm of published fibre whose source says that it works
 * @param unknownKm of published fibre whose source does not say
 * @param gatesCounted which gates count as ways abroad in {@code exposure} and {@code singlePoints}
 * @param exposure shares behind single spans; null where no line is published
 * @param withBorders the same if lines that meet at borders carry traffic from abroad; null where
 *     no line is published
 * @param ifJoined the same if every near miss is joined in truth; null where no line is published
 * @param singlePoints most people first; none where no line is published, as it is not known then
 *     how gates are joined inland
 * @param nearMisses lines that end a little short of another, those that matter most first
 * @param rules about its gates that were found, each of its year; others are not known
 * @param unknowns codes of what cannot be known from the published facts
 */
public record CountryAudit(
    String iso3,
    double people,
    boolean landlocked,
    Gates gates,
    boolean linesKnown,
    double operationalKm,
    double unknownKm,
    GatesCounted gatesCounted,
    Exposure exposure,
    Exposure withBorders,
    Exposure ifJoined,
    List<SinglePoint> singlePoints,
    List<NearMiss> nearMisses,
    List<GateRule> rules,
    List<Unknown> unknowns) {

  public CountryAudit {
    singlePoints = List.copyOf(singlePoints);
    nearMisses = List.copyOf(nearMisses);
    rules = List.copyOf(rules);
    unknowns = List.copyOf(unknowns);
  }

  /** Which gates count as ways abroad. */
  public enum GatesCounted {
    /** Cables that land in the country. */
    SEA,
    /** Lines that meet a neighbour's. */
    BORDERS,
    /** None is known. */
    NONE
  }

  /** What the published facts do not tell. */
  public enum Unknown {
    /** No fibre of this country is published. */
    LINES,
    /** Some lines do not say whether they work. */
    STATUS,
    /** Lines do not say whose they are. */
    OPERATORS,
    /** No figure of the share of traffic kept in the country. */
    TRAFFIC,
    /** Whether lines that meet at a border are lit, and may carry transit. */
    CONTRACTS,
    /** Microwave paths and satellite gateways. */
    RADIO,
    /** Landing rights, open access, gateway licences: no source was read of all of them. */
    LEVERS,
    /** Whether cables share a trench, a beach or a station. */
    TRENCHES,
    /** No exchange point was found, which is no proof that there is none. */
    EXCHANGES,
    /** No cable is named for a landing, or some are named without a source. */
    CABLES
  }

  /**
   * What leads abroad.
   *
   * @param landings cities where cables land
   * @param cables names of those that lead abroad, sorted
   * @param unsourcedCables those among them for which no source was read
   * @param neighbours countries by land
   * @param meets neighbours whose lines come near, with the smallest gap, km
   * @param exchangePoints known
   * @param mobileBrands operational brands, an upper bound of operators; 0 = not known
   * @param lineOperators named owners of published fibre
   */
  public record Gates(
      List<Landing> landings,
      List<String> cables,
      List<String> unsourcedCables,
      List<String> neighbours,
      Map<String, Double> meets,
      List<Exchange> exchangePoints,
      int mobileBrands,
      List<String> lineOperators) {}

  /** A city where cables land, who says so and how far that can be trusted. */
  public record Landing(
      String city,
      double lon,
      double lat,
      List<String> cables,
      String source,
      Confidence confidence) {}

  /** An exchange point, who says so and how far that can be trusted. */
  public record Exchange(
      String name, String city, String since, String source, Confidence confidence) {}
}
