package org.kiungo.planner.verify.formula;

/**
 * Median outdoor path loss of 3GPP TR 38.901, table 7.4.1-1, without shadowing: h_BS, h_UT antenna
 * heights in metres, f_c in GHz, d_2D along the ground and d_3D between the antennas in metres; c =
 * 3.0 · 10⁸ m/s, rural buildings h = 5 m high and streets W = 20 m wide by default.
 *
 * @param ghz f_c
 * @param mastM h_BS
 * @param phoneM h_UT
 * @see <a href="https://www.3gpp.org/dynareport/38901.htm">3GPP TR 38.901 V17</a>
 */
record RadioLoss(double ghz, double mastM, double phoneM) {

  private static final double WAVELENGTH_M_AT_GHZ = 0.3;
  private static final double H = 5;
  private static final double W = 20;

  private double d3(double d2) {
    return Math.sqrt(d2 * d2 + (mastM - phoneM) * (mastM - phoneM));
  }

  private static double lg(double x) {
    return StrictMath.log10(x);
  }

  /** RMa LOS: PL1 up to the breakpoint d_BP = 2π h_BS h_UT f_c / c, PL2 beyond it. */
  double ruralInSightDb(double d2) {
    double breakpointM = 2 * Math.PI * mastM * phoneM * ghz / WAVELENGTH_M_AT_GHZ;
    double far = d2 > breakpointM ? 40 * lg(d3(d2) / breakpointM) : 0;
    double d = d2 > breakpointM ? breakpointM : d3(d2);
    double h172 = StrictMath.pow(H, 1.72);
    double pl1 =
        20 * lg(40 * Math.PI * d * ghz / 3)
            + Math.min(0.03 * h172, 10) * lg(d)
            - Math.min(0.044 * h172, 14.77)
            + 0.002 * lg(H) * d;
    return pl1 + far;
  }

  /** RMa NLOS: the greater of PL'_RMa-NLOS and the loss in sight. */
  double ruralOutOfSightDb(double d2) {
    double lower = H / mastM;
    double loss =
        161.04
            - 7.1 * lg(W)
            + 7.5 * lg(H)
            - (24.37 - 3.7 * lower * lower) * lg(mastM)
            + (43.42 - 3.1 * lg(mastM)) * (lg(d3(d2)) - 3)
            + 20 * lg(ghz)
            - (3.2 * StrictMath.pow(lg(11.75 * phoneM), 2) - 4.97);
    return Math.max(loss, ruralInSightDb(d2));
  }

  /** PL'_UMa-NLOS = 13.54 + 39.08 log₁₀ d_3D + 20 log₁₀ f_c − 0.6 (h_UT − 1.5). */
  double urbanOutOfSightDb(double d2) {
    return 13.54 + 39.08 * lg(d3(d2)) + 20 * lg(ghz) - 0.6 * (phoneM - 1.5);
  }

  /**
   * How far along the ground a phone in a town is when it loses as much as one at the edge of a
   * cell in open country does, there on the mean of in sight and out of it. Found by halving: the
   * loss grows with the distance.
   *
   * @return metres, at most those of the open country; 0 where even under the mast more is lost
   */
  double inTownM(double openM) {
    double edgeDb = (ruralInSightDb(openM) + ruralOutOfSightDb(openM)) / 2;
    double near = 0;
    double far = openM;
    if (urbanOutOfSightDb(far) <= edgeDb) {
      return openM;
    }
    for (int k = 0; k < 100; k++) {
      double middle = (near + far) / 2;
      if (urbanOutOfSightDb(middle) <= edgeDb) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return near;
  }
}
