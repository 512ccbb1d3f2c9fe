package org.kiungo.geodata.census;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.RowDecisions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.geodata.layer.ColumnNames;
import org.kiungo.geodata.layer.LayerKind;

/**
 * A census table as it stands, with a column for every figure and year: a long table, whose rows
 * say year or indicator, is turned so that "population" of 2013 becomes the column "population
 * 2013". Kept whole: a row may be judged by others.
 */
final class CensusTable implements FeatureConsumer {

  /** Rows kept at most; every commune of a country times indicators and years is fewer. */
  static final int MOST_ROWS = 200_000;

  private static final int MOST_COLUMNS = 2_000;

  private final SourceFile file;
  private final List<Feature> rows = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Feature> notes = new ArrayList<>();
  private final Set<String> present = new LinkedHashSet<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private LayerSchema schema;
  private String year;
  private String indicator;
  private String value;
  private Set<String> keys = Set.of();
  private RowDecisions decisions = RowDecisions.NONE;

  private CensusTable(SourceFile file) {
    this.file = file;
  }

  static CensusTable read(SourceFile file, ReadOptions options) {
    CensusTable table = new CensusTable(file);
    ((VectorReader) LayerReader.of(file)).stream(file, options, table);
    table.notes.addAll(FootNotes.takenFrom(table.rows));
    table.turn();
    return table;
  }

  @Override
  public void layer(LayerSchema begun) {
    schema = begun;
    present.addAll(begun.columns());
  }

  @Override
  public void feature(Feature feature) {
    if (rows.size() == MOST_ROWS) {
      throw SourceFile.tooMuch(file.name(), "rows", "> " + MOST_ROWS, MOST_ROWS);
    }
    present.addAll(feature.attributes().keySet());
    rows.add(feature);
  }

  @Override
  public void finding(Finding finding) {
    findings.add(finding);
  }

  LayerSchema schema() {
    return schema;
  }

  List<Feature> rows() {
    return rows;
  }

  /** What the reader found. */
  List<Finding> findings() {
    return findings;
  }

  /** What is written below the table, each row with what it says; no rows of the table. */
  List<Finding> notes() {
    return notes.stream()
        .map(
            row ->
                about(row, Severity.INFO, "censusNote").withValue(FootNotes.text(row).strip(), ""))
        .toList();
  }

  /** Columns as they stand in the file. */
  List<String> present() {
    return List.copyOf(present);
  }

  /** Columns with those of a long table turned. */
  List<String> columns() {
    return List.copyOf(columns);
  }

  /** Whether rows say year or indicator, so that several are of one district. */
  boolean isLong() {
    return !year.isEmpty() || !value.isEmpty();
  }

  private void turn() {
    year = guessed("year");
    if (!year.isEmpty() && !holdsYears()) {
      year = "";
    }
    indicator = guessed("indicator");
    value = guessed("value");
    if (value.isEmpty() || year.isEmpty() && indicator.isEmpty()) {
      indicator = "";
      value = "";
    }
    keys = new HashSet<>(List.of(guessed("code"), guessed("name"), guessed("region")));
    for (Feature row : rows) {
      columns.addAll(cells(row).keySet());
      if (columns.size() > MOST_COLUMNS) {
        throw SourceFile.tooMuch(file.name(), "columns", "> " + MOST_COLUMNS, MOST_COLUMNS);
      }
    }
    if (rows.isEmpty()) {
      columns.addAll(present);
    }
  }

  private String guessed(String role) {
    return ColumnNames.guess(LayerKind.CENSUS, role, present);
  }

  private boolean holdsYears() {
    return !rows.isEmpty()
        && rows.stream()
            .map(row -> row.attributes().get(year))
            .filter(cell -> !NumberText.isMissing(cell))
            .allMatch(cell -> CensusHeader.isYearAlone(cell.toString()));
  }

  /** Has cells changed as was answered. */
  void amend(RowDecisions answered) {
    decisions = answered;
  }

  /** A row's cells under the turned columns, in their order, as was answered. */
  Map<String, Object> cells(Feature row) {
    Feature turned = new Feature(row.row(), row.line(), row.id(), null, turned(row));
    return decisions.amended(turned).attributes();
  }

  private Map<String, Object> turned(Feature row) {
    if (!isLong()) {
      return row.attributes();
    }
    String ofYear = text(row, year);
    Map<String, Object> cells = new LinkedHashMap<>();
    row.attributes()
        .forEach(
            (column, cell) -> {
              if (column.equals(value)) {
                String named = text(row, indicator);
                cells.put(name(named.isEmpty() ? value : named, ofYear), cell);
              } else if (!column.equals(year) && !column.equals(indicator)) {
                boolean figure = value.isEmpty() && isNumber(cell) && !keys.contains(column);
                cells.put(figure ? name(column, ofYear) : column, cell);
              }
            });
    return cells;
  }

  private static String name(String figure, String year) {
    return year.isEmpty() ? figure : figure + " " + year;
  }

  private static String text(Feature row, String column) {
    Object cell = column.isEmpty() ? null : row.attributes().get(column);
    return NumberText.isMissing(cell) ? "" : cell.toString().strip();
  }

  private boolean isNumber(Object cell) {
    return cell != null && NumberText.of(cell, schema.decimalComma()).problem().isEmpty();
  }

  /** A finding about a row of the file; its place is the row. */
  Finding about(Feature row, Severity severity, String code) {
    return Finding.of(severity, code, file, schema.name())
        .withRow(row.line())
        .withPlace(row.line() + "");
  }
}
