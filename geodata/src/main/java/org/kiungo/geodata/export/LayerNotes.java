package org.kiungo.geodata.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a layer's file says of itself wherever its format has a place for it: members of GeoJSON
 * beside the features, metadata and column descriptions of GeoPackage, FlatGeobuf and GeoParquet, a
 * file beside CSV and in the ZIP of a shapefile. The form is that of <i>CSV on the Web</i>.
 *
 * @param title one line; empty = nothing is said
 * @param facts name to text, in order: of which plan, under which licence, how sure
 * @param columns by name of the layer's column, what it holds
 * @param choices by name of the layer's column, what alone it may hold, for whoever fills it in; a
 *     GeoPackage says so, of which QGIS and QField make a list to choose from
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">W3C Metadata Vocabulary for Tabular
 *     Data</a>
 */
public record LayerNotes(
    String title,
    Map<String, String> facts,
    Map<String, String> columns,
    Map<String, List<String>> choices) {

  /** Nothing. */
  public static final LayerNotes NONE = new LayerNotes("", Map.of(), Map.of());

  /** Of what these words mean. */
  static final String CONTEXT = "http://www.w3.org/ns/csvw";

  /** Ending of the file beside a table, as the standard looks for it. */
  public static final String BESIDE = "-metadata.json";

  public LayerNotes {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
  }

  /** Notes of a layer that nobody fills in. */
  public LayerNotes(String title, Map<String, String> facts, Map<String, String> columns) {
    this(title, facts, columns, Map.of());
  }

  /** Whether nothing is said; what may be chosen is no note for readers. */
  boolean isNone() {
    return title.isEmpty() && facts.isEmpty() && columns.isEmpty();
  }

  /** What a column holds; empty where nothing is said. */
  String column(String name) {
    return columns.getOrDefault(name, "");
  }

  /** Title and facts, a line each. */
  String text() {
    StringBuilder text = new StringBuilder(title);
    facts.forEach((name, fact) -> text.append('\n').append(name).append(": ").append(fact));
    return text.toString();
  }

  /**
   * The notes of a layer as JSON, in one line.
   *
   * @param file the table's, from where the notes lie; empty where they lie within it
   * @param names of the columns in the file, in the layer's order
   */
  static String json(ExportLayer layer, String file, List<String> names) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("@context", CONTEXT);
    whole.putAll(table(layer, file, columns(layer, names)));
    return JsonMapper.shared().writeValueAsString(whole);
  }

  /** The notes of a layer that is a table of text: with the columns of its places. */
  static Map<String, Object> table(ExportLayer layer, String file) {
    List<String> header = new Cells(layer).header();
    int places = header.size() - layer.fields().size();
    List<Map<String, String>> columns = new ArrayList<>();
    for (String name : header.subList(0, places)) {
      Map<String, String> column = new LinkedHashMap<>();
      column.put("name", name);
      column.put("titles", name);
      column.put("datatype", name.equals("wkt") ? "string" : "double");
      columns.add(column);
    }
    columns.addAll(columns(layer, header.subList(places, header.size())));
    // what stands at the head of the column, which is how readers find it
    columns.forEach(each -> each.put("titles", each.get("name")));
    return table(layer, file, columns);
  }

  private static Map<String, Object> table(
      ExportLayer layer, String file, List<Map<String, String>> columns) {
    LayerNotes notes = layer.notes();
    Map<String, Object> table = new LinkedHashMap<>();
    if (!file.isEmpty()) {
      table.put("url", file);
    }
    if (!notes.title.isEmpty()) {
      table.put("dc:title", notes.title);
    }
    if (!notes.facts.isEmpty()) {
      table.put("notes", List.of(notes.facts));
    }
    table.put("tableSchema", Map.of("columns", columns));
    return table;
  }

  private static List<Map<String, String>> columns(ExportLayer layer, List<String> names) {
    List<Map<String, String>> columns = new ArrayList<>();
    for (int k = 0; k < layer.fields().size(); k++) {
      String name = layer.fields().get(k).name();
      Map<String, String> column = new LinkedHashMap<>();
      column.put("name", names.get(k));
      column.put("titles", name);
      column.put(
          "datatype",
          switch (layer.fields().get(k).type()) {
            case INTEGER -> "integer";
            case REAL -> "double";
            case BOOLEAN -> "boolean";
            case TEXT -> "string";
          });
      if (!layer.notes().column(name).isEmpty()) {
        column.put("dc:description", layer.notes().column(name));
      }
      columns.add(column);
    }
    return columns;
  }
}
