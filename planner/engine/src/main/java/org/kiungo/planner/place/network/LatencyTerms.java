package org.kiungo.planner.place.network;

import java.util.Set;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Figure;
import org.kiungo.planner.model.Medium;

/**
 * What round trips are made of where no drawing or plan says it.
 *
 * @param fibre delay over distance
 * @param hopMs one way, per link of fibre
 * @param accessMs round trip between premises and the nearest backbone node over a mobile network
 * @param reachKm farthest a facility may lie from the backbone to be taken as on a terrestrial
 *     network today; beyond, it is taken to use a satellite
 * @param satelliteMs round trip over a low-orbit satellite to a gateway in the country
 * @param satelliteFarMs likewise where the gateway stands on another continent and traffic comes
 *     back over cables
 * @param gateways countries with a satellite gateway of their own, ISO 3166-1 alpha-3
 */
public record LatencyTerms(
    FibreLatency fibre,
    double hopMs,
    double accessMs,
    double reachKm,
    double satelliteMs,
    double satelliteFarMs,
    Set<String> gateways) {

  /**
   * Kenya: 296 ms until its gateway opened, 39 ms after (Ookla 2025, quoted by Business Daily and
   * Rest of World).
   */
  public static final double SATELLITE_FAR_MS = 296;

  /** Countries for which a source names a gateway: Kenya (as above). */
  public static final Set<String> SOURCED_GATEWAYS = Set.of("KEN");

  /** Assumed: backhaul chains of mobile networks reach about this far from a backbone node. */
  public static final double REACH_KM = 50;

  /** Shortest round trip over a geostationary satellite: 4 · 35,786 km at the speed of light. */
  public static final double GEO_MS = 477;

  public LatencyTerms {
    gateways = Set.copyOf(gateways);
  }

  /** Fibre, 4G and low-orbit satellites as the catalogue has them. */
  public static LatencyTerms of(Catalogue catalogue, Set<String> gateways) {
    double hopMs = 0;
    for (Medium medium : catalogue.media()) {
      hopMs = medium.id().equals("fibre") ? or(medium.delayMsPerHop(), 0) : hopMs;
    }
    double accessMs = 40;
    double satelliteMs = 60;
    for (AccessTechnology t : catalogue.technologies()) {
      accessMs = t.id().equals("lte-macro") ? or(t.roundTripMs(), accessMs) : accessMs;
      satelliteMs = t.id().equals("leo") ? or(t.roundTripMs(), satelliteMs) : satelliteMs;
    }
    return new LatencyTerms(
        FibreLatency.of(catalogue),
        hopMs,
        accessMs,
        REACH_KM,
        satelliteMs,
        SATELLITE_FAR_MS,
        gateways);
  }

  private static double or(Figure figure, double otherwise) {
    return figure == null ? otherwise : figure.value();
  }

  /** Round trip over a satellite service whose own round trip to its gateway is known. */
  double satelliteMs(String country, double toGatewayMs) {
    return toGatewayMs >= GEO_MS || gateways.contains(country)
        ? toGatewayMs
        : Math.max(toGatewayMs, satelliteFarMs);
  }
}
