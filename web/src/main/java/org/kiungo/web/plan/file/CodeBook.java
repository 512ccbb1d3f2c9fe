package org.kiungo.web.plan.file;

import static org.kiungo.web.plan.file.PlanColumn.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kiungo.geodata.format.Field;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.file.PlanColumn.Origin;

/** What each column of a plan's layers holds: meaning, unit, allowed values, evidence. */
final class CodeBook {

  static final String LAYER = "codebook";

  /** Units by how names end, the longest first. */
  private static final Map<String, String> UNITS = units();

  private CodeBook() {}

  /**
   * A column of a layer.
   *
   * @param unit empty where it has none
   * @param allowed in words
   * @param evidence where its values come from, in words
   */
  record Entry(
      String layer, String column, String meaning, String unit, String allowed, String evidence) {}

  private static Map<String, String> units() {
    Map<String, String> units = new LinkedHashMap<>();
    for (String ending :
        List.of("UsdPerYear", "MmPerHour", "Mbps", "Ratio", "Usd", "Km2", "Year", "Km", "Ms")) {
      units.put(ending, ending);
    }
    for (String ending : List.of("Kwp", "Kwh", "Mhz")) {
      units.put(ending, ending);
    }
    units.put("powerW", "W");
    units.put("heightM", "M");
    units.put("population", "people");
    units.put("people", "people");
    return units;
  }

  /** The unit that a name carries, in words; empty where it carries none. */
  static String unit(String name, Words words) {
    for (Map.Entry<String, String> each : UNITS.entrySet()) {
      if (name.endsWith(each.getKey()) || name.startsWith(each.getKey())) {
        return words.text("export.unit." + each.getValue());
      }
    }
    return "";
  }

  /** The book of layers as a layer; it tells of its own columns too. */
  static PlanTable<Entry> of(List<PlanTable<?>> tables, Words words) {
    List<Entry> entries = new ArrayList<>();
    List<PlanColumn<Entry>> own =
        List.of(
            text("layer", Origin.COMPUTED, Entry::layer),
            text("column", Origin.COMPUTED, Entry::column),
            text("meaning", Origin.COMPUTED, Entry::meaning),
            text("unit", Origin.COMPUTED, Entry::unit),
            text("allowedValues", Origin.COMPUTED, Entry::allowed),
            text("evidence", Origin.COMPUTED, Entry::evidence));
    for (PlanTable<?> table : tables) {
      table.columns().forEach(each -> entries.add(entry(table.name(), each, words)));
    }
    own.forEach(each -> entries.add(entry(LAYER, each, words)));
    return new PlanTable<>(LAYER, own, List.copyOf(entries), null, null);
  }

  private static Entry entry(String layer, PlanColumn<?> column, Words words) {
    String own = "export.column." + layer + "." + column.name();
    String common = "export.column." + column.name();
    String key = words.has(own) ? own : common;
    String meaning = words.has(key) ? words.text(key) : words.text("export.column.further");
    return new Entry(
        layer,
        column.name(),
        meaning,
        unit(column.name(), words),
        allowed(column, words),
        words.text("export.evidence." + column.origin().word()));
  }

  private static String allowed(PlanColumn<?> column, Words words) {
    if (!column.allowed().isEmpty()) {
      return String.join(", ", column.allowed().stream().map(each -> value(each, words)).toList());
    }
    String name = column.name();
    if (column.type() == Field.Type.TEXT) {
      return words.text(name.endsWith("Id") ? "export.allowed.id" : "export.allowed.text");
    }
    if (name.endsWith("Ratio")) {
      return words.text("export.allowed.ratio");
    }
    if (name.equals("value")) {
      return words.text("export.allowed.number");
    }
    return words.text(
        column.type() == Field.Type.INTEGER ? "export.allowed.whole" : "export.allowed.positive");
  }

  /** A value as files have it, with what it means in words where these are others. */
  private static String value(String value, Words words) {
    if (value.isEmpty()) {
      return words.text("export.allowed.empty");
    }
    return Stream.of("export.code.", "technology.", "medium.")
        .map(each -> each + value)
        .filter(words::has)
        .findFirst()
        .map(key -> words.text("export.allowed.code", value, words.text(key)))
        .orElse(value);
  }

  /** What the columns of a layer hold, in a sentence each. */
  static Map<String, String> meanings(List<Entry> book, String layer) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (Entry each : book) {
      if (each.layer().equals(layer)) {
        String unit = each.unit().isEmpty() ? "" : " [" + each.unit() + "]";
        meanings.put(
            each.column(),
            each.meaning() + unit + " – " + each.allowed() + " – " + each.evidence());
      }
    }
    return meanings;
  }
}
