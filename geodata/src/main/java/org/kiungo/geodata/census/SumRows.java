package org.kiungo.geodata.census;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.table.NumberText;

/**
 * Which rows of a census table add up others, by a word in any column of names or by their figures,
 * and what they add up.
 */
final class SumRows {

  /** Sums of rounded figures differ from a stated total by less. */
  static final double SAME_RATIO = 0.005;

  /** Each added figure is rounded by a part of its last digit; these mostly cancel out. */
  private static final double ROUNDED_PER_ROW = 0.1;

  private static final double TENTH = 0.1;

  /** What stands for a row that no column names. */
  private static final String NAMELESS = "–";

  private final CensusTable table;
  private final String finest;
  private final String iso3;
  private final ToDoubleFunction<Feature> people;
  private final List<String> labels = new ArrayList<>();
  private final Set<Long> sums = new HashSet<>();
  private final Map<String, Map<String, Double>> groups = new HashMap<>();
  private final Map<Long, Integer> places = new HashMap<>();

  /**
   * @param finest column that names what is counted
   * @param figures columns that hold none
   * @param iso3 whose name stands for all districts
   * @param people of a row; NaN where it states none
   */
  SumRows(
      CensusTable table,
      String finest,
      Set<String> figures,
      String iso3,
      ToDoubleFunction<Feature> people) {
    this.table = table;
    this.finest = finest;
    this.iso3 = iso3;
    this.people = people;
    for (String column : table.columns()) {
      if (!figures.contains(column) && holdsWords(column)) {
        labels.add(column);
      }
    }
    for (Feature row : table.rows()) {
      places.put(row.row(), places.size());
      if (own(row).isEmpty() && !totalled(row).isEmpty()) {
        sums.add(row.row());
      }
    }
    if (!table.isLong()) {
      nameless();
    }
  }

  /** Whether a column names things; one that says the same in all rows, as a country, does not. */
  private boolean holdsWords(String column) {
    long filled = 0;
    long words = 0;
    Set<String> told = new HashSet<>();
    for (Feature row : table.rows()) {
      String cell = text(row, column);
      boolean number =
          !cell.isEmpty() && NumberText.of(cell, table.schema().decimalComma()).problem().isEmpty();
      told.add(cell);
      filled += cell.isEmpty() ? 0 : 1;
      words += !number && cell.chars().anyMatch(Character::isLetter) ? 1 : 0;
    }
    return words > 0 && (told.size() > 1 || filled < 2) && 2 * words >= filled;
  }

  private String text(Feature row, String column) {
    Object cell = table.cells(row).get(column);
    return NumberText.isMissing(cell) ? "" : cell.toString().strip();
  }

  private String own(Feature row) {
    return finest.isEmpty() ? "" : text(row, finest);
  }

  /** The word that says of a row that it adds up others, in whatever column; empty for none. */
  private String totalled(Feature row) {
    return labels.stream()
        .map(column -> text(row, column))
        .filter(this::isTotal)
        .findFirst()
        .orElse("");
  }

  private boolean isTotal(String name) {
    return Totals.isTotal(name, iso3);
  }

  /** Whether a row that names nothing of its own adds up others. */
  boolean isSum(Feature row) {
    return sums.contains(row.row());
  }

  /** What a row is called: by its own name, a word for sums, or the area that it lies in. */
  String label(Feature row) {
    String own = own(row);
    String total = own.isEmpty() ? totalled(row) : own;
    if (!total.isEmpty()) {
      return total;
    }
    for (int k = labels.size() - 1; k >= 0; k--) {
      String cell = text(row, labels.get(k));
      if (!cell.isEmpty()) {
        return cell;
      }
    }
    return NAMELESS;
  }

  /** Rows without a name of their own that count what those next to them count together. */
  private void nameless() {
    List<Feature> rows = table.rows();
    for (int k = 0; k < rows.size(); k++) {
      Feature row = rows.get(k);
      boolean bare = own(row).isEmpty() && !finest.isEmpty() && !isSum(row);
      if (bare && addsUp(k, 1, this::isLeaf)) {
        sums.add(row.row());
      }
    }
  }

  private boolean isLeaf(Feature row) {
    String own = own(row);
    return !own.isEmpty() && !isTotal(own);
  }

  /**
   * Whether a row counts exactly what so many rows or more next to it count together, above it or
   * below.
   */
  private boolean addsUp(int at, int fewest, Predicate<Feature> counts) {
    return run(at, -1, fewest, counts, false) || run(at, 1, fewest, counts, false);
  }

  private boolean run(int at, int step, int fewest, Predicate<Feature> counts, boolean roughly) {
    List<Feature> rows = table.rows();
    double stated = people.applyAsDouble(rows.get(at));
    double digit = stated == Math.rint(stated) ? 1 : TENTH;
    double sum = 0;
    int added = 0;
    for (int k = at + step; stated > 0 && k >= 0 && k < rows.size(); k += step) {
      double each = people.applyAsDouble(rows.get(k));
      if (!(each > 0) || !counts.test(rows.get(k))) {
        continue;
      }
      sum += each;
      added++;
      double missed = digit * (TENTH + ROUNDED_PER_ROW * added);
      double most = roughly ? SAME_RATIO * stated : missed;
      if (added >= fewest && Math.abs(sum - stated) <= most) {
        return true;
      }
      if (sum > stated + most) {
        return false;
      }
    }
    return false;
  }

  /** Rows right below a whole that make exactly what it counts; empty where they do not. */
  List<Feature> partsBelow(Feature whole, Predicate<Feature> mayBePart) {
    List<Feature> rows = table.rows();
    int at = places.get(whole.row());
    int end = at + 1;
    while (end < rows.size() && mayBePart.test(rows.get(end))) {
      end++;
    }
    boolean several = end - at > 2;
    return several && run(at, 1, end - at - 1, mayBePart, false)
        ? List.copyOf(rows.subList(at + 1, end))
        : List.of();
  }

  /**
   * What a sum is to be: the people of the group that it names or stands in; empty where nothing
   * says which rows it adds up, and where it is that of those next to it.
   *
   * @param used whether a row is counted
   * @param grand whether it is the largest of those that may add up all
   */
  OptionalDouble expected(Feature row, Predicate<Feature> used, boolean grand) {
    double stated = people.applyAsDouble(row);
    if (!(stated > 0)) {
      return OptionalDouble.empty();
    }
    if (isGrand(row)) {
      double all = table.rows().stream().filter(used).mapToDouble(this::known).sum();
      boolean part = !grand && isBesideItsRows(row, used);
      return part ? OptionalDouble.empty() : OptionalDouble.of(all);
    }
    List<Double> sums = named(row, used);
    boolean same = sums.stream().anyMatch(each -> isSame(stated, each));
    return sums.isEmpty() || same || isBesideItsRows(row, used)
        ? OptionalDouble.empty()
        : OptionalDouble.of(sums.get(0));
  }

  private boolean isBesideItsRows(Feature row, Predicate<Feature> used) {
    int at = places.get(row.row());
    return run(at, -1, 1, used, true) || run(at, 1, 1, used, true);
  }

  static boolean isSame(double stated, double sum) {
    return Math.abs(stated - sum) <= SAME_RATIO * stated;
  }

  /** Whether it adds up all districts, as far as its words say. */
  boolean isGrand(Feature row) {
    String label = label(row);
    boolean alone =
        labels.stream()
            .map(column -> text(row, column))
            .allMatch(cell -> cell.isEmpty() || isTotal(cell));
    return Totals.isNation(label, iso3)
        || Totals.isNation(Totals.withoutWords(label), iso3)
        || Totals.isGrand(label) && alone;
  }

  /** People of the groups that a sum names, or those of the one it stands in. */
  private List<Double> named(Feature row, Predicate<Feature> used) {
    List<String> keys = new ArrayList<>();
    for (String column : labels) {
      String cell = text(row, column);
      if (!cell.isEmpty()) {
        String told = isTotal(cell) ? Totals.withoutWords(cell) : cell;
        keys.add(DistrictName.of(told).sorted());
      }
    }
    List<Double> sums = new ArrayList<>();
    for (String column : labels) {
      Map<String, Double> ofColumn = groups(column, used);
      keys.stream()
          .filter(key -> !key.isEmpty() && ofColumn.containsKey(key))
          .forEach(key -> sums.add(ofColumn.get(key)));
    }
    return sums;
  }

  /** People by what a column says; of merged cells the first alone says it. */
  private Map<String, Double> groups(String column, Predicate<Feature> used) {
    return groups.computeIfAbsent(
        column,
        it -> {
          Map<String, Double> sums = new LinkedHashMap<>();
          Map<String, String> keys = new HashMap<>();
          String above = "";
          for (Feature row : table.rows()) {
            String cell = text(row, column);
            above = cell.isEmpty() || isTotal(cell) ? above : cell;
            if (used.test(row)) {
              String key = keys.computeIfAbsent(above, name -> DistrictName.of(name).sorted());
              sums.merge(key, known(row), Double::sum);
            }
          }
          return sums;
        });
  }

  private double known(Feature row) {
    double known = people.applyAsDouble(row);
    return Double.isNaN(known) ? 0 : known;
  }

  /**
   * Rows that count others again, without which all that is used makes the stated total; empty
   * where no such rows are found.
   */
  List<Feature> doubles(double stated, Predicate<Feature> used) {
    List<Feature> rows = table.rows();
    double sum = rows.stream().filter(used).mapToDouble(this::known).sum();
    double excess = sum - stated;
    if (!(stated > 0) || excess <= SAME_RATIO * stated) {
      return List.of();
    }
    List<Feature> again = new ArrayList<>();
    double people = 0;
    for (int k = 0; k < rows.size(); k++) {
      Feature row = rows.get(k);
      if (used.test(row) && addsUp(k, 2, each -> used.test(each) && !again.contains(each))) {
        again.add(row);
        people += known(row);
      }
    }
    return Math.abs(people - excess) <= SAME_RATIO * stated ? again : List.of();
  }
}
