package org.kiungo.planner.radio;

/**
 * Capacity and delay of satellite systems.
 *
 * @see <a href="https://doi.org/10.1109/ACCESS.2021.3119634">Osoro and Oughton 2021, A
 *     techno-economic framework for satellite networks applied to low earth orbit
 *     constellations</a>
 */
public final class Satellite {

  /** Surface of the earth. */
  private static final double EARTH_KM2 = 5.1e8;

  private static final double LIGHT_KM_PER_MS = 299.792458;

  /** Height of the geostationary orbit above the equator. */
  public static final double GEOSTATIONARY_KM = 35_786;

  private Satellite() {}

  /** Ground shared by one satellite of a constellation: surface of the earth / satellites. */
  public static double footprintKm2(int satellites) {
    return EARTH_KM2 / satellites;
  }

  /** Mean way from the rim of the footprint: √((√A / 2)² + h²). */
  public static double slantKm(double footprintKm2, double altitudeKm) {
    return Math.sqrt(footprintKm2 / 4 + altitudeKm * altitudeKm);
  }

  /** Capacity of one satellite: efficiency · bandwidth · channels · polarisations. */
  public static double satelliteMbps(
      double bpsPerHz, double bandwidthMhz, int channels, int polarisations) {
    return bpsPerHz * bandwidthMhz * channels * polarisations;
  }

  /**
   * Busy-hour rate of a user: capacity per km² / (users per km² / overbooking).
   *
   * @param usersPerKm2 &gt; 0
   */
  public static double userMbps(double mbpsPerKm2, double usersPerKm2, double overbookingFactor) {
    return mbpsPerKm2 / (usersPerKm2 / overbookingFactor);
  }

  /** Least round trip to the ground station: up and down, there and back, at the speed of light. */
  public static double leastRoundTripMs(double altitudeKm) {
    return 4 * altitudeKm / LIGHT_KM_PER_MS;
  }
}
