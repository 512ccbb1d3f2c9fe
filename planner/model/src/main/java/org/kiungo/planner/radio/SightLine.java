package org.kiungo.planner.radio;

/** Clearance of a radio path over the ground: Fresnel zone and the bulge of the earth. */
public final class SightLine {

  /** Share of the first Fresnel zone that must be free: Recommendation ITU-R P.530. */
  public static final double FREE_FRESNEL_RATIO = 0.6;

  /** Effective over true radius of the earth in a standard atmosphere. */
  public static final double EARTH_FACTOR = 4.0 / 3.0;

  private static final double EARTH_RADIUS_KM = 6371;

  private SightLine() {}

  /**
   * Radius of the first Fresnel zone: 17.3 √(d₁ d₂ / (f (d₁ + d₂))).
   *
   * @param toOneEndKm d₁
   * @param toOtherEndKm d₂
   * @return metres
   * @see <a href="https://www.itu.int/rec/R-REC-P.526">Recommendation ITU-R P.526, equation 2</a>
   */
  public static double fresnelRadiusM(double toOneEndKm, double toOtherEndKm, double frequencyGhz) {
    double lengthKm = toOneEndKm + toOtherEndKm;
    return lengthKm == 0
        ? 0
        : 17.3 * Math.sqrt(toOneEndKm * toOtherEndKm / (frequencyGhz * lengthKm));
  }

  /**
   * How far the earth rises above the chord: d₁ d₂ / (2 k R).
   *
   * @return metres
   */
  public static double earthBulgeM(double toOneEndKm, double toOtherEndKm) {
    return toOneEndKm * toOtherEndKm / (2 * EARTH_FACTOR * EARTH_RADIUS_KM) * 1000;
  }

  /**
   * Highest obstacle that leaves a path clear.
   *
   * @param oneEndM height of the antenna at the near end, above sea level
   * @param otherEndM height of the antenna at the far end
   * @return metres above sea level: sight line − 0.6 of the first Fresnel zone − bulge
   */
  public static double highestObstacleM(
      double oneEndM,
      double otherEndM,
      double toOneEndKm,
      double toOtherEndKm,
      double frequencyGhz) {
    double share = toOneEndKm / (toOneEndKm + toOtherEndKm);
    double sightM = oneEndM + share * (otherEndM - oneEndM);
    return sightM
        - FREE_FRESNEL_RATIO * fresnelRadiusM(toOneEndKm, toOtherEndKm, frequencyGhz)
        - earthBulgeM(toOneEndKm, toOtherEndKm);
  }
}
