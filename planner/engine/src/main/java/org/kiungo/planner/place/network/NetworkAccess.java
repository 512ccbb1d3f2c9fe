package org.kiungo.planner.place.network;

/**
 * How a user reaches the network.
 *
 * @param node number in the network, −1 = none
 * @param roundTripMs between the user and that node; infinite without one
 * @param way over what
 */
public record NetworkAccess(int node, double roundTripMs, Way way) {

  /** No network at all: no latency either. */
  public static final NetworkAccess NONE =
      new NetworkAccess(-1, Double.POSITIVE_INFINITY, Way.NONE);

  /** Over what a user reaches the network. */
  public enum Way {
    /** Stands on the backbone, or fibre leads there. */
    BACKBONE,
    /** Over today's mobile network, an assumption near the backbone. */
    MOBILE,
    /** Over a satellite with a gateway in the country. */
    SATELLITE,
    /** Over a satellite whose gateway lies abroad. */
    SATELLITE_FAR,
    /** Over what a plan builds. */
    PLAN,
    /** Not at all. */
    NONE;

    /** True of what comes down from a satellite. */
    public boolean isSatellite() {
      return this == SATELLITE || this == SATELLITE_FAR;
    }
  }
}
