package org.kiungo.web.regulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.reference.facts.Evidence;
import org.kiungo.geodata.regulation.BroadbandTarget;
import org.kiungo.geodata.regulation.CountryRegulation;
import org.kiungo.geodata.regulation.RegulationFact;
import org.kiungo.geodata.regulation.Topic;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.told.ToldFact;

/** Countries as one table: a row a fact, a row with empty cells a topic that was not looked up. */
public final class RegulationTable {

  /** What a table without places can be written as. */
  public static final List<String> FORMATS = List.of("csv", "xlsx");

  private static final List<Field> FIELDS =
      List.of(
          new Field("scope", Field.Type.TEXT),
          new Field("topic", Field.Type.TEXT),
          new Field("value", Field.Type.TEXT),
          new Field("low", Field.Type.REAL),
          new Field("high", Field.Type.REAL),
          new Field("unit", Field.Type.TEXT),
          new Field("mbps", Field.Type.REAL),
          new Field("byYear", Field.Type.TEXT),
          new Field("year", Field.Type.TEXT),
          new Field("confidence", Field.Type.TEXT),
          new Field("source", Field.Type.TEXT),
          new Field("sourceUrl", Field.Type.TEXT));

  /** In the place of a confidence: a user filled it in. */
  private static final String TOLD = "TOLD";

  private RegulationTable() {}

  /**
   * Writes the countries into a file whose name ends in one of the {@link #FORMATS}.
   *
   * @throws InputRefused {@code export.formatUnknown}
   */
  public static void write(List<CountryRegulation> countries, Path out) throws IOException {
    String name = out.getFileName().toString();
    String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    ExportFormat.named(checked(format)).write(List.of(layer(countries, List.of())), out);
  }

  /** The format itself; refuses one that needs places. */
  static String checked(String format) {
    if (!FORMATS.contains(format)) {
      throw new InputRefused(
          "export.formatUnknown", "found", format, "allowed", String.join(", ", FORMATS));
    }
    return format;
  }

  /** What users filled in has their own confidence. */
  static ExportLayer layer(List<CountryRegulation> countries, List<ToldFact> told) {
    List<Feature> rows = new ArrayList<>();
    for (CountryRegulation each : countries) {
      for (Topic topic : Topic.values()) {
        List<RegulationFact> facts = each.on(topic);
        facts.forEach(fact -> add(rows, fact(fact)));
        if (facts.isEmpty()) {
          add(
              rows,
              told.stream()
                  .filter(one -> one.country().equals(each.iso3()))
                  .filter(one -> one.topic().equals(topic.name()))
                  .findFirst()
                  .map(RegulationTable::told)
                  .orElse(Map.of("scope", each.iso3(), "topic", topic.name())));
        }
      }
    }
    RegulationWords.targets(countries).forEach(each -> add(rows, target(each)));
    return new ExportLayer("regulation", FIELDS, rows, null);
  }

  private static void add(List<Feature> rows, Map<String, Object> row) {
    rows.add(new Feature(rows.size() + 1L, "", null, row));
  }

  private static Map<String, Object> fact(RegulationFact fact) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("scope", fact.iso3());
    row.put("topic", fact.topic().name());
    row.put("value", fact.value());
    row.put("low", known(fact.low()));
    row.put("high", known(fact.high()));
    row.put("unit", fact.unit());
    told(row, fact.evidence());
    return row;
  }

  private static Map<String, Object> told(ToldFact told) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("scope", told.country());
    row.put("topic", told.topic());
    row.put("value", told.value());
    row.put("year", told.year());
    row.put("confidence", TOLD);
    row.put("source", told.author());
    row.put("sourceUrl", told.sourceUrl());
    return row;
  }

  private static Map<String, Object> target(BroadbandTarget target) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("scope", target.scope());
    row.put("topic", "TARGET_" + target.measure().name());
    row.put("value", target.generation());
    row.put("low", target.amount());
    row.put("high", target.amount());
    row.put("mbps", known(target.mbps()));
    row.put("byYear", target.byYear());
    told(row, target.evidence());
    return row;
  }

  private static void told(Map<String, Object> row, Evidence evidence) {
    row.put("year", evidence.asOf());
    row.put("confidence", evidence.confidence().name());
    row.put("source", evidence.source());
    row.put("sourceUrl", evidence.sourceUrl());
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
