package org.kiungo.web.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.web.language.Words;

/**
 * A sheet of an XLSForm, all of it text: its first two columns say what a row is.
 *
 * @see <a href="https://xlsform.org/en/ref-table/">XLSForm</a>
 */
public final class FormSheet {

  /** Languages of forms, as their columns name them; a form opens in the first. */
  private static final Map<String, String> LANGUAGES = new LinkedHashMap<>();

  static {
    LANGUAGES.put("en", "English (en)");
    LANGUAGES.put("fr", "French (fr)");
  }

  private static final List<String> TOLD = List.of("label", "hint");

  private final String name;
  private final String words;
  private final List<String> columns = new ArrayList<>();
  private final List<Feature> rows = new ArrayList<>();

  /**
   * @param words how keys of the form's words begin
   */
  private FormSheet(String name, String words, String first, String second) {
    this.name = name;
    this.words = words;
    columns.add(first);
    columns.add(second);
  }

  /** The sheet of questions. */
  public static FormSheet questions(String words) {
    FormSheet sheet = new FormSheet("survey", words, "type", "name");
    sheet.told(TOLD);
    sheet.columns.addAll(
        List.of("required", "relevant", "constraint", "calculation", "appearance"));
    sheet.columns.addAll(List.of("choice_filter", "default"));
    return sheet;
  }

  /**
   * The sheet of answers to choose from.
   *
   * @param more columns that calculations and filters look into
   */
  public static FormSheet choices(String words, String... more) {
    FormSheet sheet = new FormSheet("choices", words, "list_name", "name");
    sheet.told(TOLD.subList(0, 1));
    sheet.columns.addAll(List.of(more));
    return sheet;
  }

  /**
   * The sheet that says what the form is called.
   *
   * @param id of which signs that forms may not have are left out
   * @param instanceName expression for the name of what is filled in
   */
  public static ExportLayer settings(String title, String id, String instanceName) {
    FormSheet sheet = new FormSheet("settings", "", "form_title", "form_id");
    sheet.columns.addAll(List.of("version", "default_language", "instance_name"));
    sheet
        .row(title, "kiungo_" + id.replaceAll("[^A-Za-z0-9_]", "_"))
        .with(
            "version",
            "1",
            "default_language",
            LANGUAGES.values().iterator().next(),
            "instance_name",
            instanceName);
    return sheet.layer();
  }

  /** The words of the language in which forms open. */
  public static Words opening() {
    return Words.in(LANGUAGES.keySet().iterator().next());
  }

  /** Looks up a column of a choice. */
  public static String looked(String list, String question, String column) {
    return "instance('" + list + "')/root/item[name=${" + question + "}]/" + column;
  }

  private void told(List<String> told) {
    for (String each : told) {
      LANGUAGES.values().forEach(language -> columns.add(each + "::" + language));
    }
  }

  /** A row with the words that the bundles have of it. */
  public Row row(String first, String second) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put(columns.get(0), first);
    cells.put(columns.get(1), second);
    LANGUAGES.forEach(
        (language, column) -> {
          for (String each : TOLD) {
            String key = words + second + (each.equals("hint") ? ".hint" : "");
            if (columns.contains(each + "::" + column) && Words.in(language).has(key)) {
              cells.put(each + "::" + column, Words.in(language).text(key));
            }
          }
        });
    rows.add(new Feature(rows.size() + 1L, "", null, cells));
    return new Row(cells);
  }

  /** What nobody is asked. */
  public void calculated(String question, String calculation) {
    row("calculate", question).with("calculation", calculation);
  }

  public ExportLayer layer() {
    List<Field> fields = columns.stream().map(each -> new Field(each, Field.Type.TEXT)).toList();
    return new ExportLayer(name, fields, rows, null);
  }

  /** A row to be filled. */
  public record Row(Map<String, Object> cells) {

    /** The same words in all languages. */
    public Row labelled(String label) {
      LANGUAGES.values().forEach(language -> cells.put("label::" + language, label));
      return this;
    }

    public Row with(String... columnsAndValues) {
      for (int k = 0; k < columnsAndValues.length; k += 2) {
        cells.put(columnsAndValues[k], columnsAndValues[k + 1]);
      }
      return this;
    }
  }
}
