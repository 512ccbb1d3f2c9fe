package org.kiungo.geodata.census;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/** The districts that a census may be joined to. */
@FunctionalInterface
public interface CensusDistricts {

  /**
   * Drawings of a country's districts; of two in which as many rows are found the first is taken.
   *
   * @param iso3 ISO 3166-1 alpha-3
   */
  List<Drawing> of(String iso3);

  /**
   * One drawing.
   *
   * @param name by which users know it
   */
  record Drawing(String name, List<Area> areas) {
    private static final int MOST_CHOICES = 3000;
    private static final int MOST_EXAMPLES = 3;

    /** A code as ISO 3166-2 writes them, which users may know. */
    private static final Pattern ISO = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    public Drawing {
      areas = List.copyOf(areas);
    }

    /** What users choose among: each area as its code, a tab and its name, by name. */
    List<String> choices() {
      return areas.stream()
          .sorted(Comparator.comparing(Area::name).thenComparing(Area::code))
          .limit(MOST_CHOICES)
          .map(each -> coded(each) + "\t" + each.name())
          .toList();
    }

    /** The first ones, such as "SN-DK (Dakar)". */
    String examples() {
      return areas.stream()
          .limit(MOST_EXAMPLES)
          .map(each -> each.code() + " (" + each.name() + ")")
          .collect(Collectors.joining(", "));
    }

    private static String coded(Area area) {
      return area.codes().stream()
          .filter(code -> ISO.matcher(code).matches())
          .findFirst()
          .orElse(area.code());
    }
  }

  /**
   * A district.
   *
   * @param codes by which tables may name it; the first is its own
   * @param name its own
   * @param otherNames in other languages and spellings
   * @param within name of the larger area it lies in, empty when not known
   * @param shape WGS 84 longitude and latitude
   */
  record Area(
      List<String> codes, String name, Set<String> otherNames, String within, Geometry shape) {
    public Area {
      codes = List.copyOf(codes);
      otherNames = Set.copyOf(otherNames);
    }

    /** Its own code. */
    public String code() {
      return codes.get(0);
    }
  }
}
