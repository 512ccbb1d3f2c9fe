package org.kiungo.geodata.settle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.RasterReader;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.RowWatcher;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Joins what other files say about the ground settlements stand on, one streaming pass a file; of a
 * vector layer only what distances need is kept (32 bytes a straight piece), of a raster one
 * window.
 *
 * <p>A value that a file does not give stays absent. Every settlement also gets its density.
 */
public final class AttributeJoin {

  /** Density by population and area, people per km². */
  public static final String DENSITY = "densityPerKm2";

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final LayerImport layers = new LayerImport(CountryLookup.NONE);
  private final List<Geometry> ground;
  private final double nearKm;
  private final List<JoinedFile> files = new ArrayList<>();
  private List<Settlement> settlements;

  /**
   * What a file gave.
   *
   * @param name its meaning
   * @param input name and SHA-256 of the file
   * @param attributes it gave, by name
   * @param settlements how many got at least one value
   * @param report what became of its rows; null for a raster
   */
  public record JoinedFile(
      String name, InputFile input, List<String> attributes, long settlements, DataReport report) {}

  /** Takes every settlement's ground to be a circle of its size. */
  public AttributeJoin(List<Settlement> settlements, double nearKm) {
    this(settlements, List.of(), nearKm);
  }

  /**
   * @param ground areas of the settlements in their order, WGS 84; null elements where unknown;
   *     empty = none is known
   * @param nearKm how far from a settlement's centre a facility is still near, 0–100
   */
  public AttributeJoin(List<Settlement> settlements, List<Geometry> ground, double nearKm) {
    if (!(nearKm >= 0 && nearKm <= 100)) {
      throw new InputRefused(
          "field.range", "field", "nearKm", "value", nearKm, "low", 0.0, "high", 100.0);
    }
    this.nearKm = nearKm;
    this.ground = ground;
    this.settlements = settlements;
    String[] density = new String[settlements.size()];
    for (int i = 0; i < density.length; i++) {
      Settlement each = settlements.get(i);
      density[i] = each.areaKm2() > 0 ? LayerJoin.number(each.population() / each.areaKm2()) : null;
    }
    this.settlements = with(settlements, Map.of(DENSITY, density));
  }

  /** The settlements with everything joined so far, in the order given. */
  public List<Settlement> settlements() {
    return settlements;
  }

  /** What each file gave, in the order joined. */
  public List<JoinedFile> files() {
    return List.copyOf(files);
  }

  /**
   * Joins a file.
   *
   * @throws InputRefused if it cannot be read as what it is taken to be
   */
  public void join(AttributeSource source) {
    SourceFile file = SourceFile.of(source.file());
    boolean cells = LayerReader.of(file) instanceof RasterReader;
    AttributeSource.Meaning meaning = source.meaning();
    if (cells && meaning != null) {
      throw new InputRefused("attributes.isRaster", "file", file.name(), "name", source.name());
    }
    if (!cells && meaning == null) {
      throw new InputRefused("attributes.isLayer", "file", file.name(), "name", source.name());
    }
    if (cells) {
      try (Raster raster = Raster.open(source.file())) {
        double[][] found = RasterMean.of(raster, settlements);
        Map<String, String[]> columns = new TreeMap<>();
        columns.put(source.name(), LayerJoin.numbers(found[0]));
        columns.put(source.name() + "Max", LayerJoin.numbers(found[1]));
        keep(source, file, columns, null);
      }
      return;
    }
    LayerJoin join = join(source, meaning);
    Imported<?> read =
        layers.stream(file, meaning.kind(), "", null, row -> add(join, row), RowWatcher.NONE);
    keep(source, file, join.columns(), read.report());
  }

  private LayerJoin join(AttributeSource source, AttributeSource.Meaning meaning) {
    return switch (meaning.kind()) {
      case COVERAGE -> new CoverageJoin(settlements, ground, source.statedGeneration());
      case FACILITIES -> new FacilityJoin(settlements, ground, meaning.attribute(), nearKm);
      case BOUNDARIES -> new BoundaryJoin(settlements);
      default -> new DistanceJoin(settlements, meaning.attribute());
    };
  }

  /** Lines, nodes and masts that are not in service yet give no distance. */
  private static void add(LayerJoin join, AcceptedRow accepted) {
    Object row = accepted.record();
    if (row instanceof LayerFeature feature) {
      Map<String, String> values = new LinkedHashMap<>(feature.values());
      values.putIfAbsent("name", feature.name());
      values.putIfAbsent("country", feature.country());
      if (feature.isInService()) {
        join.add(feature.geometry(), values);
      }
    } else if (row instanceof FibreLine line && line.operational()) {
      Coordinate[] path =
          line.path().stream()
              .map(at -> new Coordinate(at.lon(), at.lat()))
              .toArray(Coordinate[]::new);
      join.add(GEOMETRY.createLineString(path), Map.of());
    } else if (row instanceof NetworkNode node) {
      join.add(point(node.location()), Map.of());
    } else if (row instanceof Tower tower && accepted.isStanding()) {
      join.add(point(tower.location()), Map.of());
    }
  }

  private static Geometry point(LonLat at) {
    return GEOMETRY.createPoint(new Coordinate(at.lon(), at.lat()));
  }

  private void keep(
      AttributeSource source, SourceFile file, Map<String, String[]> columns, DataReport report) {
    long joined = 0;
    for (int i = 0; i < settlements.size(); i++) {
      int at = i;
      joined += columns.values().stream().anyMatch(column -> column[at] != null) ? 1 : 0;
    }
    settlements = with(settlements, columns);
    InputFile input = new InputFile(source.name(), file.name(), file.sha256(), "");
    files.add(
        new JoinedFile(
            source.name(),
            input,
            new TreeMap<>(columns).keySet().stream().toList(),
            joined,
            report));
  }

  /** Changed copies; district, country and distance to the grid are the record's own. */
  private static List<Settlement> with(
      List<Settlement> settlements, Map<String, String[]> columns) {
    List<Settlement> joined = new ArrayList<>(settlements.size());
    for (int i = 0; i < settlements.size(); i++) {
      Settlement s = settlements.get(i);
      Map<String, String> attributes = new LinkedHashMap<>(s.attributes());
      String district = s.district();
      String country = s.country();
      double gridKm = s.distanceToGridKm();
      for (Map.Entry<String, String[]> column : columns.entrySet()) {
        String value = column.getValue()[i];
        if (value == null) {
          continue;
        }
        switch (column.getKey()) {
          case "district" -> district = value;
          case "country" -> country = value;
          case "distanceToGridKm" -> gridKm = Double.parseDouble(value);
          default -> attributes.put(column.getKey(), value);
        }
      }
      joined.add(
          s.with()
              .country(country)
              .district(district)
              .distanceToGridKm(gridKm)
              .attributes(attributes)
              .build());
    }
    return List.copyOf(joined);
  }
}
