package org.kiungo.planner.radio;

import java.util.Arrays;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Medium;

/**
 * The ground under a radio path: the highest ground of equally long pieces, so that no ridge hides
 * between two samples.
 *
 * @param groundM metres above sea level, from the near end to the far end; the first and the last
 *     stand for the ground under the masts
 */
public record GroundProfile(double[] groundM) {

  /** Antenna height assumed at both ends where no mast of known height stands, metres. */
  public static final double ANTENNA_M = 30;

  /** Length of a piece, km; about a cell of a continental elevation model. */
  private static final double PIECE_KM = 0.25;

  /** Samples taken in a piece. */
  private static final int SAMPLES = 4;

  public GroundProfile {
    groundM = groundM.clone();
  }

  @Override
  public double[] groundM() {
    return groundM.clone();
  }

  /** True for a medium that needs a line of sight: a radio hop, which has no cost per km. */
  public static boolean isNeededBy(Medium medium) {
    return medium.capexUsdPerKm() == null;
  }

  /** Samples the ground along the straight path in longitude and latitude. */
  public static GroundProfile of(Terrain terrain, LonLat from, LonLat to) {
    double km = from.distanceKm(to);
    int pieces = (int) Math.max(1, Math.ceil(km / PIECE_KM));
    double[] ground = new double[pieces + 1];
    Arrays.fill(ground, Double.NEGATIVE_INFINITY);
    int last = pieces * SAMPLES;
    for (int k = 0; k <= last; k++) {
      double t = k / (double) last;
      double groundM =
          terrain.groundM(
              new LonLat(
                  from.lon() + t * (to.lon() - from.lon()),
                  from.lat() + t * (to.lat() - from.lat())));
      int nearest = Math.round(k / (float) SAMPLES);
      if (k == 0 || k == last) {
        ground[nearest] = groundM;
      } else if (nearest > 0 && nearest < pieces) {
        ground[nearest] = Math.max(ground[nearest], groundM);
      }
    }
    return new GroundProfile(ground);
  }

  /**
   * Whether 0.6 of the first Fresnel zone is free over a 4/3 Earth, at the band that a hop of this
   * length uses.
   *
   * @param fromAntennaM height above the ground at the near end
   * @param toAntennaM height above the ground at the far end
   */
  public Sight sight(double lengthKm, double fromAntennaM, double toAntennaM) {
    int pieces = groundM.length - 1;
    double fromM = groundM[0] + fromAntennaM;
    double toM = groundM[pieces] + toAntennaM;
    Sight sight = Double.isNaN(fromM) || Double.isNaN(toM) ? Sight.UNVERIFIED : Sight.CLEAR;
    for (int k = 1; k < pieces; k++) {
      double alongKm = lengthKm * k / pieces;
      if (!Double.isFinite(groundM[k])) {
        return Sight.UNVERIFIED;
      }
      double highestM =
          SightLine.highestObstacleM(
              fromM, toM, alongKm, lengthKm - alongKm, frequencyGhz(lengthKm));
      if (groundM[k] > highestM) {
        sight = Sight.BLOCKED;
      }
    }
    return sight;
  }

  /** Band of a clear hop by its length, as the catalogue's classes have it. */
  static double frequencyGhz(double lengthKm) {
    for (RainZone zone : new RainZone[] {RainZone.HIGH, RainZone.MODERATE}) {
      if (lengthKm <= zone.maxHopKm()) {
        return zone.frequencyGhz();
      }
    }
    return RainZone.LOW.frequencyGhz();
  }
}
