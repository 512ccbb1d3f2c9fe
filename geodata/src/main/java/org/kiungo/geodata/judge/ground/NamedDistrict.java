package org.kiungo.geodata.judge.ground;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.layer.ColumnNames;
import org.kiungo.geodata.reference.District;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Built-in districts of a country by what rows call them. */
public final class NamedDistrict {

  /** Borders are simplified, and offices know them less surely, degrees. */
  public static final double NEAR_DEGREES = 0.27;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Map<String, District> byName = new HashMap<>();

  private NamedDistrict() {}

  /** Those of a country, ISO 3166-1 alpha-3; none of one that is not built in. */
  public static NamedDistrict of(String iso3) {
    NamedDistrict all = new NamedDistrict();
    boolean known =
        Reference.builtIn().countries().stream().anyMatch(each -> each.iso3().equals(iso3));
    if (known) {
      for (District each : Reference.builtIn().districts(iso3)) {
        all.byName.put(plain(each.name()), each);
        each.names().values().forEach(name -> all.byName.putIfAbsent(plain(name), each));
      }
    }
    return all;
  }

  /** The one of a name; empty for none. */
  public Optional<District> find(String name) {
    return Optional.ofNullable(byName.get(plain(name)));
  }

  /** Whether a place lies in the district of a name or near it; empty where none is called so. */
  public Optional<Boolean> holds(String name, LonLat place) {
    return find(name).map(each -> lies(each, place));
  }

  private static boolean lies(District district, LonLat place) {
    boolean inside =
        Reference.builtIn()
            .findDistrict(district.country(), place)
            .filter(each -> each.code().equals(district.code()))
            .isPresent();
    Point at = GEOMETRIES.createPoint(new Coordinate(place.lon(), place.lat()));
    return inside || district.shape().isWithinDistance(at, NEAR_DEGREES);
  }

  private static String plain(String name) {
    return String.join("", ColumnNames.tokens(name));
  }
}
