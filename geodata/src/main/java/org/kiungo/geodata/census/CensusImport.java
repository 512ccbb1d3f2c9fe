package org.kiungo.geodata.census;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kiungo.geodata.census.CensusDistricts.Area;
import org.kiungo.geodata.census.CensusDistricts.Drawing;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.RowDecisions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.ColumnNames;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.layer.RowWatcher;
import org.kiungo.geodata.layer.WholeTable;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.value.InputRefused;

/** Reads a census table as districts with their residents and all other figures. */
public final class CensusImport implements WholeTable {

  private final CensusDistricts districts;

  public CensusImport(CensusDistricts districts) {
    this.districts = districts;
  }

  @Override
  public List<String> columns(SourceFile file, ReadOptions options) {
    return CensusTable.read(file, options).columns();
  }

  @Override
  public Map<String, String> guess(List<String> columns) {
    return columnsOf(columns);
  }

  /** Declared columns that the names of a table's columns tell. */
  public static Map<String, String> columnsOf(List<String> columns) {
    Map<String, String> guessed = new LinkedHashMap<>();
    for (String role : LayerKind.CENSUS.roles()) {
      String column =
          role.equals("population")
              ? residents(columns)
              : ColumnNames.guess(LayerKind.CENSUS, role, columns);
      boolean taken = guessed.containsValue(column); // one column of names is no larger area too
      if (!column.isEmpty() && !taken) {
        guessed.put(role, column);
      }
    }
    return guessed;
  }

  private static String residents(List<String> columns) {
    String people = CensusHeader.residents(columns);
    return people.isEmpty() ? ColumnNames.households(columns) : people; // which is asked about
  }

  @Override
  public Imported<?> read(
      SourceFile file,
      ReadOptions options,
      String iso3,
      ColumnMapping given,
      Consumer<AcceptedRow> sink,
      RowWatcher watcher,
      RowDecisions decisions) {
    CensusTable table = CensusTable.read(file, options);
    if (table.rows().isEmpty()) {
      throw new InputRefused("layer.empty", "file", file.name(), "layer", table.schema().name());
    }
    ColumnMapping mapping = completed(file, table, given, options);
    List<Drawing> drawings = iso3 == null || iso3.isEmpty() ? List.of() : districts.of(iso3);
    if (drawings.isEmpty()) {
      throw new InputRefused("census.noDistricts", "file", file.name(), "country", iso3 + "");
    }
    decisions.begin(mapping.columns(), options, table.schema().decimalComma());
    table.amend(decisions);
    CensusJoin join =
        new CensusJoin(
            file, table, mapping, iso3, decisions.vintage(), decisions.leavesDoublesOut());
    join.run(drawings);
    DataReport.Builder report = new DataReport.Builder(file.name());
    join.general().forEach(report::add);
    decisions.assumptions(file, table.schema().name()).forEach(report::add);
    watcher.begin(table.schema(), table.present());
    watcher.areas(join.choices());
    for (Feature row : table.rows()) {
      List<Finding> found = join.of(row);
      found.forEach(report::add);
      boolean used = join.isUsed(row);
      report.quantity(join.people(row), used);
      report.row(used, join.isSum(row));
      watcher.row(row, found);
    }
    Map<Area, LayerFeature> features = join.features(iso3);
    features
        .values()
        .forEach(
            each ->
                sink.accept(
                    new AcceptedRow(each, each.values(), each.attributes(), each.geometry())));
    return new Imported<>(
        LayerKind.CENSUS,
        List.of(),
        report.build(),
        LayerReader.of(file).format(),
        table.schema().name(),
        table.schema().encoding(),
        "",
        mapping,
        new InputFile(LayerKind.CENSUS.label(), file.name(), file.sha256(), ""));
  }

  private ColumnMapping completed(
      SourceFile file, CensusTable table, ColumnMapping given, ReadOptions options) {
    Map<String, String> columns = new LinkedHashMap<>(guess(table.columns()));
    if (given != null) {
      columns.putAll(given.columns());
    }
    columns.values().removeIf(String::isEmpty);
    for (String column : columns.values()) {
      if (!table.columns().contains(column)) {
        throw missing(file, table, column);
      }
    }
    if (!columns.containsKey("population")) {
      throw missing(file, table, "population");
    }
    if (!columns.containsKey("code") && !columns.containsKey("name")) {
      throw missing(file, table, "name");
    }
    return new ColumnMapping(columns, options);
  }

  private static InputRefused missing(SourceFile file, CensusTable table, String column) {
    return new InputRefused(
        "file.columnMissing",
        "file",
        file.name(),
        "column",
        column,
        "columns",
        String.join(", ", table.columns()));
  }
}
