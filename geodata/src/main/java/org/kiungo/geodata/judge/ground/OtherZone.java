package org.kiungo.geodata.judge.ground;

import java.util.Optional;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Neighbouring zones of the one that a file is read in.
 *
 * @param country ISO 3166-1 alpha-3
 * @param system that was declared; null where it is none of UTM's zones
 */
public record OtherZone(String country, CoordinateSystem system) {

  /** Outlines are simplified: what lies nearer to the border is of this zone, degrees. */
  private static final double NEAR_DEGREES = 0.27;

  /** As a reading declares it. */
  public static OtherZone of(String country, String crs) {
    boolean known =
        Reference.builtIn().countries().stream().anyMatch(each -> each.iso3().equals(country));
    CoordinateSystem declared =
        crs.isEmpty() || !known ? null : CoordinateSystem.findByCode(crs).orElse(null);
    return new OtherZone(country, declared == null || !declared.isUtm() ? null : declared);
  }

  /** The zone beside in which a row lies in the country; empty where it has none, or no place. */
  public Optional<CoordinateSystem> beside(Geometry shape) {
    if (system == null || !(shape instanceof Point point) || point.isEmpty()) {
      return Optional.empty();
    }
    for (int step : new int[] {1, -1}) {
      Optional<CoordinateSystem> other =
          system.inUtmZone(system.utmZone() + step, point.getY()).filter(each -> lies(each, point));
      if (other.isPresent()) {
        return other;
      }
    }
    return Optional.empty();
  }

  /** The same for a row that does not lie in the country as it is read. */
  public Optional<CoordinateSystem> instead(Geometry shape) {
    return isFarOutside(shape) ? beside(shape) : Optional.empty();
  }

  /** The row as the declared zone has what it says in another. */
  public Geometry read(Geometry shape) {
    return instead(shape).map(other -> system.fromWgs84(other.toWgs84(shape))).orElse(shape);
  }

  private boolean isFarOutside(Geometry shape) {
    if (system == null || !(shape instanceof Point point) || point.isEmpty()) {
      return false;
    }
    try {
      Geometry there = system.toWgs84(point);
      return Reference.builtIn().outline(country).distance(there) > NEAR_DEGREES;
    } catch (CoordinateSystem.OutsideSystem outside) {
      return true;
    }
  }

  private boolean lies(CoordinateSystem other, Point point) {
    try {
      double[] at = other.toWgs84(point.getX(), point.getY());
      boolean onEarth = Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90;
      return onEarth && Reference.builtIn().contains(country, new LonLat(at[0], at[1]));
    } catch (CoordinateSystem.OutsideSystem outside) {
      return false;
    }
  }
}
