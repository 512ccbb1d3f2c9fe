package org.kiungo.geodata.format.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A column that says in which zone of the UTM grid each row lies: 36, 37S, "UTM 36", "Fuseau 31N".
 *
 * @param column its index
 * @param zones that its cells name, of the rows looked at
 */
public record UtmZones(int column, Set<Integer> zones) {

  private static final Set<String> WORDS =
      Set.of(
          ("zone zones utm utmzone zoneutm fuseau fuseaux fuso fusos huso husos kanda ukanda نطاق"
                  + " النطاق المنطقة منطقة")
              .split(" "));

  /** Letters behind a number are of a hemisphere, or of the band of a military grid. */
  private static final Pattern ZONE =
      Pattern.compile(
          "(?iu)(?:utm[ _-]*)?(?:(?:zone|fuseau|fuso|huso|kanda|نطاق|المنطقة)[ _-]*)?(?:utm[ _-]*)?"
              + "(\\d{1,2})(?:\\.0)?[ °-]*"
              + "(?:[C-HJ-NP-X]|north|south|nord|sud|norte|sul|sur|شمال|جنوب)?");

  /** Zones that Africa and its islands reach into; other numbers are no zones of theirs. */
  private static final int FIRST = 25;

  private static final int LAST = 41;

  public UtmZones {
    zones = Set.copyOf(zones);
  }

  /**
   * The first column that holds nothing but zones under a heading that says so; null for none.
   *
   * @param rows cells by column
   */
  public static UtmZones find(List<String> columns, List<? extends List<?>> rows) {
    for (int k = 0; k < columns.size(); k++) {
      int column = k;
      boolean called = Axis.words(columns.get(k)).stream().anyMatch(WORDS::contains);
      List<Integer> zones =
          rows.stream()
              .map(row -> column < row.size() ? row.get(column) : null)
              .filter(cell -> called && !NumberText.isMissing(cell))
              .map(UtmZones::of)
              .toList();
      if (!zones.isEmpty() && !zones.contains(0)) {
        return new UtmZones(column, new TreeSet<>(zones));
      }
    }
    return null;
  }

  /** The zone that a cell names; 0 for none. */
  public static int of(Object cell) {
    Matcher named = ZONE.matcher(cell == null ? "" : cell.toString().strip());
    int zone = named.matches() ? Integer.parseInt(named.group(1)) : 0;
    return zone >= FIRST && zone <= LAST ? zone : 0;
  }

  /** As sentences list them: 36, 37. */
  static String told(Collection<Integer> zones) {
    return Arrays.stream(zones.toArray())
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }
}
