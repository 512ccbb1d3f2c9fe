package org.kiungo.planner.radio;

/**
 * How hard it rains, as it limits the length of microwave hops, whether the ground between their
 * ends is known or not. The lengths and bands are published; the rain rates that bound the zones
 * are not, and are assumed: 40 mm/h lies between ITU's rain climatic zones A–J (up to 35) and K–M
 * (42–63), 80 between those and N–Q (95 and more). At 80 mm/h a hop of 30 km at 15 GHz fades as
 * deep in 0.1 % of the year (25 dB by Recommendations ITU-R P.530-17 and P.838-3, horizontal
 * polarisation) as one of 15 km at 18 GHz does at 100 mm/h (26 dB), the rain of the tropical
 * countries whose hops the source ends at 15 km.
 *
 * @see <a href="https://arxiv.org/abs/2106.04906">Oughton, Boch and Kusuma 2021: 15, 30 and 45 km
 *     at 18, 15 and 8 GHz</a>
 * @see <a href="https://www.itu.int/rec/R-REC-P.837-1-199408-S/en">Recommendation ITU-R P.837-1:
 *     rain climatic zones</a>
 */
public enum RainZone {
  LOW(0, 45, 8),
  MODERATE(40, 30, 15),
  HIGH(80, 15, 18);

  private final double leastMmPerHour;
  private final double maxHopKm;
  private final double frequencyGhz;

  RainZone(double leastMmPerHour, double maxHopKm, double frequencyGhz) {
    this.leastMmPerHour = leastMmPerHour;
    this.maxHopKm = maxHopKm;
    this.frequencyGhz = frequencyGhz;
  }

  /**
   * The zone of a place. Where nobody knows the rain it counts as low: only what is known closes a
   * hop, and a link tells the rain it was planned for.
   *
   * @param mmPerHour rain rate exceeded in 0.01 % of an average year; NaN when not known
   */
  public static RainZone of(double mmPerHour) {
    if (mmPerHour >= HIGH.leastMmPerHour) {
      return HIGH;
    }
    return mmPerHour >= MODERATE.leastMmPerHour ? MODERATE : LOW;
  }

  /** The harder rain of a hop's two ends; of the one that is known, NaN where neither is. */
  public static double harder(double fromMmPerHour, double toMmPerHour) {
    return fromMmPerHour >= toMmPerHour || Double.isNaN(toMmPerHour) ? fromMmPerHour : toMmPerHour;
  }

  /** Longest clear hop. */
  public double maxHopKm() {
    return maxHopKm;
  }

  /** Band such a hop uses. */
  public double frequencyGhz() {
    return frequencyGhz;
  }
}
