package org.kiungo.web.dataset;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.settle.CensusScaling;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementColumn;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.TowerBuilder;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The planner's records as rows of a dataset version and back. Columns are the record components;
 * an unknown number is left out; a settlement's further columns stand under {@code attributes.}.
 */
public final class StoredRecords {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final String RAIN = "rainMmPerHour";
  private static final String FURTHER = "attributes.";

  private StoredRecords() {}

  /** A row of any layer: its record, then what of the file the record has no place for. */
  public static StoredFeature row(AcceptedRow accepted) {
    StoredFeature row =
        accepted.record() instanceof Settlement each
            ? settlementRow(each, accepted.geometry())
            : row(accepted.record());
    Map<String, Object> columns = row.attributes();
    if (!(accepted.record() instanceof Settlement)) { // a settlement holds all of them itself
      accepted.values().forEach(columns::putIfAbsent);
    }
    accepted.attributes().forEach((name, value) -> columns.putIfAbsent(FURTHER + name, value));
    columns.remove("id");
    return row;
  }

  private static StoredFeature row(Object record) {
    if (record instanceof NetworkNode each) {
      return new StoredFeature(
          each.id(),
          point(each.location()),
          columns(
              "name",
              each.name(),
              "country",
              each.country(),
              "kind",
              each.kind().name(),
              "assumed",
              each.assumed(),
              "source",
              each.source(),
              RAIN,
              each.rainMmPerHour(),
              "capacityMbps",
              each.capacityMbps()));
    }
    if (record instanceof FibreLine each) {
      return new StoredFeature(
          each.id(),
          GEOMETRIES.createLineString(
              each.path().stream().map(StoredRecords::coordinate).toArray(Coordinate[]::new)),
          columns(
              "country", each.country(),
              "operator", each.operator(),
              "status", each.status().name(),
              "source", each.source()));
    }
    if (record instanceof Tower each) {
      return new StoredFeature(
          each.id(),
          point(each.location()),
          columns(
              "country",
              each.country(),
              "heightM",
              each.heightM(),
              "operator",
              each.operator(),
              RAIN,
              each.rainMmPerHour()));
    }
    LayerFeature each = (LayerFeature) record;
    Map<String, Object> columns = columns("name", each.name(), "country", each.country());
    columns.putAll(each.values());
    each.attributes().forEach((name, value) -> columns.put(FURTHER + name, value));
    return new StoredFeature(each.id(), each.geometry(), columns);
  }

  /**
   * A settlement as a row.
   *
   * @param ground its area, from which its place follows; anything else is stored as a point
   */
  public static StoredFeature settlementRow(Settlement each, Geometry ground) {
    Map<String, Object> columns = new LinkedHashMap<>();
    SettlementColumn.write(each, new Columns(columns));
    each.attributes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(further -> columns.put(FURTHER + further.getKey(), further.getValue()));
    boolean area =
        ground != null
            && ground.getDimension() == 2
            && LayerFeature.placeIn(ground).equals(each.location());
    return new StoredFeature(each.id(), area ? ground : point(each.location()), columns);
  }

  /** The area of a settlement's row; null where only its place is known. */
  public static Geometry ground(StoredFeature row) {
    return row.geometry().getDimension() == 2 ? row.geometry() : null;
  }

  /** The settlement of a row. */
  public static Settlement settlement(StoredFeature row) {
    Map<String, String> further = new LinkedHashMap<>();
    row.attributes()
        .forEach(
            (name, value) -> {
              if (name.startsWith(FURTHER)) {
                further.put(name.substring(FURTHER.length()), String.valueOf(value));
              }
            });
    return SettlementColumn.read(new Stored(row))
        .id(row.id())
        .location(place(row.geometry()))
        .attributes(further)
        .build();
  }

  private record Stored(StoredFeature row) implements SettlementColumn.Row {

    @Override
    public boolean has(String column) {
      return row.attributes().containsKey(column);
    }

    @Override
    public String text(String column) {
      return StoredRecords.text(row, column);
    }

    @Override
    public double number(String column) {
      return StoredRecords.number(row, column);
    }

    @Override
    public boolean flag(String column) {
      return Boolean.TRUE.equals(row.attributes().get(column));
    }
  }

  /** Leaves out what is not known. */
  private record Columns(Map<String, Object> to) implements SettlementColumn.Sink {

    @Override
    public void text(String column, String value) {
      to.put(column, value);
    }

    @Override
    public void number(String column, double value) {
      if (!Double.isNaN(value)) {
        to.put(column, value);
      }
    }

    @Override
    public void flag(String column, boolean value) {
      to.put(column, value);
    }
  }

  static NetworkNode node(StoredFeature row) {
    return NetworkNodeBuilder.builder()
        .id(row.id())
        .name(text(row, "name"))
        .location(place(row.geometry()))
        .country(text(row, "country"))
        .kind(NetworkNode.Kind.valueOf(text(row, "kind")))
        .assumed(Boolean.TRUE.equals(row.attributes().get("assumed")))
        .source(text(row, "source"))
        .rainMmPerHour(number(row, RAIN))
        .capacityMbps(number(row, "capacityMbps"))
        .build();
  }

  /** A column's name in the file that it came from. */
  public static String plain(String column) {
    return column.startsWith(FURTHER) ? column.substring(FURTHER.length()) : column;
  }

  /** The fibre line of a row. */
  public static FibreLine fibreLine(StoredFeature row) {
    List<LonLat> path =
        Arrays.stream(row.geometry().getCoordinates()).map(c -> new LonLat(c.x, c.y)).toList();
    return new FibreLine(
        row.id(),
        path,
        text(row, "country"),
        text(row, "operator"),
        status(row),
        text(row, "source"));
  }

  /** Rows stored before the status was kept say only whether a line is operational. */
  private static FibreLine.Status status(StoredFeature row) {
    String status = text(row, "status");
    if (status.isEmpty()) {
      return Boolean.TRUE.equals(row.attributes().get("operational"))
          ? FibreLine.Status.OPERATIONAL
          : FibreLine.Status.UNKNOWN;
    }
    return FibreLine.Status.valueOf(status);
  }

  /** False of a mast that is planned, or of which nobody says whether it works. */
  static boolean isStanding(StoredFeature row) {
    return AcceptedRow.isStanding(text(row, "status"));
  }

  static Tower tower(StoredFeature row) {
    return TowerBuilder.builder()
        .id(row.id())
        .location(place(row.geometry()))
        .country(text(row, "country"))
        .heightM(number(row, "heightM"))
        .operator(text(row, "operator"))
        .rainMmPerHour(number(row, RAIN))
        .build();
  }

  /** What the cells of a population raster add up to; NaN when its import did not say. */
  static double people(StoredFeature row) {
    try {
      return Double.parseDouble(text(row, "people"));
    } catch (NumberFormatException notSaid) {
      return Double.NaN;
    }
  }

  /** What a census counts in a district; NaN where it does not say. */
  static CensusScaling.Count count(StoredFeature row) {
    String people = text(row, "population");
    return new CensusScaling.Count(
        row.id(),
        text(row, "name"),
        text(row, "country"),
        row.geometry(),
        people.isEmpty() ? Double.NaN : Double.parseDouble(people));
  }

  static CoverageArea coverage(StoredFeature row) {
    Map<String, Object> columns = new LinkedHashMap<>();
    row.attributes()
        .forEach(
            (name, value) -> {
              boolean further = name.startsWith(FURTHER);
              columns.putIfAbsent(further ? name.substring(FURTHER.length()) : name, value);
            });
    return CoverageArea.of(row.id(), columns, row.geometry());
  }

  /** A row that has no record of its own, with what says what it is and whether it works. */
  static LayerFeature feature(StoredFeature row) {
    return new LayerFeature(
        row.id(),
        text(row, "name"),
        text(row, "country"),
        row.geometry(),
        Map.of(
            "category", text(row, "category"),
            "status", text(row, "status"),
            "effect", text(row, "effect"),
            "costRatio", text(row, "costRatio")),
        Map.of());
  }

  private static Map<String, Object> columns(Object... namesAndValues) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (int k = 0; k < namesAndValues.length; k += 2) {
      Object value = namesAndValues[k + 1];
      if (!(value instanceof Double number && number.isNaN())) {
        columns.put((String) namesAndValues[k], value);
      }
    }
    return columns;
  }

  private static String text(StoredFeature row, String name) {
    return String.valueOf(row.attributes().getOrDefault(name, ""));
  }

  private static double number(StoredFeature row, String name) {
    return row.attributes().get(name) instanceof Number value ? value.doubleValue() : Double.NaN;
  }

  private static Geometry point(LonLat place) {
    return GEOMETRIES.createPoint(coordinate(place));
  }

  private static Coordinate coordinate(LonLat place) {
    return new Coordinate(place.lon(), place.lat());
  }

  private static LonLat place(Geometry point) {
    return LayerFeature.placeIn(point);
  }
}
