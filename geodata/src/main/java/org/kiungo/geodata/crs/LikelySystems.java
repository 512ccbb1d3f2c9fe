package org.kiungo.geodata.crs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
   * A place whose system nobody says.
   *
   * @param at as two columns have it
   * @param zone of the UTM grid that its row names; 0 where it names none
   * @param lies whether a place is where the row says, in its country or district
   */
  public record Stated(Coordinate at, int zone, Predicate<LonLat> lies) {
    /** Whether a southing stands where a northing is due, so that X may count to the east. */
    boolean isUnsure() {
      return at.y > Math.abs(at.x);
    }

    boolean lies(CoordinateSystem system) {
      try {
        CoordinateSystem own = zone > 0 ? system.inUtmZone(zone, at.y).orElse(system) : system;
        Coordinate place = own.ofColumns(at.x, at.y);
        double[] degrees = own.toWgs84(place.x, place.y);
        boolean onEarth = Math.abs(degrees[0]) <= 180 && Math.abs(degrees[1]) <= 90;
        return onEarth && lies.test(new LonLat(degrees[0], degrees[1]));
      } catch (CoordinateSystem.OutsideSystem outside) {
        return false;
      }
    }
  }

  /**
   * Those in which at least half of the places lie where they are said to, the most first. Where no
   * zone of a datum holds so many but all together do, as of a file with rows of several, each is
   * one; where rows name their zones, a datum is one system.
   *
   * @param iso3 ISO 3166-1 alpha-3
   * @param box of the country, degrees
   */
  public static List<Likely> of(List<Stated> places, String iso3, Envelope box) {
    List<Likely> likely = new ArrayList<>();
    Map<String, Set<Integer>> ofDatum = new HashMap<>();
    Map<String, List<Likely>> zones = new LinkedHashMap<>();
    for (CoordinateSystem each : candidates(places, iso3, box)) {
      Set<Integer> inside = new HashSet<>();
      for (int k = 0; k < places.size(); k++) {
        if (places.get(k).lies(each)) {
          inside.add(k);
        }
      }
      Likely found = new Likely(each.code(), name(each, places), inside.size());
      String datum = each.isUtm() ? each.name().replaceFirst(" / .*", "") : each.code();
      ofDatum.computeIfAbsent(datum, none -> new HashSet<>()).addAll(inside);
      if (!inside.isEmpty()) {
        zones.computeIfAbsent(datum, none -> new ArrayList<>()).add(found);
      }
    }
    zones.forEach(
        (datum, systems) -> {
          boolean one = systems.stream().anyMatch(each -> each.inside() * 2 >= places.size());
          boolean together = ofDatum.get(datum).size() * 2 >= places.size();
          systems.stream()
              .filter(each -> one ? each.inside() * 2 >= places.size() : together)
              .forEach(likely::add);
        });
    likely.sort(Comparator.comparingInt(each -> -each.inside()));
    return likely;
  }

  private static List<CoordinateSystem> candidates(List<Stated> places, String iso3, Envelope box) {
    if (places.stream()
        .allMatch(each -> Math.abs(each.at().x) <= 180 && Math.abs(each.at().y) <= 90)) {
      return List.of(CoordinateSystem.WGS84);
    }
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
    Stated first =
        places.stream().filter(each -> each.zone() > 0).findFirst().orElse(places.get(0));
    // what lies beside southings is a westing, unless it is called X: then nobody knows
    boolean unsure = 2 * places.stream().filter(Stated::isUnsure).count() > places.size();
    return codes.stream()
        .flatMap(code -> CoordinateSystem.findByCode(code).stream())
        .flatMap(
            each ->
                unsure && each.isSouthOriented()
                    ? Stream.of(each, each.eastward())
                    : Stream.of(each))
        // rows name their zones: the first one's stands for its datum
        .filter(each -> first.zone() == 0 ? isOfMost(each, places) : isOf(each, first))
        .toList();
  }

  /** Of zones, those of the hemisphere of most northings. */
  private static boolean isOfMost(CoordinateSystem system, List<Stated> places) {
    long own = places.stream().filter(each -> isOf(system, each.at().y)).count();
    return !system.isUtm() || own * 2 >= places.size();
  }

  private static boolean isOf(CoordinateSystem system, double northingM) {
    return system.inUtmZone(system.utmZone(), northingM).filter(own -> own == system).isPresent();
  }

  private static boolean isOf(CoordinateSystem system, Stated place) {
    return !system.isUtm()
        || system.inUtmZone(place.zone(), place.at().y).filter(own -> own == system).isPresent();
  }

  /** With all zones that rows name. */
  private static String name(CoordinateSystem system, List<Stated> places) {
    String zones =
        places.stream()
            .map(Stated::zone)
            .filter(zone -> zone > 0)
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining("+"));
    return zones.indexOf('+') > 0 && system.isUtm()
        ? system.name().replaceFirst("\\d{1,2}[NS]$", zones)
        : system.name();
  }

  private static int zone(double lon) {
    return (int) Math.floor((lon + 180) / ZONE_DEGREES) + 1;
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
