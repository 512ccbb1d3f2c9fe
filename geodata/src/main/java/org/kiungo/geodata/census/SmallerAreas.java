package org.kiungo.geodata.census;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kiungo.geodata.census.CensusDistricts.Area;
import org.kiungo.geodata.census.CensusDistricts.Drawing;
import org.kiungo.geodata.census.DistrictFinder.Found;
import org.kiungo.geodata.census.DistrictFinder.Key;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.table.NumberText;

/**
 * Rows of a table that counts smaller areas than the districts there are, such as communes where
 * departments are built in, with the column by which they add up to those.
 *
 * @param drawing of the districts
 * @param larger column of the districts; of several rows the first alone may name its own
 * @param smaller column of the areas that are counted
 * @param found what each cell of {@code larger} names
 */
record SmallerAreas(Drawing drawing, String larger, String smaller, Map<String, Found> found) {

  /** So many of what a column names are districts, or it is no column of districts. */
  private static final double DISTRICTS_RATIO = 0.7;

  /** So many names of counted areas are there once, or they are kinds, as men and women are. */
  private static final double ONCE_RATIO = 0.8;

  private static final int FEWEST_DISTRICTS = 2;

  /** Districts have parts where so few of the rows name another one. */
  static final double PARTED_RATIO = 0.67;

  /**
   * The columns by which most rows add up; empty where there are none.
   *
   * @param iso3 whose name stands for all districts
   * @param region column that is said to hold the larger area, which may be one and the same
   */
  static Optional<SmallerAreas> of(
      CensusTable table, String population, String region, String iso3, List<Drawing> drawings) {
    if (table.isLong()) {
      return Optional.empty();
    }
    SmallerAreas best = null;
    long most = 0;
    for (String larger : table.columns()) {
      int fewest = larger.equals(region) ? 1 : FEWEST_DISTRICTS;
      String smaller = larger.equals(population) ? "" : smaller(table, population, larger);
      for (Drawing each : smaller.isEmpty() ? List.<Drawing>of() : drawings) {
        SmallerAreas here =
            new SmallerAreas(each, larger, smaller, names(table, larger, iso3, each));
        boolean enough = here.known() >= fewest && here.known() > most;
        if (enough && here.known() >= DISTRICTS_RATIO * here.found().size()) {
          best = here;
          most = here.known();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static Map<String, Found> names(
      CensusTable table, String column, String iso3, Drawing drawing) {
    Map<Key, String> keys = new LinkedHashMap<>();
    for (Feature row : table.rows()) {
      String name = text(row, column);
      if (!name.isEmpty() && !Totals.isTotal(name, iso3)) {
        keys.put(new Key(name, name, ""), name);
      }
    }
    if (keys.size() > PARTED_RATIO * table.rows().size()) {
      return Map.of();
    }
    Map<String, Found> found = new LinkedHashMap<>();
    new DistrictFinder(drawing.areas())
        .find(keys.keySet())
        .forEach((key, answer) -> found.put(keys.get(key), answer));
    return found;
  }

  /** Names that are districts'. */
  long known() {
    return found.values().stream().filter(each -> each.area() != null).count();
  }

  /** The column whose names are there once; empty for none. */
  private static String smaller(CensusTable table, String population, String larger) {
    String best = "";
    int most = 0;
    for (String column : table.columns()) {
      List<String> names = new ArrayList<>();
      for (Feature row : table.rows()) {
        String name = text(row, column);
        if (name.chars().anyMatch(Character::isLetter) && !Totals.isTotal(name)) {
          names.add(name);
        }
      }
      Set<String> once = new HashSet<>(names);
      boolean own = !column.equals(larger) && !column.equals(population);
      if (own && once.size() > most && once.size() >= ONCE_RATIO * names.size()) {
        best = column;
        most = once.size();
      }
    }
    return best;
  }

  static String text(Feature row, String column) {
    Object cell = row.attributes().get(column);
    return NumberText.isMissing(cell) ? "" : cell.toString().strip();
  }

  /** What a row calls itself. */
  String name(Feature row) {
    String own = text(row, smaller);
    return own.isEmpty() ? text(row, larger) : own;
  }

  /** Whether a row adds up others by what it calls itself or its district. */
  boolean isTotal(Feature row) {
    return Totals.isTotal(text(row, smaller)) || Totals.isTotal(text(row, larger));
  }

  /** Whether a row may add up its district's others, by having its name or none of its own. */
  boolean mayTotal(Feature row, Area area) {
    String own = text(row, smaller);
    return own.isEmpty() || isNamed(area, own);
  }

  private static boolean isNamed(Area area, String name) {
    DistrictName told = DistrictName.of(name);
    Set<String> names = new LinkedHashSet<>(area.otherNames());
    names.add(area.name());
    return names.stream().map(DistrictName::of).anyMatch(told::isSame);
  }
}
