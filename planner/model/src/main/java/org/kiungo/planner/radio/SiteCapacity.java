package org.kiungo.planner.radio;

/** How much a radio site carries, and the ground of a cell. */
public final class SiteCapacity {

  /** Least signal to interference and noise for each channel quality index, dB, ascending. */
  private static final double[] SINR_DB = {
    -6.7, -4.7, -2.3, 0.2, 2.4, 4.3, 5.9, 8.1, 10.3, 11.7, 14.1, 16.3, 18.7, 21.0, 22.7
  };

  /** Bits per second and hertz of each index: 3GPP TS 36.213, table 7.2.3-1. */
  private static final double[] EFFICIENCY = {
    0.1523, 0.2344, 0.3770, 0.6016, 0.8770, 1.1758, 1.4766, 1.9141, 2.4063, 2.7305, 3.3223, 3.9023,
    4.5234, 5.1152, 5.5547
  };

  private SiteCapacity() {}

  /**
   * Spectral efficiency of 4G by signal quality: the highest channel quality index whose threshold
   * is met, 0 below the first.
   *
   * @return bps/Hz, 0–5.5547
   * @see <a href="https://www.3gpp.org/dynareport/36213.htm">3GPP TS 36.213, table 7.2.3-1</a>
   */
  public static double spectralEfficiency(double sinrDb) {
    double efficiency = 0;
    for (int index = 0; index < SINR_DB.length && sinrDb >= SINR_DB[index]; index++) {
      efficiency = EFFICIENCY[index];
    }
    return efficiency;
  }

  /**
   * Downlink of a site: bandwidth · share of time · spectral efficiency · sectors.
   *
   * @param bandwidthMhz downlink bandwidth per sector
   * @param downlinkRatio share of time it is downlink: 1 for paired bands
   * @param bpsPerHz average over a cell
   * @return Mbps
   */
  public static double siteMbps(
      double bandwidthMhz, double downlinkRatio, double bpsPerHz, int sectors) {
    return bandwidthMhz * downlinkRatio * bpsPerHz * sectors;
  }

  /** Area of a hexagonal cell by the distance between sites: (√3 / 2) · distance². */
  public static double cellKm2(double siteDistanceKm) {
    return Math.sqrt(3) / 2 * siteDistanceKm * siteDistanceKm;
  }
}
