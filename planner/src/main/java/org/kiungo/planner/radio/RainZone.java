package org.kiungo.planner.radio;

/**
 * How hard it rains, as it limits the length of clear microwave hops.
 *
 * @see <a href="https://arxiv.org/abs/2106.04906">Oughton, Boch and Kusuma 2021: 15, 30 and 45 km
 *     at 18, 15 and 8 GHz</a>
 */
public enum RainZone {
  LOW(45, 8),
  MODERATE(30, 15),
  HIGH(15, 18);

  private final double maxHopKm;
  private final double frequencyGhz;

  RainZone(double maxHopKm, double frequencyGhz) {
    this.maxHopKm = maxHopKm;
    this.frequencyGhz = frequencyGhz;
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
