package org.kiungo.geodata.census;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kiungo.geodata.census.CensusDistricts.Area;

/** Finds the districts that the rows of a table name, all rows together. */
final class DistrictFinder {

  private static final int NEAREST = 3;

  private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}[-_.]?[A-Z0-9][-_.+A-Z0-9]*");

  /** Names less alike than this are no suggestion: most pairs of names share some letters. */
  private static final double LEAST_LIKENESS = 0.85;

  /**
   * What a row names its district by.
   *
   * @param code empty when the table has none
   * @param name likewise
   * @param within the larger area, likewise
   */
  record Key(String code, String name, String within) {}

  /** How a district was found, or why not. */
  enum How {
    CODE,
    NAME,
    /** By a name that is written otherwise: to be looked at. */
    SPELLING,
    /** None is near enough. */
    NONE,
    /** Several are as near. */
    SEVERAL,
    /** The code is one district's, the name another's. */
    CONTRADICTED
  }

  /**
   * The answer for a key.
   *
   * @param area found; null when none is
   * @param nearest names to choose among, nearest first
   */
  record Found(How how, Area area, List<String> nearest) {}

  private record Named(Area area, List<DistrictName> names, DistrictName within) {
    /** Whether its own name, the first, says the same kind of area as another. */
    boolean isOfKind(DistrictName name) {
      return names.get(0).kinds().equals(name.kinds());
    }
  }

  private final List<Named> areas;

  DistrictFinder(List<Area> areas) {
    this.areas =
        areas.stream()
            .map(
                area ->
                    new Named(
                        area,
                        Stream.concat(Stream.of(area.name()), area.otherNames().stream())
                            .map(DistrictName::of)
                            .toList(),
                        DistrictName.of(area.within())))
            .toList();
  }

  /** The district of every key; one that a key names exactly is no misspelling of another. */
  Map<Key, Found> find(Collection<Key> keys) {
    Map<Key, Found> found = new LinkedHashMap<>();
    Set<Area> taken = new HashSet<>();
    for (Key key : keys) {
      Found exact = exact(key);
      found.put(key, exact);
      if (exact != null && exact.area() != null) {
        taken.add(exact.area());
      }
    }
    found.replaceAll(
        (key, exact) ->
            exact == null
                ? spelled(key, taken)
                : exact.how() == How.SEVERAL ? left(key, exact, taken) : exact);
    return found;
  }

  /** Of several areas of one name the only one that no other row names: to be looked at. */
  private Found left(Key key, Found several, Set<Area> taken) {
    List<Named> all = called(key);
    List<Named> left = all.stream().filter(each -> !taken.contains(each.area())).toList();
    return left.size() == 1 && all.size() > 1
        ? new Found(How.SPELLING, left.get(0).area(), List.of())
        : several;
  }

  private List<Named> called(Key key) {
    DistrictName name = DistrictName.of(key.name());
    List<Named> called =
        within(key, areas.stream().filter(each -> each.names().stream().anyMatch(name::isSame)));
    List<Named> ofKind = called.stream().filter(each -> each.isOfKind(name)).toList();
    return ofKind.size() == 1 ? ofKind : called;
  }

  private Found exact(Key key) {
    List<Named> byName = called(key);
    List<Named> byCode = areas.stream().filter(each -> isCoded(each.area(), key)).toList();
    if (byCode.isEmpty() && byName.isEmpty()) {
      byCode = areas.stream().filter(each -> isCalled(each.area(), key.name())).toList();
    }
    if (byCode.size() == 1) {
      Area area = byCode.get(0).area();
      boolean other = byName.stream().noneMatch(each -> each.area().equals(area));
      return !byName.isEmpty() && other
          ? new Found(
              How.CONTRADICTED, null, names(Stream.concat(byCode.stream(), byName.stream())))
          : new Found(How.CODE, area, List.of());
    }
    if (byName.size() == 1) {
      return new Found(How.NAME, byName.get(0).area(), List.of());
    }
    return byName.isEmpty() ? null : new Found(How.SEVERAL, null, names(byName.stream()));
  }

  /** Whether a code, in full, stands where names do. */
  private static boolean isCalled(Area area, String name) {
    String plain = plain(name);
    return CODE.matcher(name).matches()
        && area.codes().stream().anyMatch(each -> plain(each).equals(plain));
  }

  private Found spelled(Key key, Set<Area> taken) {
    DistrictName name = DistrictName.of(key.name());
    int least = Integer.MAX_VALUE;
    List<Named> alike = new ArrayList<>();
    for (Named each : within(key, areas.stream().filter(it -> !taken.contains(it.area())))) {
      int edits =
          each.names().stream().mapToInt(name::edits).filter(it -> it >= 0).min().orElse(-1);
      if (edits >= 0 && edits <= least) {
        if (edits < least) {
          alike.clear();
        }
        least = edits;
        alike.add(each);
      }
    }
    if (alike.size() == 1) {
      return new Found(How.SPELLING, alike.get(0).area(), List.of());
    }
    return alike.isEmpty()
        ? new Found(How.NONE, null, nearest(name))
        : new Found(How.SEVERAL, null, names(alike.stream()));
  }

  /** Those in the larger area that the row names, where both sides say it and one of them fits. */
  private static List<Named> within(Key key, Stream<Named> areas) {
    List<Named> all = areas.toList();
    DistrictName larger = DistrictName.of(key.within());
    List<Named> inside = all.stream().filter(each -> each.within().isSame(larger)).toList();
    return inside.isEmpty() ? all : inside;
  }

  /** Codes are compared without signs, and without the country's letters before them. */
  private static boolean isCoded(Area area, Key key) {
    String plain = plain(key.code());
    return !plain.isEmpty() && area.codes().stream().anyMatch(each -> isCode(each, plain));
  }

  private static boolean isCode(String code, String plain) {
    int sign = code.indexOf('-');
    return plain(code).equals(plain) || sign > 0 && plain(code.substring(sign)).equals(plain);
  }

  private static String plain(String code) {
    return code.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
  }

  private List<String> nearest(DistrictName name) {
    Comparator<Named> byLikeness = Comparator.comparingDouble(each -> -likeness(each, name));
    return names(
        areas.stream()
            .filter(each -> likeness(each, name) >= LEAST_LIKENESS)
            .sorted(byLikeness.thenComparing(each -> each.area().name()))
            .limit(NEAREST));
  }

  private static double likeness(Named area, DistrictName name) {
    return area.names().stream().mapToDouble(name::likeness).max().orElse(0);
  }

  private static List<String> names(Stream<Named> areas) {
    return areas
        .map(Named::area)
        .map(each -> each.within().isEmpty() ? each.name() : each.name() + " / " + each.within())
        .distinct()
        .toList();
  }
}
