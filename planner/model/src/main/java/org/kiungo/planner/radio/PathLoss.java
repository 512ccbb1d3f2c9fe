package org.kiungo.planner.radio;

/**
 * Median path loss, without shadowing: free space and the outdoor models of 3GPP TR 38.901.
 * Distances are along the ground in metres; heights of antennas in metres; frequencies in GHz.
 *
 * <p>The speed of light is 3.0 × 10⁸ m/s, as the report has it; rural buildings are 5 m high and
 * streets 20 m wide, its defaults.
 *
 * @see <a href="https://www.3gpp.org/dynareport/38901.htm">3GPP TR 38.901 V17, table 7.4.1-1</a>
 */
public final class PathLoss {

  private static final double LIGHT_M_PER_S = 3.0e8;
  private static final double BUILDING_M = 5;
  private static final double STREET_M = 20;

  /** Height of the surroundings that stand in for the ground in towns. */
  private static final double SURROUNDINGS_M = 1;

  private PathLoss() {}

  /**
   * Free space: 20 log d + 20 log f + 92.45.
   *
   * @param distanceKm &gt; 0
   * @return dB
   * @see <a href="https://www.itu.int/rec/R-REC-P.525">Recommendation ITU-R P.525</a>
   */
  public static double freeSpaceDb(double distanceKm, double frequencyGhz) {
    return 20 * log(distanceKm) + 20 * log(frequencyGhz) + 92.45;
  }

  /** Rural macro with line of sight; valid from 10 m to 10 km. */
  public static double ruralLosDb(double groundM, double frequencyGhz, double baseM, double userM) {
    double breakpointM = 2 * Math.PI * baseM * userM * frequencyGhz * 1e9 / LIGHT_M_PER_S;
    double slopedM = slantM(groundM, baseM, userM);
    if (groundM <= breakpointM) {
      return ruralNearDb(slopedM, frequencyGhz);
    }
    return ruralNearDb(breakpointM, frequencyGhz) + 40 * log(slopedM / breakpointM);
  }

  private static double ruralNearDb(double slopedM, double frequencyGhz) {
    double rough = StrictMath.pow(BUILDING_M, 1.72);
    return 20 * log(40 * Math.PI * slopedM * frequencyGhz / 3)
        + Math.min(0.03 * rough, 10) * log(slopedM)
        - Math.min(0.044 * rough, 14.77)
        + 0.002 * log(BUILDING_M) * slopedM;
  }

  /** Rural macro without line of sight, never below that with it; valid from 10 m to 5 km. */
  public static double ruralNlosDb(
      double groundM, double frequencyGhz, double baseM, double userM) {
    double relative = BUILDING_M / baseM;
    double user = log(11.75 * userM);
    double nlos =
        161.04
            - 7.1 * log(STREET_M)
            + 7.5 * log(BUILDING_M)
            - (24.37 - 3.7 * relative * relative) * log(baseM)
            + (43.42 - 3.1 * log(baseM)) * (log(slantM(groundM, baseM, userM)) - 3)
            + 20 * log(frequencyGhz)
            - (3.2 * user * user - 4.97);
    return Math.max(nlos, ruralLosDb(groundM, frequencyGhz, baseM, userM));
  }

  /** Urban macro with line of sight; valid from 10 m to 5 km. */
  public static double urbanLosDb(double groundM, double frequencyGhz, double baseM, double userM) {
    return townLosDb(groundM, frequencyGhz, baseM, userM, 28, 22, 9);
  }

  /** Urban macro without line of sight, never below that with it; valid from 10 m to 5 km. */
  public static double urbanNlosDb(
      double groundM, double frequencyGhz, double baseM, double userM) {
    double nlos =
        13.54
            + 39.08 * log(slantM(groundM, baseM, userM))
            + 20 * log(frequencyGhz)
            - 0.6 * (userM - 1.5);
    return Math.max(nlos, urbanLosDb(groundM, frequencyGhz, baseM, userM));
  }

  /** Distance along the ground at which urban macro without line of sight loses so much. */
  public static double urbanNlosM(double lossDb, double frequencyGhz, double baseM, double userM) {
    double tenfold = (lossDb - 13.54 - 20 * log(frequencyGhz) + 0.6 * (userM - 1.5)) / 39.08;
    double slantedM = StrictMath.pow(10, tenfold);
    double riseM = baseM - userM;
    return Math.sqrt(Math.max(0, slantedM * slantedM - riseM * riseM));
  }

  /** Street canyon of urban micro cells with line of sight; valid from 10 m to 5 km. */
  public static double streetLosDb(
      double groundM, double frequencyGhz, double baseM, double userM) {
    return townLosDb(groundM, frequencyGhz, baseM, userM, 32.4, 21, 9.5);
  }

  /** Street canyon without line of sight, never below that with it; valid from 10 m to 5 km. */
  public static double streetNlosDb(
      double groundM, double frequencyGhz, double baseM, double userM) {
    double nlos =
        35.3 * log(slantM(groundM, baseM, userM))
            + 22.4
            + 21.3 * log(frequencyGhz)
            - 0.3 * (userM - 1.5);
    return Math.max(nlos, streetLosDb(groundM, frequencyGhz, baseM, userM));
  }

  private static double townLosDb(
      double groundM,
      double frequencyGhz,
      double baseM,
      double userM,
      double constantDb,
      double nearSlope,
      double breakpointSlope) {
    double breakpointM =
        4
            * (baseM - SURROUNDINGS_M)
            * (userM - SURROUNDINGS_M)
            * frequencyGhz
            * 1e9
            / LIGHT_M_PER_S;
    double slopedM = slantM(groundM, baseM, userM);
    double atOneMetreDb = constantDb + 20 * log(frequencyGhz);
    if (groundM <= breakpointM) {
      return atOneMetreDb + nearSlope * log(slopedM);
    }
    double riseM = baseM - userM;
    return atOneMetreDb
        + 40 * log(slopedM)
        - breakpointSlope * log(breakpointM * breakpointM + riseM * riseM);
  }

  /**
   * Chance of line of sight in rural macro cells: e^(−(d − 10)/1000) beyond 10 m, table 7.4.2-1.
   *
   * @return 0–1
   */
  public static double ruralLosRatio(double groundM) {
    return groundM <= 10 ? 1 : StrictMath.exp(-(groundM - 10) / 1000);
  }

  private static double slantM(double groundM, double baseM, double userM) {
    return Math.sqrt(groundM * groundM + (baseM - userM) * (baseM - userM));
  }

  private static double log(double value) {
    return StrictMath.log10(value);
  }
}
