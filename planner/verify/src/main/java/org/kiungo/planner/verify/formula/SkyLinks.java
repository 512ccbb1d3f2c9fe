package org.kiungo.planner.verify.formula;

import java.util.Collection;
import java.util.Optional;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.ServiceStandard;

/**
 * Satellites behind sites: the names of their upper ends, whose beams they load, when they serve.
 */
public final class SkyLinks {

  private static final String UP = "sky:";

  private SkyLinks() {}

  /** Name of the upper end of a link of a medium. */
  public static String end(Medium medium) {
    return UP + medium.id();
  }

  /** True for the name of an upper end. */
  public static boolean isUp(String id) {
    return id.startsWith(UP);
  }

  /** True for a medium by satellite. */
  public static boolean isOf(Medium medium) {
    return medium.constellation() != null;
  }

  /** The technology of the same satellites whose capacity is limited, the first of them. */
  public static Optional<AccessTechnology> carrier(
      Medium medium, Collection<AccessTechnology> technologies) {
    return technologies.stream()
        .filter(a -> a.beamMbpsPerKm2() != null && a.family().equals(medium.constellation()))
        .findFirst();
  }

  /** True when the way up costs no technology that it may feed its level of service. */
  public static boolean isTimely(
      Medium medium, Collection<AccessTechnology> technologies, ServiceStandard standard) {
    double upAndDownMs = 2 * Bill.of(medium.delayMsPerHop());
    for (AccessTechnology a : technologies) {
      double rate = a.downlinkMbps().value();
      double ms = a.roundTripMs().value();
      boolean kept =
          PeopleServed.level(rate, ms + upAndDownMs, standard)
              == PeopleServed.level(rate, ms, standard);
      if (Coverage.needsSite(a) && !kept) {
        return false;
      }
    }
    return true;
  }
}
