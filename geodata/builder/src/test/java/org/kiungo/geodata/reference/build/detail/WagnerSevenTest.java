package org.kiungo.geodata.reference.build.detail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class WagnerSevenTest {

  /** The published forward formulas (Snyder and Voxland 1989, p. 188). */
  private static double[] forward(double lon, double lat) {
    double theta = Math.asin(Math.sin(Math.toRadians(65)) * Math.sin(Math.toRadians(lat)));
    double third = Math.toRadians(lon - 10) / 3;
    double d = 1 / Math.sqrt(0.5 * (1 + Math.cos(theta) * Math.cos(third)));
    return new double[] {
      6_378_137 * 2.66723 * d * Math.cos(theta) * Math.sin(third),
      6_378_137 * 1.24104 * d * Math.sin(theta)
    };
  }

  @Test
  void undoesThePublishedProjectionAllOverAfrica() {
    double[][] places = {{10, 0}, {2.56, 6.42}, {31.2, 30.1}, {-17.4, 14.7}, {57.5, -20.2}};
    for (double[] place : places) {
      double[] at = forward(place[0], place[1]);
      assertArrayEquals(place, WagnerSeven.degrees(at[0], at[1]), 1e-9);
    }
  }
}
