package org.kiungo.planner.cost;

import java.util.Collection;
import java.util.Optional;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.ServiceStandard;

/**
 * Satellite backhaul: ways from a site straight up, offered at every place. Both ends of such a
 * link stand at the place; the id of the upper one names the medium.
 */
public final class SkyWays {

  private static final String PREFIX = "sky:";

  private SkyWays() {}

  /** Id of the upper end of a link over a satellite medium. */
  public static String id(Medium medium) {
    return PREFIX + medium.id();
  }

  /** True for the id of an end in the sky. */
  public static boolean isUp(String id) {
    return id.startsWith(PREFIX);
  }

  /**
   * The technology whose beams a satellite medium loads: the first of its constellation whose
   * capacity is limited; empty when there is none.
   *
   * @param technologies all of the catalogue
   */
  public static Optional<AccessTechnology> carrier(
      Medium medium, Collection<AccessTechnology> technologies) {
    return technologies.stream()
        .filter(a -> a.family().equals(medium.constellation()) && a.beamMbpsPerKm2() != null)
        .findFirst();
  }

  /**
   * True for a medium on the ground, and for a satellite that is near enough: with its delay every
   * technology whose sites it may feed still serves at the level that it serves at by itself.
   *
   * @param technologies that a plan may choose from
   */
  public static boolean isTimely(
      Medium medium, Collection<AccessTechnology> technologies, ServiceStandard standard) {
    double laterMs = medium.viaSky() ? LinkCost.roundTripMs(medium, 0) : 0;
    return technologies.stream()
        .filter(AccessTechnology::needsBackhaul)
        .allMatch(a -> laterMs == 0 || level(a, laterMs, standard) == level(a, 0, standard));
  }

  private static Object level(AccessTechnology a, double laterMs, ServiceStandard standard) {
    return Demand.status(a.downlinkMbps().value(), a.roundTripMs().value() + laterMs, standard);
  }
}
