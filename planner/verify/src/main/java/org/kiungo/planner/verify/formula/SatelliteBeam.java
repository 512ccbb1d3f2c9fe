package org.kiungo.planner.verify.formula;

import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.LonLat;

/**
 * A cell of 0.2 by 0.2 degrees whose terminals and fed sites share what satellites carry over it.
 *
 * @param column cells east of longitude −180
 * @param row cells north of latitude −90
 */
public record SatelliteBeam(int column, int row) implements Comparable<SatelliteBeam> {

  private static final double SIDE_DEG = 0.2;

  /** Mean radius of the Earth, IUGG. */
  private static final double EARTH_KM = 6_371.0088;

  /** The cell of a place. */
  public static SatelliteBeam of(LonLat place) {
    double columns = (place.lon() + 180) / SIDE_DEG;
    double rows = (place.lat() + 90) / SIDE_DEG;
    return new SatelliteBeam((int) Math.floor(columns), (int) Math.floor(rows));
  }

  /**
   * Area between two meridians and two parallels of a sphere: R² · Δλ · (sin φ₂ − sin φ₁), with the
   * difference of sines as 2 cos((φ₁ + φ₂) / 2) · sin((φ₂ − φ₁) / 2), km².
   */
  double areaKm2() {
    double side = StrictMath.toRadians(SIDE_DEG);
    double middle = StrictMath.toRadians((row + 0.5) * SIDE_DEG - 90);
    double sines = 2 * StrictMath.cos(middle) * StrictMath.sin(side / 2);
    return EARTH_KM * EARTH_KM * side * sines;
  }

  /**
   * What a technology's satellites carry over it in the busy hour of the last year that counts:
   * capacity per km² as it has grown till then, but not beyond its forecast.
   *
   * @param a with limited capacity
   * @return whole bits per second
   */
  public long bps(AccessTechnology a, Money money) {
    double mbpsPerKm2 = a.beamMbpsPerKm2().value();
    if (a.beamGrowthRatioPerYear() != null) {
      double until = Math.min(a.beamForecastUntilYear().value(), money.lastYear());
      double years = Math.max(0, until - a.beamMbpsPerKm2().year());
      mbpsPerKm2 *= StrictMath.pow(1 + a.beamGrowthRatioPerYear().value(), years);
    }
    return BusyHourLoad.bps(mbpsPerKm2 * areaKm2());
  }

  @Override
  public int compareTo(SatelliteBeam other) {
    return row != other.row
        ? Integer.compare(row, other.row)
        : Integer.compare(column, other.column);
  }
}
