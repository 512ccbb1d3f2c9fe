package org.kiungo.planner.place.network;

import java.util.Set;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.TechnologyFamily;
import org.kiungo.planner.model.value.Figure;

/**
 * What round trips are made of where no drawing or plan says it.
 *
 * @param fibre delay over distance
 * @param hopMs one way, per link of fibre
 * @param accessMs round trip between premises and the nearest backbone node over a mobile network
 * @param reachKm farthest a facility may lie from the backbone to be taken as on a terrestrial
 *     network today; beyond, it is taken to use a satellite
 * @param satelliteMs round trip over a satellite to a gateway in the country
 * @param satelliteViaGateway true when it grows where the gateway stands elsewhere
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
    boolean satelliteViaGateway,
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

  /** Assumed where the catalogue has no technology that stands for today's access over ground. */
  private static final double ACCESS_MS = 40;

  /** Assumed likewise for satellites. */
  private static final double SATELLITE_MS = 60;

  public LatencyTerms {
    gateways = Set.copyOf(gateways);
  }

  /**
   * The catalogue's fibre, and what its technology families name for those who are served today.
   */
  public static LatencyTerms of(Catalogue catalogue, Set<String> gateways) {
    double hopMs = 0;
    for (Medium medium : catalogue.media()) {
      hopMs = medium.id().equals("fibre") ? or(medium.delayMsPerHop(), 0) : hopMs;
    }
    AccessTechnology ground = todays(catalogue, true);
    AccessTechnology sky = todays(catalogue, false);
    return new LatencyTerms(
        FibreLatency.of(catalogue),
        hopMs,
        ground == null ? ACCESS_MS : or(ground.roundTripMs(), ACCESS_MS),
        REACH_KM,
        sky == null ? SATELLITE_MS : or(sky.roundTripMs(), SATELLITE_MS),
        sky == null || viaGateway(sky),
        SATELLITE_FAR_MS,
        gateways);
  }

  /** What the first family in legend order that has such a technology names; null for none. */
  private static AccessTechnology todays(Catalogue catalogue, boolean overGround) {
    for (TechnologyFamily family : TechnologyFamilies.builtIn().inLegendOrder()) {
      for (AccessTechnology t : catalogue.technologies()) {
        if (t.id().equals(family.todaysTechnology()) && t.needsBackhaul() == overGround) {
          return t;
        }
      }
    }
    return null;
  }

  /** True when traffic of a technology comes down at a gateway that may stand far away. */
  static boolean viaGateway(AccessTechnology technology) {
    return TechnologyFamilies.builtIn().shown(technology.family()).viaGateway();
  }

  private static double or(Figure figure, double otherwise) {
    return figure == null ? otherwise : figure.value();
  }

  /** Round trip over a satellite service whose own round trip to its gateway is known. */
  double satelliteMs(String country, double toGatewayMs, boolean viaGateway) {
    return !viaGateway || gateways.contains(country)
        ? toGatewayMs
        : Math.max(toGatewayMs, satelliteFarMs);
  }
}
