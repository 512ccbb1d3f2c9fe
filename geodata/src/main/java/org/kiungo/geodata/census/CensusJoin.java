package org.kiungo.geodata.census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.kiungo.geodata.census.CensusDistricts.Area;
import org.kiungo.geodata.census.CensusDistricts.Drawing;
import org.kiungo.geodata.census.DistrictFinder.Found;
import org.kiungo.geodata.census.DistrictFinder.How;
import org.kiungo.geodata.census.DistrictFinder.Key;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.LayerFeature;

/** Which district each row of a census is of, and what is wrong with the others. */
final class CensusJoin {

  /** Of rows that count others again, as far as a total of the table says so. */
  static final String DOUBLE = "censusDouble";

  private static final String TOTAL = "censusTotal";

  /** Sums of decimals are told without what binary fractions add. */
  private static final double MILLIONTHS = 1e6;

  private static final Set<String> UNFOUND = Set.of("districtNone", "districtUnknown");

  private static final int MOST_NAMED = 10;

  /** Codes of ISO 3166-2 stay with a name that a reform leaves to another area. */
  private static final Pattern ISO = Pattern.compile("(?i)(?:[A-Z]{2}-?)?[A-Z0-9]{1,3}");

  /** Where fewer of what rows name are districts, they may be parts of some. */
  private static final double FOUND_RATIO = 0.5;

  private final SourceFile file;
  private final CensusTable table;
  private final ColumnMapping mapping;
  private final String iso3;

  /** Of which side of a reform its areas are said to be: before, since; empty for not said. */
  private final String vintage;

  /** Whether rows that count others again are left out, as somebody answered. */
  private final boolean doublesOut;

  private Sides sides;
  private final Map<Long, List<Finding>> ofRow = new HashMap<>();
  private final Set<Long> listed = new HashSet<>();
  private final Map<Area, List<Feature>> rowsOf = new LinkedHashMap<>();
  private final List<Finding> general = new ArrayList<>();
  private Map<Key, Found> found = Map.of();

  /** Codes of the districts at hand, such as "SN-DK (Dakar)". */
  private String codes = "";

  /** Rows that are to be added up to districts; null where each is of one. */
  private SmallerAreas smaller;

  private SumRows sums;
  private Drawing drawing;

  /**
   * @param iso3 whose name stands for all districts
   * @param vintage of which side of a reform its areas are said to be: before, since; empty for not
   *     said
   * @param doublesOut whether rows that count others again are left out, as somebody answered
   */
  CensusJoin(
      SourceFile file,
      CensusTable table,
      ColumnMapping mapping,
      String iso3,
      String vintage,
      boolean doublesOut) {
    this.vintage = vintage;
    this.doublesOut = doublesOut;
    this.file = file;
    this.table = table;
    this.mapping = mapping;
    this.iso3 = iso3;
  }

  private SumRows sums(String finest) {
    Set<String> figures = Set.of(mapping.column("population"));
    return new SumRows(table, finest, figures, iso3, this::people);
  }

  /** The column that names what is counted. */
  private String named() {
    String name = mapping.column("name");
    return name.isEmpty() ? mapping.column("code") : name;
  }

  private boolean isTotal(String name) {
    return Totals.isTotal(name, iso3);
  }

  void run(List<Drawing> drawings) {
    table.findings().stream().filter(each -> each.row() == 0).forEach(general::add);
    general.addAll(table.notes());
    Map<Long, List<Finding>> byLine = new HashMap<>();
    for (Finding each : table.findings()) {
      byLine.computeIfAbsent(each.row(), line -> new ArrayList<>()).add(each);
    }
    Set<Key> keys = new LinkedHashSet<>();
    for (Feature row : table.rows()) {
      byLine.getOrDefault(row.line(), List.of()).forEach(each -> add(row, each));
      keys.add(key(row));
    }
    keys.removeIf(key -> key.code().isEmpty() && key.name().isEmpty());
    drawing = choose(drawings, keys);
    codes = drawing.examples();
    sums = sums(smaller == null ? named() : smaller.smaller());
    if (smaller == null) {
      table.rows().forEach(this::judge);
      parts();
      twice();
      reformed();
    } else {
      addUp();
    }
    totals();
    missing();
    tellColumn();
  }

  /** The drawing in which most of what the table names is found, of its side of reforms. */
  private Drawing choose(List<Drawing> drawings, Set<Key> keys) {
    sides = Sides.of(iso3, keys.stream().map(CensusJoin::named).toList(), vintage);
    Drawing best = null;
    long most = -1;
    for (Drawing each : sides.fitting(drawings)) {
      Map<Key, Found> here = new DistrictFinder(each.areas()).find(keys);
      long count = here.values().stream().filter(it -> it.area() != null).count();
      if (count > most) {
        best = each;
        most = count;
        found = here;
      }
    }
    long told =
        keys.stream()
            .filter(key -> !isTotal(key.name().isEmpty() ? key.code() : key.name()))
            .count();
    boolean unfit = most < FOUND_RATIO * told || told < SmallerAreas.PARTED_RATIO * rows();
    smaller = unfit || most < told ? parts(drawings, unfit) : null;
    sides = sides.in(best);
    long named = smaller == null ? keys.size() : smaller.found().size();
    if (smaller != null) {
      best = smaller.drawing();
      most = smaller.known();
    }
    general.add(
        Finding.of(Severity.INFO, "censusDistricts", file, table.schema().name())
            .withValue(best.name(), most + " / " + named));
    return best;
  }

  /**
   * The larger areas whose parts the rows are; null where they are none. Some parts have the name
   * of the district that they lie in, as a region's department of its capital does: they are no
   * less parts of it.
   */
  private SmallerAreas parts(List<Drawing> drawings, boolean unfit) {
    String region = mapping.column("region");
    return SmallerAreas.of(table, mapping.column("population"), region, iso3, drawings)
        .filter(each -> unfit && each.known() > 1 || arePartsOf(each))
        .orElse(null);
  }

  /** Whether several rows lie in one larger area, and none in another than the one it names. */
  private boolean arePartsOf(SmallerAreas larger) {
    if (List.of(mapping.column("code"), mapping.column("name")).contains(larger.larger())) {
      return false; // it names the rows themselves
    }
    Map<String, Integer> rowsIn = new HashMap<>();
    for (Feature row : table.rows()) {
      Found around = larger.found().get(SmallerAreas.text(row, larger.larger()));
      Found own = found.get(key(row));
      if (around != null && around.area() != null && !larger.isTotal(row)) {
        rowsIn.merge(around.area().code(), 1, Integer::sum);
        boolean sure = own != null && (own.how() == How.NAME || own.how() == How.CODE);
        if (sure && !own.area().code().equals(around.area().code())) {
          return false;
        }
      }
    }
    return rowsIn.values().stream().anyMatch(rows -> rows > 1);
  }

  private static String named(Key key) {
    return key.name().isEmpty() ? key.code() : key.name();
  }

  /** Lists rows of areas that are called as those they would be joined to, and are others. */
  private void reformed() {
    for (Feature row : smaller == null ? table.rows() : List.<Feature>of()) {
      Key key = key(row);
      Found answer = found.get(key);
      boolean coded =
          answer != null && answer.how() == How.CODE && !ISO.matcher(key.code()).matches();
      boolean joined = answer != null && answer.area() != null && !coded;
      String year = joined && isUsed(row) ? sides.contradicted(key.name()) : "";
      if (!year.isEmpty()) {
        tell(row, Severity.ERROR, "districtReformed", "name", key.name(), year);
        rowsOf.values().forEach(rows -> rows.remove(row));
      } else if (joined && isUsed(row)) {
        sides.join(key.name());
      }
    }
    rowsOf.values().removeIf(List::isEmpty);
    sides
        .unsaid()
        .ifPresent(
            reform ->
                general.add(
                    Finding.of(Severity.INFO, "districtVintage", file, table.schema().name())
                        .withColumn(reform.year() + "")
                        .withValue(String.join(", ", sides.joined(reform)), reform.source())));
  }

  private long rows() {
    return table.isLong() ? 0 : table.rows().stream().filter(row -> !isTotal(name(row))).count();
  }

  /** What a row calls itself; a total may do so where others name their larger area. */
  private String name(Feature row) {
    Key key = key(row);
    String own = named(key);
    return own.isEmpty() && isTotal(key.within()) ? key.within() : own;
  }

  /** Each row is a part of the district that it names, or that a row above it does. */
  private void addUp() {
    String above = "";
    Set<String> spelled = new HashSet<>();
    for (Feature row : table.rows()) {
      String named = SmallerAreas.text(row, smaller.larger());
      boolean total =
          smaller.isTotal(row) || Totals.isNation(smaller.name(row), iso3) || sums.isSum(row);
      above = total || named.isEmpty() ? above : named;
      Found answer = smaller.found().get(above);
      if (total) {
        tell(row, Severity.SUM, TOTAL, "name", sums.label(row), "");
      } else if (answer == null) {
        tell(row, Severity.ERROR, "districtMissing", "name", "", "");
      } else if (answer.area() == null) {
        unfound(row, answer, above);
      } else {
        if (answer.how() == How.SPELLING && spelled.add(above)) {
          tell(row, Severity.WARNING, "districtSpelled", "name", above, answer.area().name());
        }
        figure(row);
        if (isUsed(row)) {
          rowsOf.computeIfAbsent(answer.area(), area -> new ArrayList<>()).add(row);
        }
      }
    }
    rowsOf.forEach(this::leaveTotalOut);
    rowsOf.values().removeIf(List::isEmpty);
    general.add(
        Finding.of(Severity.INFO, "censusAddedUp", file, table.schema().name())
            .withColumn(smaller.larger())
            .withValue(
                rowsOf.values().stream().mapToInt(List::size).sum() + "", rowsOf.size() + ""));
  }

  /** One row that has its district's name and the people of all others is their sum. */
  private void leaveTotalOut(Area area, List<Feature> rows) {
    double sum = rows.stream().mapToDouble(this::known).sum();
    for (Feature row : rows.size() < 2 ? List.<Feature>of() : rows) {
      double people = known(row);
      boolean all = SumRows.isSame(people, sum - people);
      if (all && people > 0 && smaller.mayTotal(row, area)) {
        tell(row, Severity.SUM, TOTAL, "name", sums.label(row), "");
        break;
      }
    }
    rows.removeIf(row -> !isUsed(row));
  }

  private Key key(Feature row) {
    Map<String, Object> cells = table.cells(row);
    return new Key(text(cells, "code"), text(cells, "name"), text(cells, "region"));
  }

  private String text(Map<String, Object> cells, String role) {
    Object cell = cells.get(mapping.column(role));
    return NumberText.isMissing(cell) ? "" : cell.toString().strip();
  }

  private void judge(Feature row) {
    String name = name(row);
    Found answer = found.get(key(row));
    boolean bare = answer == null || answer.area() == null && key(row).name().isEmpty();
    if (bare && sums.isSum(row) || answer == null && !name.isEmpty()) {
      tell(row, Severity.SUM, TOTAL, "name", name.isEmpty() ? sums.label(row) : name, "");
    } else if (answer == null) {
      tell(row, Severity.ERROR, "districtMissing", "name", "", "");
    } else if (answer.how() != How.CODE && answer.how() != How.NAME && isTotal(name)) {
      tell(row, Severity.SUM, TOTAL, "name", name, "");
    } else if (answer.area() == null) {
      unfound(row, answer, name);
    } else {
      if (answer.how() == How.SPELLING) {
        tell(row, Severity.WARNING, "districtSpelled", "name", name, answer.area().name());
      }
      figure(row);
      if (!listed.contains(row.row())) {
        rowsOf.computeIfAbsent(answer.area(), area -> new ArrayList<>()).add(row);
      }
    }
  }

  private void unfound(Feature row, Found answer, String name) {
    Key key = key(row);
    if (smaller == null && key.name().isEmpty() && answer.how() == How.NONE) {
      tell(row, Severity.ERROR, "codeUnknown", "code", key.code(), codes);
      return;
    }
    String code =
        switch (answer.how()) {
          case SEVERAL -> "districtAmbiguous";
          case CONTRADICTED -> "districtContradicted";
          default -> answer.nearest().isEmpty() ? "districtNone" : "districtUnknown";
        };
    tell(row, Severity.ERROR, code, "name", name, String.join(", ", answer.nearest()));
  }

  /** The residents of a row, where it has that column, must be a number that can be. */
  private void figure(Feature row) {
    Map<String, Object> cells = table.cells(row);
    String column = mapping.column("population");
    if (table.isLong() && !cells.containsKey(column)) {
      return;
    }
    NumberText number = NumberText.of(cells.get(column), table.schema().decimalComma());
    if (!number.problem().isEmpty()) {
      tell(row, Severity.ERROR, number.problem(), "population", cells.get(column) + "", "");
    } else if (number.value() < 0) {
      tell(row, Severity.ERROR, "populationNegative", "population", number.value() + "", "0");
    }
  }

  /** Two rows with figures of the same column for one district: neither can be told to be right. */
  private void twice() {
    for (Map.Entry<Area, List<Feature>> each : rowsOf.entrySet()) {
      Map<String, List<Feature>> byColumn = new LinkedHashMap<>();
      for (Feature row : each.getValue()) {
        figures(row)
            .forEach(it -> byColumn.computeIfAbsent(it, column -> new ArrayList<>()).add(row));
      }
      Set<Long> told = new HashSet<>();
      for (List<Feature> rows : byColumn.values()) {
        told.addAll(rows.size() > 1 ? rows.stream().map(Feature::row).toList() : List.of());
      }
      List<Feature> several =
          each.getValue().stream().filter(row -> told.contains(row.row())).toList();
      for (Feature row : several) {
        Feature other = several.get(row == several.get(0) ? 1 : 0);
        tell(row, Severity.ERROR, "districtTwice", "name", each.getKey().name(), other.line() + "");
      }
    }
    rowsOf.values().forEach(rows -> rows.removeIf(row -> !isUsed(row)));
    rowsOf.values().removeIf(List::isEmpty);
  }

  /** Rows of no district that together count what the district above them does are its parts. */
  private void parts() {
    for (Feature whole : table.isLong() ? List.<Feature>of() : table.rows()) {
      List<Feature> parts =
          isUsed(whole) ? sums.partsBelow(whole, this::isUnfound) : List.<Feature>of();
      for (Feature row : parts) {
        ofRow.get(row.row()).removeIf(each -> UNFOUND.contains(each.code()));
        tell(row, Severity.SUM, "censusPart", "name", name(row), name(whole));
      }
    }
  }

  private boolean isUnfound(Feature row) {
    return of(row).stream().anyMatch(each -> UNFOUND.contains(each.code()));
  }

  /** In a wide table every row is whole; in a long one it fills the columns it has. */
  private List<String> figures(Feature row) {
    if (!table.isLong()) {
      return List.of("");
    }
    return table.cells(row).keySet().stream()
        .filter(column -> !table.present().contains(column))
        .toList();
  }

  private void totals() {
    List<Feature> totals = table.rows().stream().filter(this::isTotal).toList();
    double largest =
        totals.stream().filter(sums::isGrand).mapToDouble(this::known).max().orElse(Double.NaN);
    List<Feature> again = sums.doubles(largest, this::isUsed);
    for (Feature row : again) {
      Severity severity = doublesOut ? Severity.SUM : Severity.WARNING;
      tell(row, severity, doublesOut ? TOTAL : DOUBLE, "name", sums.label(row), "");
    }
    rowsOf.values().forEach(rows -> rows.removeIf(row -> !isUsed(row)));
    rowsOf.values().removeIf(List::isEmpty);
    for (Feature row : totals) {
      boolean grand = sums.isGrand(row);
      String name = grand ? mapping.column("population") : sums.label(row);
      sums.expected(row, this::isUsed, known(row) == largest)
          .ifPresent(sum -> total(row, name, sum));
    }
  }

  private boolean isTotal(Feature row) {
    return of(row).stream().anyMatch(each -> each.code().equals(TOTAL));
  }

  /** Tells a total that is another than what it is of. */
  private void total(Feature row, String name, double sum) {
    double stated = people(row);
    if (!SumRows.isSame(stated, sum)) {
      general.add(
          table
              .about(row, Severity.WARNING, "censusTotalDiffers")
              .withRow(0)
              .withColumn(name)
              .withValue(plain(stated), plain(sum)));
    }
  }

  private void missing() {
    List<String> without =
        drawing.areas().stream()
            .filter(area -> Double.isNaN(peopleOf(area)))
            .map(Area::name)
            .sorted()
            .toList();
    if (!without.isEmpty()) {
      String names = String.join(", ", without.subList(0, Math.min(MOST_NAMED, without.size())));
      general.add(
          Finding.of(Severity.WARNING, "censusWithout", file, table.schema().name())
              .withValue(names + (without.size() > MOST_NAMED ? " …" : ""), without.size() + ""));
    }
  }

  private void tellColumn() {
    String column = mapping.column("population");
    boolean guessed = CensusHeader.isYearAlone(column);
    List<String> others =
        table.columns().stream()
            .filter(each -> !each.equals(column) && CensusHeader.of(each).year() > 0)
            .limit(MOST_NAMED)
            .toList();
    boolean undated = CensusHeader.of(column).year() == 0 && others.isEmpty();
    String code = undated ? "censusColumnUndated" : "censusColumn";
    general.add(
        Finding.of(
                guessed ? Severity.WARNING : Severity.INFO,
                guessed ? "censusYearTaken" : code,
                file,
                table.schema().name())
            .withColumn(column)
            .withValue(year(), others.isEmpty() ? "–" : String.join(", ", others)));
  }

  private String year() {
    int year = CensusHeader.of(mapping.column("population")).year();
    return year == 0 ? "?" : year + "";
  }

  private static String plain(double people) {
    double told = Math.rint(MILLIONTHS * people) / MILLIONTHS;
    return told == Math.rint(told) ? (long) told + "" : told + "";
  }

  private void tell(
      Feature row, Severity severity, String code, String role, String value, String wanted) {
    String column = mapping.column(role);
    add(
        row,
        table
            .about(row, severity, code)
            .withColumn(column.isEmpty() ? mapping.column("code") : column)
            .withValue(value, wanted));
  }

  private void add(Feature row, Finding finding) {
    ofRow.computeIfAbsent(row.row(), it -> new ArrayList<>()).add(finding);
    if (!finding.severity().uses()) {
      listed.add(row.row());
    }
  }

  /** Areas that rows may be of, each as its code, a tab and its name, by name. */
  List<String> choices() {
    return drawing.choices();
  }

  /** Findings about the table as a whole. */
  List<Finding> general() {
    return general;
  }

  List<Finding> of(Feature row) {
    return ofRow.getOrDefault(row.row(), List.of());
  }

  /** Whether it adds up other rows: it is compared with them. */
  boolean isSum(Feature row) {
    return of(row).stream().anyMatch(each -> each.severity() == Severity.SUM);
  }

  boolean isUsed(Feature row) {
    return !listed.contains(row.row());
  }

  /** Residents that a row states; NaN when it states none, and for a total. */
  double people(Feature row) {
    Object cell = table.cells(row).get(mapping.column("population"));
    return NumberText.of(cell, table.schema().decimalComma()).value();
  }

  private double known(Feature row) {
    double people = people(row);
    return Double.isNaN(people) ? 0 : people;
  }

  private double peopleOf(Area area) {
    return rowsOf.getOrDefault(area, List.of()).stream()
        .mapToDouble(this::people)
        .filter(people -> !Double.isNaN(people))
        .reduce((one, other) -> smaller == null ? one : one + other)
        .orElse(Double.NaN);
  }

  /** The districts that were found, by code, each with the figures of all its rows. */
  Map<Area, LayerFeature> features(String iso3) {
    Map<Area, LayerFeature> features = new TreeMap<>(Comparator.comparing(Area::code));
    rowsOf.forEach((area, rows) -> features.put(area, feature(area, rows, iso3)));
    return features;
  }

  private LayerFeature feature(Area area, List<Feature> rows, String iso3) {
    Map<String, String> values = new LinkedHashMap<>();
    double people = peopleOf(area);
    if (!Double.isNaN(people)) {
      values.put("population", plain(people));
    }
    values.put("year", year());
    Map<String, String> attributes = new LinkedHashMap<>();
    if (smaller != null) {
      table.columns().forEach(column -> addUp(column, rows, attributes));
      return new LayerFeature(area.code(), area.name(), iso3, area.shape(), values, attributes);
    }
    for (Feature row : rows) {
      table
          .cells(row)
          .forEach(
              (column, cell) -> {
                if (cell != null && !cell.toString().isBlank()) {
                  attributes.putIfAbsent(column, cell.toString());
                }
              });
    }
    return new LayerFeature(area.code(), area.name(), iso3, area.shape(), values, attributes);
  }

  /** What all rows say alike, and the sum of what all count. */
  private void addUp(String column, List<Feature> rows, Map<String, String> attributes) {
    boolean comma = table.schema().decimalComma();
    List<Object> cells = rows.stream().map(row -> table.cells(row).get(column)).toList();
    double sum = cells.stream().mapToDouble(cell -> NumberText.of(cell, comma).value()).sum();
    if (!Double.isNaN(sum)) {
      attributes.put(column, plain(sum));
    } else if (!NumberText.isMissing(cells.get(0)) && cells.stream().distinct().count() == 1) {
      attributes.put(column, cells.get(0).toString());
    }
  }
}
