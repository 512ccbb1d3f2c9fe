package org.kiungo.planner.radio;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.value.LonLat;

/**
 * The ground under a radio path: the highest ground of equally long pieces, so that no ridge hides
 * between two samples.
 *
 * @param groundM metres above sea level, from the near end to the far end; the first and the last
 *     stand for the ground under the masts; NaN where not known
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

  /**
   * True for a medium that needs a line of sight between two places: a radio hop, which has no cost
   * per km and does not go up to a satellite.
   */
  public static boolean isNeededBy(Medium medium) {
    return medium.capexUsdPerKm() == null && !medium.viaSky();
  }

  /** Pieces that a hop is cut into. */
  public static int pieces(double lengthKm) {
    return (int) Math.max(1, Math.ceil(lengthKm / PIECE_KM));
  }

  /**
   * Samples the ground along the straight path in longitude and latitude. Both directions give the
   * same heights.
   *
   * @param heightM metres above sea level of a place, NaN where not known
   */
  public static GroundProfile of(ToDoubleFunction<LonLat> heightM, LonLat from, LonLat to) {
    boolean eastward = from.lon() < to.lon() || (from.lon() == to.lon() && from.lat() <= to.lat());
    double[] ground = eastward ? sampled(heightM, from, to) : reversed(sampled(heightM, to, from));
    return new GroundProfile(ground);
  }

  private static double[] sampled(ToDoubleFunction<LonLat> heightM, LonLat from, LonLat to) {
    int pieces = pieces(from.distanceKm(to));
    double[] ground = new double[pieces + 1];
    Arrays.fill(ground, Double.NEGATIVE_INFINITY);
    int last = pieces * SAMPLES;
    for (int k = 0; k <= last; k++) {
      double t = k / (double) last;
      double groundM =
          heightM.applyAsDouble(
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
    return ground;
  }

  private static double[] reversed(double[] ground) {
    double[] other = new double[ground.length];
    for (int k = 0; k < ground.length; k++) {
      other[k] = ground[ground.length - 1 - k];
    }
    return other;
  }

  /**
   * Whether 0.6 of the first Fresnel zone is free over a 4/3 Earth, at the band that a hop of this
   * length uses. One known obstacle blocks; a path is clear only where all of it is known.
   *
   * @param fromAntennaM height above the ground at the near end
   * @param toAntennaM height above the ground at the far end
   */
  public Sight sight(double lengthKm, double fromAntennaM, double toAntennaM) {
    int pieces = groundM.length - 1;
    if (pieces < 1 || !Double.isFinite(groundM[0]) || !Double.isFinite(groundM[pieces])) {
      return Sight.UNVERIFIED;
    }
    if (obstacle(lengthKm, fromAntennaM, toAntennaM) > 0) {
      return Sight.BLOCKED;
    }
    boolean known = Arrays.stream(groundM).allMatch(Double::isFinite);
    return known ? Sight.CLEAR : Sight.UNVERIFIED;
  }

  /**
   * The piece that reaches farthest into the line of sight, counted from the near end; 0 when none
   * does. The ends must be known.
   */
  int obstacle(double lengthKm, double fromAntennaM, double toAntennaM) {
    int pieces = groundM.length - 1;
    double fromM = groundM[0] + fromAntennaM;
    double toM = groundM[pieces] + toAntennaM;
    double frequencyGhz = frequencyGhz(lengthKm);
    int worst = 0;
    double mostM = 0;
    for (int k = 1; k < pieces; k++) {
      double alongKm = lengthKm * k / pieces;
      double excessM =
          groundM[k]
              - SightLine.highestObstacleM(fromM, toM, alongKm, lengthKm - alongKm, frequencyGhz);
      if (excessM > mostM) {
        worst = k;
        mostM = excessM;
      }
    }
    return worst;
  }

  /** Band of a clear hop by its length, as the catalogue's classes have it. */
  public static double frequencyGhz(double lengthKm) {
    for (RainZone zone : new RainZone[] {RainZone.HIGH, RainZone.MODERATE}) {
      if (lengthKm <= zone.maxHopKm()) {
        return zone.frequencyGhz();
      }
    }
    return RainZone.LOW.frequencyGhz();
  }
}
