package org.kiungo.geodata.crs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Systems of a country in which places lie in it whose system nobody says: the UTM zones of WGS 84
 * that the country reaches into, its national grids and that of web maps; WGS 84 itself for
 * degrees.
 */
public final class LikelySystems {

  private static final double ZONE_DEGREES = 6;

  /** In which web pages draw, and some of them export. */
  private static final String WEB_MAPS = "EPSG:3857";

  private static final Properties GRIDS = grids();

  private LikelySystems() {}

  /**
   * A system.
   *
   * @param inside places that lie in the country so
   */
  public record Likely(String code, String name, int inside) {}

  /**
   * Those in which at least half of the places lie in the country, the most first.
   *
   * @param iso3 ISO 3166-1 alpha-3
   * @param box of the country, degrees
   * @param lies whether a place lies in it
   */
  public static List<Likely> of(
      List<Coordinate> places, String iso3, Envelope box, Predicate<LonLat> lies) {
    Set<String> codes = new LinkedHashSet<>();
    for (int zone = zone(box.getMinX()); zone <= zone(box.getMaxX()); zone++) {
      if (box.getMaxY() > 0) {
        codes.add("EPSG:" + (32_600 + zone));
      }
      if (box.getMinY() < 0) {
        codes.add("EPSG:" + (32_700 + zone));
      }
    }
    for (String each : GRIDS.getProperty(iso3, "").split(" ")) {
      codes.add("EPSG:" + each);
    }
    codes.add(WEB_MAPS);
    if (places.stream().allMatch(each -> Math.abs(each.x) <= 180 && Math.abs(each.y) <= 90)) {
      codes = Set.of(CoordinateSystem.WGS84.code());
    }
    List<Likely> likely = new ArrayList<>();
    for (String code : codes) {
      CoordinateSystem.findByCode(code)
          .map(system -> new Likely(code, system.name(), inside(places, system, lies)))
          .filter(each -> each.inside() > 0 && each.inside() * 2 >= places.size())
          .ifPresent(likely::add);
    }
    likely.sort(Comparator.comparingInt(each -> -each.inside()));
    return likely;
  }

  private static int zone(double lon) {
    return (int) Math.floor((lon + 180) / ZONE_DEGREES) + 1;
  }

  private static int inside(
      List<Coordinate> places, CoordinateSystem system, Predicate<LonLat> lies) {
    int inside = 0;
    for (Coordinate each : places) {
      try {
        double[] at = system.toWgs84(each.x, each.y);
        boolean onEarth = Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90;
        inside += onEarth && lies.test(new LonLat(at[0], at[1])) ? 1 : 0;
      } catch (CoordinateSystem.OutsideSystem outside) {
        continue; // lies nowhere so
      }
    }
    return inside;
  }

  private static Properties grids() {
    Properties grids = new Properties();
    try (InputStream in = LikelySystems.class.getResourceAsStream("national-grids.properties")) {
      grids.load(in);
      return grids;
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
