package org.kiungo.geodata.format.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureCheck;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.JoinedLayers;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.RasterReader;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.Wgs84Stage;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Looks through a whole file without keeping its rows. */
public final class Inspector {

  /** Problems told one by one; the rest are only counted. */
  static final int MOST_PROBLEMS = 1_000;

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  /** Names of sheets that sum up the others. */
  private static final Pattern SUMS =
      Pattern.compile(
          "(?iu)^(?:total|totaux|totais|all|ensemble|national|summary|synth[eè]se|r[eé]cap|resumo"
              + "|s[ií]ntese|geral|jumla|الإجمالي|المجموع|ملخص)(?!\\p{L}\\p{L}\\p{L}\\p{L}\\p{L})");

  private Inspector() {}

  /**
   * Says what is in a file.
   *
   * @throws InputRefused if the file as a whole cannot be read
   */
  public static Inspection inspect(
      SourceFile file, ReadOptions options, FeatureCheck check, Inspection.Wording wording) {
    LayerReader reader = LayerReader.of(file);
    if (reader instanceof RasterReader rasters) {
      return cells(file, rasters, options, wording);
    }
    Gatherer gatherer = new Gatherer(file, options, check, wording);
    ((VectorReader) reader).stream(file, options, gatherer);
    List<Inspection.Layer> layers = new ArrayList<>(gatherer.layers());
    boolean whole = options.layer().isEmpty() && ((VectorReader) reader).joinsLayers();
    (whole ? joined(layers) : Optional.<Inspection.Layer>empty()).ifPresent(layers::add);
    return new Inspection(reader.format(), layers, null, gatherer.problems.list());
  }

  /**
   * The most layers that have the same columns as one, as sheets of one region each are; empty
   * where there are none. Sheets of years count the same places again, and one of sums all others;
   * so do levels of units, and coarser drawings of them.
   */
  static Optional<Inspection.Layer> joined(List<Inspection.Layer> layers) {
    Map<String, List<Inspection.Layer>> alike = new LinkedHashMap<>();
    List<String> all = layers.stream().map(Inspection.Layer::name).toList();
    for (Inspection.Layer each : layers) {
      boolean part =
          !each.hidden()
              && each.features() > 0
              && !SUMS.matcher(each.name().strip()).find()
              && !LayerNames.isCopy(each.name(), all);
      if (part && each.fields().size() > 1 && !each.name().contains(ReadOptions.JOIN)) {
        String key = each.geometryType() + JoinedLayers.key(names(each)) + each.crs();
        alike.computeIfAbsent(key, none -> new ArrayList<>()).add(each);
      }
    }
    return alike.values().stream()
        .filter(each -> each.size() > 1)
        .filter(each -> !areOfYears(each) && !areOfLevels(each))
        .max(Comparator.comparingInt(List::size))
        .map(Inspector::one);
  }

  /** Whether each is called after a year, and not all after the same one. */
  private static boolean areOfYears(List<Inspection.Layer> layers) {
    List<String> years =
        layers.stream()
            .map(each -> YEAR.matcher(each.name()))
            .filter(Matcher::find)
            .map(Matcher::group)
            .toList();
    return years.size() == layers.size() && years.stream().distinct().count() > 1;
  }

  /** Whether they are called after several levels of units, each of which covers the country. */
  private static boolean areOfLevels(List<Inspection.Layer> layers) {
    return layers.stream()
            .map(each -> LayerNames.level(each.name()))
            .filter(level -> level >= 0)
            .distinct()
            .count()
        > 1;
  }

  private static List<String> names(Inspection.Layer layer) {
    return layer.fields().stream().map(Field::name).toList();
  }

  private static Inspection.Layer one(List<Inspection.Layer> parts) {
    Inspection.Layer first = parts.get(0);
    List<Field> fields = new ArrayList<>(first.fields());
    fields.add(new Field(JoinedLayers.column(names(first)), Field.Type.TEXT));
    Envelope box = new Envelope();
    for (Inspection.Layer each : parts) {
      if (each.bbox() != null) {
        box.expandToInclude(each.bbox()[0], each.bbox()[1]);
        box.expandToInclude(each.bbox()[2], each.bbox()[3]);
      }
    }
    double[] bounds =
        box.isNull()
            ? null
            : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    return new Inspection.Layer(
        parts.stream().map(Inspection.Layer::name).collect(Collectors.joining(ReadOptions.JOIN)),
        first.geometryType(),
        parts.stream().mapToLong(Inspection.Layer::features).sum(),
        first.crs(),
        bounds,
        fields,
        first.encoding(),
        false);
  }

  /** The layers of a vector file without any check of their rows. */
  public static List<Inspection.Layer> layers(SourceFile file, ReadOptions options) {
    if (!(LayerReader.of(file) instanceof VectorReader reader)) {
      return List.of();
    }
    Gatherer gatherer = new Gatherer(file, options, null, Inspection.Wording.CODES);
    reader.stream(file, options, gatherer);
    return gatherer.layers();
  }

  /**
   * The first rows of a vector file, as they stand.
   *
   * @param most rows at most
   */
  public static List<Feature> preview(SourceFile file, ReadOptions options, int most) {
    List<Feature> rows = new ArrayList<>();
    if (LayerReader.of(file) instanceof VectorReader reader) {
      try {
        reader.stream(file, options, new FirstRows(rows, most));
      } catch (Enough enough) {
        return rows;
      }
    }
    return rows;
  }

  /** Ends a reading that has given what was wanted. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  /** Keeps rows until there are enough. */
  private record FirstRows(List<Feature> rows, int most) implements FeatureConsumer {
    @Override
    public void layer(LayerSchema schema) {}

    @Override
    public void feature(Feature feature) {
      if (rows.size() == most) {
        throw new Enough();
      }
      rows.add(feature);
    }

    @Override
    public void finding(Finding finding) {}
  }

  private static Inspection cells(
      SourceFile file, RasterReader reader, ReadOptions options, Inspection.Wording wording) {
    try (Raster raster = Raster.open(file, options.crs())) {
      Problems problems = new Problems(wording);
      RasterSummary summary = RasterSummary.of(raster, 0);
      findings(file, raster, summary).forEach(problems::add);
      Inspection.Cells cells =
          new Inspection.Cells(
              raster.width(),
              raster.height(),
              raster.bands(),
              raster.statedSystem().isEmpty() ? null : raster.statedSystem(),
              Double.isNaN(raster.noData()) ? null : raster.noData(),
              summary.sum(),
              raster.bbox());
      return new Inspection(reader.format(), List.of(), cells, problems.list());
    }
  }

  /** What to know before a raster's cells are counted. */
  public static List<Finding> findings(SourceFile file, Raster raster, RasterSummary summary) {
    List<Finding> findings = new ArrayList<>();
    if (raster.crs() == null) {
      String stated = raster.statedSystem();
      String code =
          !raster.isPlaced()
              ? "rasterWithoutPlace"
              : stated.isEmpty() ? "rasterWithoutCrs" : "rasterCrsUnknown";
      findings.add(Finding.of(Severity.WARNING, code, file, "").withValue(stated, ""));
    }
    if (raster.isScaled()) {
      findings.add(Finding.of(Severity.INFO, "cellsScaled", file, ""));
    }
    if (summary.negative() > 0) {
      findings.add(
          Finding.of(Severity.WARNING, "cellsNegative", file, "")
              .withValue(summary.negative() + "", ""));
    }
    if (summary.implausible() > 0) {
      findings.add(
          Finding.of(Severity.WARNING, "cellsImplausible", file, "")
              .withValue(summary.implausible() + "", ""));
    }
    return findings;
  }

  /** Findings in words, the first thousand. */
  private static final class Problems {
    private final List<Inspection.Problem> problems = new ArrayList<>();
    private final Inspection.Wording wording;
    private long dropped;

    Problems(Inspection.Wording wording) {
      this.wording = wording;
    }

    void add(Finding finding) {
      if (problems.size() >= MOST_PROBLEMS) {
        dropped++;
        return;
      }
      StringBuilder place = new StringBuilder(finding.layer());
      place.append(finding.row() > 0 ? " #" + finding.row() : "");
      place.append(finding.column().isEmpty() ? "" : " [" + finding.column() + "]");
      place.append(finding.place().isEmpty() ? "" : " " + finding.place());
      problems.add(
          new Inspection.Problem(
              finding.severity(),
              finding.code(),
              place.toString().strip(),
              finding.found(),
              wording.say(finding, false),
              wording.say(finding, true)));
    }

    List<Inspection.Problem> list() {
      if (dropped > 0) {
        Finding more =
            new Finding(
                Severity.INFO, "moreFindings", "", "", 0, "", Long.toString(dropped), "", "", "");
        dropped = 0;
        problems.add(
            new Inspection.Problem(
                more.severity(),
                more.code(),
                "",
                more.found(),
                wording.say(more, false),
                wording.say(more, true)));
      }
      return problems;
    }
  }

  /** Counts, bounds and column types of the layers as they stream by. */
  private static final class Gatherer implements FeatureConsumer {
    private final Problems problems;
    private final Wgs84Stage checks;
    private final List<Inspection.Layer> done = new ArrayList<>();
    private LayerSchema schema;
    private long features;
    private Envelope box;
    private TreeSet<String> types;
    private Map<String, Field.Type> fields;

    Gatherer(SourceFile file, ReadOptions options, FeatureCheck check, Inspection.Wording wording) {
      problems = new Problems(wording);
      checks =
          check == null ? null : new Wgs84Stage(file, options, check, new OnlyFindings(problems));
    }

    @Override
    public void layer(LayerSchema begun) {
      finish();
      schema = begun;
      features = 0;
      box = new Envelope();
      types = new TreeSet<>();
      fields = new LinkedHashMap<>();
      begun.columns().forEach(column -> fields.put(column, null));
      if (checks != null) {
        checks.layer(begun);
      }
    }

    @Override
    public void finding(Finding finding) {
      problems.add(finding);
    }

    @Override
    public void feature(Feature feature) {
      features++;
      Geometry geometry = feature.geometry();
      if (geometry != null) {
        types.add(geometry.getGeometryType());
        box.expandToInclude(geometry.getEnvelopeInternal());
      }
      feature.attributes().forEach(this::value);
      if (checks != null) {
        checks.feature(feature);
      }
    }

    private void value(String column, Object value) {
      if (value != null) {
        fields.merge(column, Field.Type.of(value), Field.Type::and);
      } else if (!fields.containsKey(column)) {
        fields.put(column, null);
      }
    }

    private void finish() {
      if (schema == null) {
        return;
      }
      List<Field> columns = new ArrayList<>();
      fields.forEach(
          (name, type) -> columns.add(new Field(name, type == null ? Field.Type.TEXT : type)));
      double[] bounds =
          box.isNull()
              ? null
              : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
      done.add(
          new Inspection.Layer(
              schema.name(),
              geometryType(types),
              features,
              schema.crs() == null ? null : schema.crs().label(),
              bounds,
              columns,
              schema.encoding(),
              schema.hidden()));
      schema = null;
    }

    List<Inspection.Layer> layers() {
      finish();
      return done;
    }
  }

  /** One name for the geometry types of a layer; a type and its Multi form count as the latter. */
  static String geometryType(TreeSet<String> types) {
    if (types.isEmpty()) {
      return "None";
    }
    String first = types.first();
    boolean pair = types.size() == 2 && types.last().equals(first.replaceFirst("^Multi", ""));
    return types.size() == 1 || pair ? first : "Mixed";
  }

  /** Passes findings on and drops rows. */
  private record OnlyFindings(Problems problems) implements FeatureConsumer {
    @Override
    public void layer(LayerSchema schema) {}

    @Override
    public void feature(Feature feature) {}

    @Override
    public void finding(Finding finding) {
      problems.add(finding);
    }
  }
}
