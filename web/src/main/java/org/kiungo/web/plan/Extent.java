package org.kiungo.web.plan;

import java.util.List;
import org.kiungo.planner.model.Settlement;

/**
 * The box around a plan's settlements and the 16-bit grid over it: about 10 m for a country of 600
 * km.
 *
 * @param west degrees
 * @param south degrees
 * @param east degrees
 * @param north degrees
 */
record Extent(double west, double south, double east, double north) {

  private static final int STEPS = 65535;

  static Extent of(List<Settlement> settlements) {
    double west = 180;
    double south = 90;
    double east = -180;
    double north = -90;
    for (Settlement each : settlements) {
      west = Math.min(west, each.location().lon());
      east = Math.max(east, each.location().lon());
      south = Math.min(south, each.location().lat());
      north = Math.max(north, each.location().lat());
    }
    return settlements.isEmpty() ? new Extent(0, 0, 0, 0) : new Extent(west, south, east, north);
  }

  int x(double lon) {
    return step(lon, west, east);
  }

  int y(double lat) {
    return step(lat, south, north);
  }

  /** Degrees east of a step, as readers of the points compute it. */
  double lon(int x) {
    return west + (x / (double) STEPS) * (east - west);
  }

  /** Degrees north of a step, as readers of the points compute it. */
  double lat(int y) {
    return south + (y / (double) STEPS) * (north - south);
  }

  private static int step(double value, double low, double high) {
    return high > low ? (int) Math.round((value - low) / (high - low) * STEPS) : 0;
  }

  /** Place on the Z-order curve (Morton 1966): the bits of both numbers interleaved. */
  static long morton(int x, int y) {
    long code = 0;
    for (int bit = 0; bit < 16; bit++) {
      code |= (long) (x >> bit & 1) << 2 * bit | (long) (y >> bit & 1) << (2 * bit + 1);
    }
    return code;
  }
}
