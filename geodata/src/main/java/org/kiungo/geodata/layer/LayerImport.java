package org.kiungo.geodata.layer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureCheck;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.Inspection;
import org.kiungo.geodata.format.Inspector;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.Wgs84Stage;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;

/**
 * Reads a file as a declared layer: each row becomes the planner's record or is listed with the
 * reason. A file that cannot be used as a whole is refused; nothing is stored here.
 */
public final class LayerImport {

  private final CountryLookup countries;

  public LayerImport(CountryLookup countries) {
    this.countries = countries;
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

  /** The mapping that {@link #read} would guess, for a screen to show and edit. */
  public ColumnMapping guess(Path path, LayerKind kind, ReadOptions options) {
    SourceFile file = SourceFile.of(path);
    Inspection.Layer layer = choose(file, kind, options);
    List<String> columns = layer.fields().stream().map(Field::name).toList();
    return ColumnMapping.guess(options.withLayer(layer.name()))
        .completed(kind, columns, file.name());
  }

  public Imported<Settlement> settlements(Path path, String iso3, ColumnMapping mapping) {
    return read(
        path, LayerKind.SETTLEMENTS, iso3, mapping, (context, name) -> new SettlementRows(context));
  }

  /** Network nodes, exchange points or landing points. */
  public Imported<NetworkNode> nodes(
      Path path, LayerKind kind, String iso3, ColumnMapping mapping) {
    return read(path, kind, iso3, mapping, (context, name) -> new NodeRows(context, kind, name));
  }

  public Imported<FibreLine> fibreLines(Path path, String iso3, ColumnMapping mapping) {
    return read(path, LayerKind.FIBRE_LINES, iso3, mapping, FibreRows::new);
  }

  public Imported<Tower> towers(Path path, String iso3, ColumnMapping mapping) {
    return read(path, LayerKind.TOWERS, iso3, mapping, (context, name) -> new TowerRows(context));
  }

  /** Boundaries, coverage, roads, grid, facilities or indicators. */
  public Imported<LayerFeature> features(
      Path path, LayerKind kind, String iso3, ColumnMapping mapping) {
    return read(path, kind, iso3, mapping, (context, name) -> new FeatureRows(context, kind));
  }

  /**
   * Reads any vector layer.
   *
   * @param countryIso3 the country its rows should lie in; empty or null to skip that check
   * @param mapping declared columns; null or missing entries are guessed
   * @throws InputRefused if the file cannot be used as a whole
   */
  public Imported<?> read(Path path, LayerKind kind, String countryIso3, ColumnMapping mapping) {
    return switch (kind) {
      case SETTLEMENTS -> settlements(path, countryIso3, mapping);
      case NODES, EXCHANGE_POINTS, LANDING_POINTS -> nodes(path, kind, countryIso3, mapping);
      case FIBRE_LINES -> fibreLines(path, countryIso3, mapping);
      case TOWERS -> towers(path, countryIso3, mapping);
      case POPULATION_RASTER, ELEVATION ->
          throw new InputRefused(
              "layer.needsRaster",
              "file",
              String.valueOf(path.getFileName()),
              "layer",
              kind.label());
      default -> features(path, kind, countryIso3, mapping);
    };
  }

  private interface Maker<T> {
    RecordMaker<T> of(RecordMaker.Context context, String sourceName);
  }

  private <T> Imported<T> read(
      Path path, LayerKind kind, String iso3, ColumnMapping given, Maker<T> maker) {
    SourceFile file = SourceFile.of(path);
    ColumnMapping declared = given == null ? ColumnMapping.guess(ReadOptions.DETECT) : given;
    Inspection.Layer layer = choose(file, kind, declared.options());
    List<String> columns = layer.fields().stream().map(Field::name).toList();
    ColumnMapping mapping = declared.completed(kind, columns, file.name());
    PlaceCheck places = new PlaceCheck(countries, iso3, kind.shape());
    RecordMaker<T> records = maker.of(new RecordMaker.Context(iso3, countries), file.name());
    Collector<T> collector = new Collector<>(file, mapping, records);
    LayerReader reader = LayerReader.of(file);
    ((VectorReader) reader)
        .read(
            file,
            mapping.options().withLayer(layer.name()),
            new Wgs84Stage(file, places, collector));
    DataReport report = collector.report.build();
    if (places.swappedRows() * 2 > report.rowsIn()) {
      throw new InputRefused(
          "file.coordinatesSwapped",
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
        collector.records,
        report,
        reader.format(),
        layer.name(),
        layer.encoding(),
        layer.crs() == null ? "" : layer.crs(),
        mapping,
        new InputFile(kind.label(), file.name(), file.sha256(), ""));
  }

  /** The layer meant: the one named, else the only one whose geometry fits. */
  private static Inspection.Layer choose(SourceFile file, LayerKind kind, ReadOptions options) {
    if (!(LayerReader.of(file) instanceof VectorReader)) {
      throw new InputRefused("layer.isRaster", "file", file.name(), "layer", kind.label());
    }
    List<Inspection.Layer> layers = Inspector.layers(file, options);
    String names = String.join(", ", layers.stream().map(Inspection.Layer::name).toList());
    List<Inspection.Layer> fitting =
        layers.size() == 1 || !options.layer().isEmpty()
            ? layers
            : layers.stream().filter(layer -> fits(kind, layer)).toList();
    if (fitting.isEmpty()) {
      throw new InputRefused(
          "layer.missing", "file", file.name(), "layer", options.layer(), "layers", names);
    }
    if (fitting.size() > 1) {
      throw new InputRefused("layer.ambiguous", "file", file.name(), "layers", names);
    }
    return fitting.get(0);
  }

  private static boolean fits(LayerKind kind, Inspection.Layer layer) {
    String type = layer.geometryType().toLowerCase(Locale.ROOT);
    return switch (kind.shape()) {
      case LINE -> type.endsWith("linestring");
      case AREA -> type.endsWith("polygon");
      case PLACE -> type.endsWith("point") || type.endsWith("polygon");
      default -> type.equals("none");
    };
  }

  /** Counts rows and gathers records and findings as the rows stream by. */
  private static final class Collector<T> implements FeatureConsumer {
    private final DataReport.Builder report;
    private final ColumnMapping mapping;
    private final RecordMaker<T> maker;
    private final SourceFile file;
    private final List<T> records = new ArrayList<>();
    private LayerSchema schema;
    private Finding about;
    private long badRow;

    Collector(SourceFile file, ColumnMapping mapping, RecordMaker<T> maker) {
      this.file = file;
      this.report = new DataReport.Builder(file.name());
      this.mapping = mapping;
      this.maker = maker;
    }

    @Override
    public void layer(LayerSchema begun) {
      schema = begun;
      about = new Finding(Severity.INFO, "", file.name(), begun.name(), 0, "", "", "", "", "");
    }

    @Override
    public void finding(Finding finding) {
      report.add(finding);
      if (finding.severity() == Severity.ERROR && finding.row() > 0) {
        badRow = finding.row();
      }
    }

    @Override
    public void feature(Feature feature) {
      Row row = new Row(feature, mapping, schema.decimalComma(), about, this::finding);
      boolean usable = badRow != feature.row();
      if (usable) {
        maker.make(row, records::add);
        usable = row.isUsable();
      }
      report.quantity(maker.quantity(row), usable);
      report.row(usable);
    }
  }
}
