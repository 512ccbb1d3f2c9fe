package org.kiungo.web.compare;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kiungo.web.compare.PlanDifference.Change;
import org.kiungo.web.language.PlaceNames;
import tools.jackson.databind.json.JsonMapper;

/** Writes the places that change, one row each, for a map program or a spreadsheet. */
final class DifferenceFile {

  private static final List<String> LEADING_SIGNS = List.of("=", "+", "-", "@", "\t", "\r", "＝");

  private final JsonMapper json;

  DifferenceFile(JsonMapper json) {
    this.json = json;
  }

  static Map<String, Object> row(Change change, PlaceNames names) {
    PlaceNames.Shown shown = names.of(change.settlement());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("settlementId", change.settlement().id());
    row.put("name", change.settlement().name());
    row.put("shownName", shown.name());
    row.put("nameDerived", shown.derived());
    row.put("district", change.settlement().district());
    row.put("population", change.settlement().population());
    row.put("change", change.kind().name().toLowerCase(Locale.ROOT));
    row.put("fromStatus", change.from().status().name());
    row.put("toStatus", change.to().status().name());
    row.put("fromTechnologyId", change.from().technologyId());
    row.put("toTechnologyId", change.to().technologyId());
    row.put("peopleServedDifference", change.to().peopleServed() - change.from().peopleServed());
    row.put(
        "lifetimeCostUsdDifference",
        change.to().lifetimeCostUsd() - change.from().lifetimeCostUsd());
    return row;
  }

  void geoJson(List<Change> changes, PlaceNames names, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write("{\"type\":\"FeatureCollection\",\"features\":[");
    String between = "\n";
    for (Change each : changes) {
      Map<String, Object> feature = new LinkedHashMap<>();
      feature.put("type", "Feature");
      feature.put("id", each.settlement().id());
      feature.put(
          "geometry",
          Map.of(
              "type",
              "Point",
              "coordinates",
              List.of(each.settlement().location().lon(), each.settlement().location().lat())));
      feature.put("properties", row(each, names));
      writer.write(between);
      writer.write(json.writeValueAsString(feature));
      between = ",\n";
    }
    writer.write("\n]}\n");
    writer.flush();
  }

  void csv(List<Change> changes, PlaceNames names, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    writer.write(
        "settlementId,name,shownName,nameDerived,district,population,change,fromStatus,toStatus,"
            + "fromTechnologyId,toTechnologyId,peopleServedDifference,lifetimeCostUsdDifference,longitude,latitude\r\n");
    for (Change each : changes) {
      Map<String, Object> row = row(each, names);
      row.put("longitude", each.settlement().location().lon());
      row.put("latitude", each.settlement().location().lat());
      writer.write(
          row.values().stream().map(DifferenceFile::cell).collect(Collectors.joining(",")));
      writer.write("\r\n");
    }
    writer.flush();
  }

  /** Quoted where needed; a leading sign that a spreadsheet would run as a formula is disarmed. */
  private static String cell(Object value) {
    if (value instanceof Number number) {
      return Double.isNaN(number.doubleValue()) ? "" : number.toString();
    }
    String text = String.valueOf(value);
    String shown = LEADING_SIGNS.stream().anyMatch(text::startsWith) ? "'" + text : text;
    return shown.matches("(?s).*[\",\r\n].*") ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
  }
}
