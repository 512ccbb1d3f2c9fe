package org.kiungo.geodata.layer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.FeatureCheck;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.RowDecisions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.format.inspect.Inspector;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Reads a file as a declared layer: each row becomes the planner's record or is listed with the
 * reason. A file that cannot be used as a whole is refused; nothing is stored here.
 */
public final class LayerImport {

  /** The column in which an error file says what is wrong; never read as data. */
  public static final String PROBLEM_COLUMN = "_problem";

  /** Rows of which cells are looked at to know what a column holds. */
  private static final int MOST_SEEN = 400;

  private final CountryLookup countries;
  private final WholeTable census;

  /** Reads every layer but a census. */
  public LayerImport(CountryLookup countries) {
    this(countries, WholeTable.NONE);
  }

  public LayerImport(CountryLookup countries, WholeTable census) {
    this.countries = countries;
    this.census = census;
  }

  /**
   * What is in a file, with the same checks as an import.
   *
   * @param countryIso3 the country it should lie in; empty or null to skip that check
   */
  public Inspection inspect(
      Path path, ReadOptions options, String countryIso3, Inspection.Wording wording) {
    FeatureCheck check = new PlaceCheck(countries, countryIso3, LayerKind.Shape.PLACE);
    return Inspector.inspect(SourceFile.of(path), options, check, wording);
  }

  /**
   * The mapping that {@link #read} would guess, for a screen to show and edit; a needed column that
   * is not found stays without one.
   */
  public ColumnMapping guess(Path path, LayerKind kind, ReadOptions options) {
    return guess(SourceFile.of(path), kind, options);
  }

  /** The same for a file under the name that users know. */
  public ColumnMapping guess(SourceFile file, LayerKind kind, ReadOptions options) {
    Inspection.Layer layer = LayerChoice.choose(file, kind, options);
    if (kind == LayerKind.CENSUS) {
      ReadOptions chosen = options.withLayer(layer.name());
      return new ColumnMapping(census.guess(census.columns(file, chosen)), chosen);
    }
    List<String> columns = layer.fields().stream().map(Field::name).toList();
    Map<String, String> guessed = new LinkedHashMap<>();
    for (String role : kind.roles()) {
      String column = ColumnNames.guess(kind, role, columns);
      if (!column.isEmpty()) {
        guessed.put(role, column);
      }
    }
    if (kind == LayerKind.COVERAGE || columns.contains(FolderPath.COLUMN)) {
      ReadOptions chosen = options.withLayer(layer.name());
      ColumnNames.byCells(kind, guessed, Inspector.preview(file, chosen, MOST_SEEN));
    }
    return new ColumnMapping(guessed, options.withLayer(layer.name()));
  }

  /** Whether the file holds cells instead of rows. */
  public boolean isRaster(SourceFile file) {
    return !(LayerReader.of(file) instanceof VectorReader);
  }

  /** The columns of the layer that would be read, in the file's order, as they can be declared. */
  public List<String> columns(SourceFile file, LayerKind kind, ReadOptions options) {
    Inspection.Layer layer = LayerChoice.choose(file, kind, options);
    return kind == LayerKind.CENSUS
        ? census.columns(file, options.withLayer(layer.name()))
        : layer.fields().stream().map(Field::name).toList();
  }

  public Imported<Settlement> settlements(Path path, String iso3, ColumnMapping mapping) {
    return collected(path, LayerKind.SETTLEMENTS, iso3, mapping);
  }

  /** Network nodes, exchange points or landing points. */
  public Imported<NetworkNode> nodes(
      Path path, LayerKind kind, String iso3, ColumnMapping mapping) {
    return collected(path, kind, iso3, mapping);
  }

  public Imported<FibreLine> fibreLines(Path path, String iso3, ColumnMapping mapping) {
    return collected(path, LayerKind.FIBRE_LINES, iso3, mapping);
  }

  /** Masts that plans may build on: those that are planned are accepted, and told. */
  public Imported<Tower> towers(Path path, String iso3, ColumnMapping mapping) {
    return collected(path, LayerKind.TOWERS, iso3, mapping);
  }

  /** Boundaries, coverage, roads, grid, facilities or indicators. */
  public Imported<LayerFeature> features(
      Path path, LayerKind kind, String iso3, ColumnMapping mapping) {
    return collected(path, kind, iso3, mapping);
  }

  /**
   * Reads any vector layer.
   *
   * @param countryIso3 the country its rows should lie in; empty or null to skip that check
   * @param mapping declared columns; null or missing entries are guessed
   * @throws InputRefused if the file cannot be used as a whole
   */
  public Imported<?> read(Path path, LayerKind kind, String countryIso3, ColumnMapping mapping) {
    return collected(path, kind, countryIso3, mapping);
  }

  @SuppressWarnings("unchecked") // each kind has one record, as records() knows
  private <T> Imported<T> collected(Path path, LayerKind kind, String iso3, ColumnMapping mapping) {
    List<T> records = new ArrayList<>();
    Imported<?> read =
        stream(
            SourceFile.of(path),
            kind,
            iso3,
            mapping,
            row -> {
              if (row.isStanding()) {
                records.add((T) row.record());
              }
            },
            RowWatcher.NONE);
    return read.with(records);
  }

  /** The same without decisions about rows. */
  public Imported<?> stream(
      SourceFile file,
      LayerKind kind,
      String countryIso3,
      ColumnMapping mapping,
      Consumer<AcceptedRow> sink,
      RowWatcher watcher) {
    return stream(file, kind, countryIso3, mapping, sink, watcher, RowDecisions.NONE);
  }

  /**
   * Reads any layer row by row; nothing of a row is kept but a hash of its id and its place, to
   * find it twice.
   *
   * @param countryIso3 the country its rows should lie in; empty or null to skip that check
   * @param mapping declared columns; null or missing entries are guessed
   * @param sink receives each accepted row before the file as a whole is judged: what it did must
   *     be undone when this method throws
   * @param watcher sees every row, accepted or not, with its findings
   * @param decisions what is changed or left out because its user says so
   * @return what {@link #read} returns, without records
   * @throws InputRefused if the file cannot be used as a whole
   */
  public Imported<?> stream(
      SourceFile file,
      LayerKind kind,
      String countryIso3,
      ColumnMapping mapping,
      Consumer<AcceptedRow> sink,
      RowWatcher watcher,
      RowDecisions decisions) {
    if (kind.shape() == LayerKind.Shape.RASTER) {
      ColumnMapping none = mapping == null ? ColumnMapping.guess(ReadOptions.DETECT) : mapping;
      return new RasterImport(file, kind, countries).read(countryIso3, none, sink, watcher);
    }
    if (kind == LayerKind.CENSUS) {
      ReadOptions given = mapping == null ? ReadOptions.DETECT : mapping.options();
      ReadOptions chosen = given.withLayer(LayerChoice.choose(file, kind, given).name());
      return census.read(file, chosen, countryIso3, mapping, sink, watcher, decisions);
    }
    RecordMaker.Context context = new RecordMaker.Context(countryIso3, countries, decisions);
    Map<String, ShareUnit.Told> shares = new HashMap<>();
    RecordMaker<?> maker =
        switch (kind) {
          case SETTLEMENTS -> new SettlementRows(context, shares);
          case NODES, EXCHANGE_POINTS, LANDING_POINTS -> new NodeRows(context, kind, file.name());
          case FIBRE_LINES -> new FibreRows(context, file.name());
          case TOWERS -> new TowerRows(context);
          default -> new FeatureRows(context, kind);
        };
    return read(
        file,
        kind,
        countryIso3,
        mapping,
        shares,
        new RowCollector<>(file, kind, maker, sink, watcher, decisions));
  }

  private Imported<?> read(
      SourceFile file,
      LayerKind kind,
      String iso3,
      ColumnMapping given,
      Map<String, ShareUnit.Told> told,
      RowCollector<?> collector) {
    ColumnMapping declared = given == null ? ColumnMapping.guess(ReadOptions.DETECT) : given;
    Inspection.Layer layer = LayerChoice.choose(file, kind, declared.options());
    List<String> columns = layer.fields().stream().map(Field::name).toList();
    ColumnMapping completed = declared.completed(kind, columns, file.name());
    PlaceCheck places = new PlaceCheck(countries, iso3, kind.shape());
    ReadOptions options = completed.options().withLayer(layer.name());
    LayerReader reader = LayerReader.of(file);
    ColumnMapping mapping = withoutProvinces(completed, (VectorReader) reader, file, options);
    if (kind == LayerKind.COVERAGE && !declared.columns().containsKey("generation")) {
      Map<String, String> guessed = new LinkedHashMap<>(mapping.columns());
      ColumnNames.byCells(kind, guessed, Inspector.preview(file, options, MOST_SEEN));
      mapping = new ColumnMapping(guessed, mapping.options());
    }
    collector.begin(mapping, columns, options, places);
    if (kind == LayerKind.SETTLEMENTS) {
      ShareColumns shares = new ShareColumns(mapping, file, layer.name());
      if (shares.any()) {
        ((VectorReader) reader).stream(file, options, shares);
        told.putAll(shares.told());
        shares.findings().forEach(collector::finding);
      }
    }
    ((VectorReader) reader).stream(file, options, collector.entry());
    collector.requireUnitsFit();
    collector.tellWhole();
    mapping.columns().forEach((role, column) -> tellUnit(role, column, file, layer, collector));
    if (kind == LayerKind.GRID && mapping.column("voltageKv").isEmpty()) {
      collector.report.add(Finding.of(Finding.Severity.INFO, "voltageNone", file, layer.name()));
    }
    DataReport report = collector.report.build();
    LayerChoice.requireUsable(report, layer, kind, file);
    boolean claimed = iso3 != null && !iso3.isEmpty();
    boolean asked = collector.isJudged() && claimed && kind.shape() == LayerKind.Shape.PLACE;
    if (places.swappedRows() * 2 > report.rowsIn() && (options.swapAxes() || !asked)) {
      throw new InputRefused(
          options.swapAxes() ? "file.exchangeMisplaces" : "file.coordinatesSwapped",
          "file",
          file.name(),
          "rows",
          places.swappedRows() + "",
          "place",
          places.firstSwapped(),
          "country",
          iso3 == null ? "" : iso3);
    }
    return new Imported<>(
        kind,
        List.of(),
        report,
        reader.format(),
        layer.name(),
        layer.encoding(),
        layer.crs() == null ? "" : layer.crs(),
        mapping,
        new InputFile(kind.label(), file.name(), file.sha256(), ""));
  }

  /** Says in which unit a column is read, where its heading names another than its own. */
  private static void tellUnit(
      String role,
      String column,
      SourceFile file,
      Inspection.Layer layer,
      RowCollector<?> collector) {
    Measure measure = Measure.of(role);
    if (measure != null && measure.differs(measure.unitOf(column))) {
      collector.report.add(
          Finding.of(Finding.Severity.INFO, "unitRead", file, layer.name())
              .withValue(column, measure.unit()));
    }
  }

  /** The same without a column "state" that holds no state of anything that is built. */
  private static ColumnMapping withoutProvinces(
      ColumnMapping mapping, VectorReader reader, SourceFile file, ReadOptions options) {
    String column = mapping.column("status");
    if (!StateColumn.isUnsure(column)) {
      return mapping;
    }
    StateColumn state = new StateColumn(column);
    reader.stream(file, options, state);
    return state.tellsStates() ? mapping : mapping.without("status");
  }
}
