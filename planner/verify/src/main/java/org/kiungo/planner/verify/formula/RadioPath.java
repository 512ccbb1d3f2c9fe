package org.kiungo.planner.verify.formula;

import org.kiungo.planner.model.Medium;

/**
 * What limits a radio hop: rain, by its length, and the ground, by 0.6 of the first Fresnel zone
 * over an Earth of four thirds its radius.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-P.530">Recommendation ITU-R P.530: F₁ = 17.3 √(d₁ d₂
 *     / (f d)) m with km and GHz; clearance of 0.6 F₁; k = 4/3</a>
 * @see <a href="https://arxiv.org/abs/2106.04906">Oughton, Boch and Kusuma 2021: clear hops of 15,
 *     30 and 45 km at 18, 15 and 8 GHz where rain is hard, moderate and light</a>
 */
public final class RadioPath {

  /** Antennas where no mast of known height stands, metres above ground. */
  public static final double ANTENNA_M = 30;

  /** What is known of the line of sight, as links state it. */
  public static final String CLEAR = "CLEAR";

  public static final String BLOCKED = "BLOCKED";
  public static final String UNVERIFIED = "UNVERIFIED";

  private static final double EARTH_KM = 6_371;

  /** Hardest rain first: from how many mm/h, how far, at which frequency. */
  private static final double[][] RAIN = {{80, 15, 18}, {40, 30, 15}, {0, 45, 8}};

  private RadioPath() {}

  /** True for a medium of two antennas that must see each other: neither laid nor by satellite. */
  public static boolean isOf(Medium medium) {
    return medium.constellation() == null && medium.capexUsdPerKm() == null;
  }

  /** The harder rain of two places, of which one or both may not be known (NaN). */
  public static double harderMmPerHour(double one, double other) {
    return Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.max(one, other);
  }

  /** Longest clear hop in some rain; unknown rain closes nothing. */
  public static double longestKm(double mmPerHour) {
    for (double[] zone : RAIN) {
      if (mmPerHour >= zone[0]) {
        return zone[1];
      }
    }
    return RAIN[2][1];
  }

  /** Band of a hop: the highest whose clear hop is as long, else the lowest. */
  static double ghz(double lengthKm) {
    for (double[] zone : RAIN) {
      if (lengthKm <= zone[1]) {
        return zone[2];
      }
    }
    return RAIN[2][2];
  }

  /**
   * How far an obstacle reaches into what must be free, metres; negative where it does not.
   *
   * @param fromM height of the antenna at the near end, above the sea
   * @param toM of the one at the far end
   * @param alongKm of the obstacle from the near end
   * @param obstacleM its height, above the sea
   */
  public static double intrusionM(
      double lengthKm, double fromM, double toM, double alongKm, double obstacleM) {
    double toGoKm = lengthKm - alongKm;
    double lineM = (fromM * toGoKm + toM * alongKm) / lengthKm;
    double bulgeM = 1_000 * alongKm * toGoKm / (2 * 4 * EARTH_KM / 3);
    double fresnelM = 17.3 * Math.sqrt(alongKm * toGoKm / (ghz(lengthKm) * lengthKm));
    return obstacleM + bulgeM + 0.6 * fresnelM - lineM;
  }

  /**
   * What a profile shows: blocked by one known obstacle, clear where all of it is known.
   *
   * @param groundM highest ground of equally long pieces, first and last under the antennas; NaN
   *     where not known
   * @param fromAntennaM height of the antenna at the near end above its ground
   */
  public static String sight(
      double[] groundM, double lengthKm, double fromAntennaM, double toAntennaM) {
    int pieces = groundM.length - 1;
    if (pieces < 1 || Double.isNaN(groundM[0] + groundM[pieces])) {
      return UNVERIFIED;
    }
    double fromM = groundM[0] + fromAntennaM;
    double toM = groundM[pieces] + toAntennaM;
    boolean known = true;
    for (int k = 1; k < pieces; k++) {
      double alongKm = lengthKm * k / pieces;
      if (intrusionM(lengthKm, fromM, toM, alongKm, groundM[k]) > 0) {
        return BLOCKED;
      }
      known &= Double.isFinite(groundM[k]);
    }
    return known ? CLEAR : UNVERIFIED;
  }
}
