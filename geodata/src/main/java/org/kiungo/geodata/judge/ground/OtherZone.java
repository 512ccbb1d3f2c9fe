package org.kiungo.geodata.judge.ground;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.reference.District;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Neighbouring zones of the one that a file is read in.
 *
 * @param country ISO 3166-1 alpha-3
 * @param system that was declared; null where it is none of UTM's zones
 * @param districts of the country
 */
public record OtherZone(String country, CoordinateSystem system, NamedDistrict districts) {

  /** Outlines are simplified: what lies nearer to the border is of this zone, degrees. */
  private static final double NEAR_DEGREES = 0.1;

  /** As a reading declares it. */
  public static OtherZone of(String country, String crs) {
    boolean known =
        Reference.builtIn().countries().stream().anyMatch(each -> each.iso3().equals(country));
    CoordinateSystem declared =
        crs.isEmpty() || !known ? null : CoordinateSystem.findByCode(crs).orElse(null);
    CoordinateSystem zone = declared == null || !declared.isUtm() ? null : declared;
    return new OtherZone(country, zone, zone == null ? null : NamedDistrict.of(country));
  }

  /** The zone beside in which a row lies in the country; empty where it has none, or no place. */
  public Optional<CoordinateSystem> beside(Geometry shape) {
    return beside(shape, Reference.builtIn()::contains);
  }

  private Optional<CoordinateSystem> beside(Geometry shape, BiPredicate<String, LonLat> lies) {
    if (system == null || !(shape instanceof Point point) || point.isEmpty()) {
      return Optional.empty();
    }
    for (int step : new int[] {1, -1}) {
      Optional<CoordinateSystem> other =
          system
              .inUtmZone(system.utmZone() + step, point.getY())
              .filter(each -> lies(each, point, lies));
      if (other.isPresent()) {
        return other;
      }
    }
    return Optional.empty();
  }

  /**
   * The same for a row that does not lie in the country as it is read, or in the district that it
   * names, where it does so in the other zone.
   *
   * @param district that the row names; empty for none
   */
  public Optional<CoordinateSystem> instead(Geometry shape, String district) {
    if (isFarOutside(shape)) {
      return beside(shape);
    }
    Optional<District> named = system == null ? Optional.empty() : districts.find(district);
    boolean elsewhere =
        named.isPresent()
            && shape instanceof Point point
            && !point.isEmpty()
            && !districts.holds(district, LayerFeature.placeIn(system.toWgs84(point))).orElse(true);
    return elsewhere
        ? beside(
            shape,
            (iso3, place) ->
                Reference.builtIn()
                    .findDistrict(iso3, place)
                    .filter(each -> each.code().equals(named.get().code()))
                    .isPresent())
        : Optional.empty();
  }

  /** The row as the declared zone has what it says in another. */
  public Geometry read(Geometry shape, String district) {
    return instead(shape, district)
        .map(other -> system.fromWgs84(other.toWgs84(shape)))
        .orElse(shape);
  }

  private boolean isFarOutside(Geometry shape) {
    if (system == null || !(shape instanceof Point point) || point.isEmpty()) {
      return false;
    }
    try {
      double[] at = system.toWgs84(point.getX(), point.getY());
      boolean onEarth = Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90;
      // the index first: most rows lie inside
      return !onEarth
          || !Reference.builtIn().contains(country, new LonLat(at[0], at[1]))
              && !Reference.builtIn()
                  .outline(country)
                  .isWithinDistance(system.toWgs84(point), NEAR_DEGREES);
    } catch (CoordinateSystem.OutsideSystem outside) {
      return true;
    }
  }

  private boolean lies(CoordinateSystem other, Point point, BiPredicate<String, LonLat> lies) {
    try {
      double[] at = other.toWgs84(point.getX(), point.getY());
      boolean onEarth = Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90;
      return onEarth && lies.test(country, new LonLat(at[0], at[1]));
    } catch (CoordinateSystem.OutsideSystem outside) {
      return false;
    }
  }
}
