package org.kiungo.geodata.layer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.geometry.Places;
import org.kiungo.geodata.format.table.NameText;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.geodata.format.table.TruthText;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** One row seen through its layer's declared columns; collects what is wrong with it. */
final class Row {

  /** Digits of what a quantity is in another unit. */
  private static final MathContext TOLD = new MathContext(6, RoundingMode.HALF_UP);

  /** How a row below others is called that adds them up. */
  private static final Pattern SUM =
      Pattern.compile(
          "(grand |sous[- ]?|sub[- ]?)?tota(l|ux|is)( g.n.ral| geral)?|ensemble|jumla|"
              + "(ال)?مجموع|(ال)?[إا]جمالي",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Feature feature;
  private final ColumnMapping mapping;
  private final boolean decimalComma;
  private final Finding about;
  private final Consumer<Finding> out;
  private final Map<String, String> restated = new HashMap<>();
  private boolean usable = true;

  Row(
      Feature feature,
      ColumnMapping mapping,
      boolean decimalComma,
      Finding about,
      Consumer<Finding> out) {
    this.feature = feature;
    this.mapping = mapping;
    this.decimalComma = decimalComma;
    this.about = about;
    this.out = out;
  }

  /** Its number as the file counts, by which alone rows are named. */
  long number() {
    return feature.line();
  }

  /** Whether no error was told of this row, and nobody answered that it is not to be used. */
  boolean isUsable() {
    return usable;
  }

  Geometry geometry() {
    return feature.geometry();
  }

  /** A declared column's value as text, stripped; empty for the usual words for "no value". */
  String text(String role) {
    String instead = restated.get(role);
    if (instead != null) {
      return instead;
    }
    Object value = feature.attributes().get(mapping.column(role));
    String text = NumberText.isMissing(value) ? "" : value.toString().strip();
    boolean folder = mapping.column(role).equals(FolderPath.COLUMN);
    return folder && FolderPath.ROLES.contains(role) ? FolderPath.part(role, text) : text;
  }

  /**
   * A declared column's value as a name of something; empty, with a warning, where it only says
   * that there is none.
   */
  String name(String role) {
    String said = text(role);
    if (NameText.isPlaceholder(said)) {
      tell(Severity.WARNING, "nameNone", role, said, "");
    }
    return NameText.of(said);
  }

  /** The file's own identity of the row: the id column, else the feature's id. */
  String ownId() {
    String id = text("id");
    return id.isEmpty() ? feature.id() : id;
  }

  /** Keeps a declared column's value in other words. */
  void restate(String role, String value) {
    restated.put(role, value);
  }

  /** What the file has in a column of its own; null for nothing. */
  Object cell(String column) {
    return feature.attributes().get(column);
  }

  /** The file's own columns. */
  Collection<String> columns() {
    return feature.attributes().keySet();
  }

  /** The heading of a declared column, empty where it has none. */
  String column(String role) {
    return mapping.column(role);
  }

  boolean has(String role) {
    return !mapping.column(role).isEmpty();
  }

  /**
   * Takes a declared column's value as not known, once that is told: the file alone keeps it, since
   * one word among numbers makes text of a whole column.
   */
  double unknown(String role) {
    restate(role, "");
    return Double.NaN;
  }

  /** A number; NaN with a warning or, if {@code needed}, an error when it cannot be read. */
  double number(String role, boolean needed) {
    if (!has(role)) {
      return Double.NaN;
    }
    Object value = feature.attributes().get(mapping.column(role));
    Measure measure = Measure.of(role);
    NumberText number =
        measure == null
            ? NumberText.of(value, decimalComma)
            : measure.read(value, mapping.column(role), decimalComma);
    if (!number.problem().isEmpty() && !number.problem().equals("numberMissing")) {
      tell(needed ? Severity.ERROR : Severity.WARNING, number.problem(), role, value + "", "");
      return unknown(role);
    }
    if (measure != null && measure.isTold(value) && number.problem().isEmpty()) {
      BigDecimal kept = new BigDecimal(number.value()).round(TOLD).stripTrailingZeros();
      String quantity = kept.toPlainString() + " " + measure.unit();
      tell(Severity.INFO, "unitInCell", role, value + "", quantity);
    }
    return number.value();
  }

  /**
   * A share, 0–1, or all and none as a cell says yes or no; NaN with a warning when it is none or
   * cannot be read.
   *
   * @param parts of what its column holds parts: 1, 100, or all persons of the row, of whom not
   *     known or none there is no share; a cell may say itself that it is per cent
   */
  double share(String role, double parts) {
    Object value = feature.attributes().get(mapping.column(role));
    boolean own = ShareUnit.isOwn(value);
    String text = own ? value.toString().strip() : "";
    Object told = own ? text.substring(0, text.length() - 1) : value;
    NumberText number = NumberText.of(told, decimalComma);
    if (number.problem().equals("notANumber")) {
      Optional<Boolean> said = TruthText.read(value.toString());
      if (said.isPresent()) {
        return said.get() ? 1 : 0;
      }
    }
    if (!number.problem().isEmpty() && !number.problem().equals("numberMissing")) {
      tell(Severity.WARNING, number.problem(), role, value + "", "");
    }
    double whole = own ? 100 : parts;
    if (!(whole > 0)) {
      return Double.NaN;
    }
    if (number.value() < 0 || number.value() > whole) {
      tell(
          Severity.WARNING,
          "ratioOutOfRange",
          role,
          value + "",
          "0–" + BigDecimal.valueOf(whole).stripTrailingZeros().toPlainString());
      return Double.NaN;
    }
    return number.value() / whole;
  }

  /** A number that cannot be negative; NaN with a warning when it is or cannot be read. */
  double atLeastZero(String role) {
    double value = number(role, false);
    if (value < 0) {
      tell(Severity.WARNING, "numberNegative", role, value + "", "0");
      return unknown(role);
    }
    return value;
  }

  /** A number without telling anything; NaN when it cannot be read. */
  double quietNumber(String role) {
    return NumberText.of(feature.attributes().get(mapping.column(role)), decimalComma).value();
  }

  /**
   * Whether a column says yes, in any of the languages of files; false where it says nothing, true
   * with a warning where it is neither: what is not known is marked.
   */
  boolean truth(String role) {
    String said = text(role);
    Optional<Boolean> truth = TruthText.read(said);
    if (truth.isEmpty() && !said.isEmpty()) {
      tell(Severity.WARNING, "truthUnknown", role, said, "true, false");
    }
    return truth.orElse(!said.isEmpty());
  }

  void tell(Severity severity, String code, String role, String found, String expected) {
    usable &= severity.uses();
    out.accept(
        new Finding(
            severity,
            code,
            about.file(),
            about.layer(),
            feature.line(),
            mapping.column(role).isEmpty() ? role : mapping.column(role),
            found,
            expected,
            Places.text(feature.geometry()),
            ""));
  }

  /** Tells that the row lies nowhere: a mistake, or one that adds up the others below them. */
  void tellNoPlace() {
    Optional<String> total =
        feature.attributes().values().stream()
            .filter(String.class::isInstance)
            .map(cell -> cell.toString().strip())
            .filter(cell -> SUM.matcher(cell).matches())
            .findFirst();
    if (total.isPresent()) {
      tell(Severity.SUM, "totalNoPlace", "", total.get(), "");
    } else {
      tell(Severity.ERROR, "geometryMissing", "", "", "");
    }
  }

  /**
   * Where people of this row are taken to live: its point, or a place inside its polygon; null with
   * an error when it has none.
   */
  LonLat place() {
    Geometry geometry = feature.geometry();
    if (geometry == null || geometry.isEmpty()) {
      if (usable) {
        tellNoPlace();
      }
      return null;
    }
    if (geometry.getDimension() == 1) {
      tell(Severity.ERROR, "geometryUnfit", "", geometry.getGeometryType(), "Point");
      return null;
    }
    long points =
        geometry.getDimension() == 0
            ? Arrays.stream(geometry.getCoordinates()).distinct().count()
            : 1;
    if (points > 1) {
      tell(Severity.ERROR, "placesSeveral", "", points + "", "1");
      return null;
    }
    return LayerFeature.placeIn(geometry);
  }

  /** Declared columns that hold something, by name. */
  Map<String, String> values(LayerKind kind) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String role : kind.roles()) {
      if (!text(role).isEmpty()) {
        values.put(role, text(role));
      }
    }
    return values;
  }

  /** Columns that no declared one uses, as text, in the file's order. */
  Map<String, String> otherAttributes() {
    Collection<String> used = mapping.columns().values();
    Map<String, String> others = new LinkedHashMap<>();
    feature
        .attributes()
        .forEach(
            (column, value) -> {
              boolean own = column.equals(LayerImport.PROBLEM_COLUMN);
              if (value != null && !used.contains(column) && !own) {
                others.put(column, value.toString());
              }
            });
    return others;
  }

  /** Country of the row: the claimed one, else the row's own, else where it lies. */
  String country(String claimed, CountryLookup countries) {
    if (claimed != null && !claimed.isEmpty()) {
      return claimed;
    }
    String stated = CountryCodes.iso3(text("country"));
    Coordinate first = geometry() == null ? null : geometry().getCoordinate();
    if (!stated.isEmpty() || first == null) {
      return stated;
    }
    return countries.countryAt(new LonLat(first.x, first.y)).orElse("");
  }
}
