package org.kiungo.geodata.conflate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kiungo.geodata.conflate.ConflatedNetwork.Segment;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A merged network, and what is doubtful of it, as layers to write. */
public final class ConflatedLayer {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private ConflatedLayer() {}

  /** Columns that an import of fibre lines reads again, and where each segment comes from. */
  public static ExportLayer segments(ConflatedNetwork network) {
    List<Map<String, Object>> rows = new ArrayList<>();
    SortedSet<String> further = new TreeSet<>();
    for (Segment each : network.segments()) {
      rows.add(columns(each));
      further.addAll(each.told().keySet());
    }
    List<Field> fields = new ArrayList<>();
    for (String column : List.of("id", "status", "operator", "owner", "medium", "capacityMbps")) {
      fields.add(new Field(column, Field.Type.TEXT));
    }
    for (String column : List.of("serviceDate", "source", "lineId", "seenBy", "toldBy")) {
      fields.add(new Field(column, Field.Type.TEXT));
    }
    fields.add(new Field("lengthKm", Field.Type.REAL));
    fields.stream().map(Field::name).forEach(further::remove);
    further.forEach(column -> fields.add(new Field(column, Field.Type.TEXT)));
    List<Feature> features = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      features.add(new Feature(k + 1L, "", line(network.segments().get(k).path()), rows.get(k)));
    }
    return new ExportLayer("fibre", fields, features, null);
  }

  /** Columns of a segment; what it tells of the cable comes first. */
  public static Map<String, Object> columns(Segment segment) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("id", segment.id());
    columns.put("status", segment.status().name().toLowerCase(Locale.ROOT));
    columns.put("source", segment.keptFrom());
    columns.put("lineId", segment.lineId());
    columns.put("seenBy", String.join("; ", segment.seenBy()));
    columns.put(
        "toldBy",
        String.join(
            "; ",
            segment.toldBy().entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList()));
    columns.put("lengthKm", segment.lengthKm());
    segment.told().forEach(columns::putIfAbsent);
    return columns;
  }

  /** The doubtful stretches with both readings, the one that is not kept as the geometry. */
  public static ExportLayer doubts(ConflatedNetwork network) {
    List<Field> fields = new ArrayList<>();
    for (String column : List.of("id", "reason", "kept", "keptLineId", "other", "otherLineId")) {
      fields.add(new Field(column, Field.Type.TEXT));
    }
    for (String column : List.of("lengthKm", "farthestKm")) {
      fields.add(new Field(column, Field.Type.REAL));
    }
    for (String column :
        List.of(
            "from", "to", "place", "placePassedBy", "keptOperator", "otherOperator", "keptWkt")) {
      fields.add(new Field(column, Field.Type.TEXT));
    }
    List<Feature> rows = new ArrayList<>();
    for (Doubt each : network.doubts()) {
      Map<String, Object> columns = new LinkedHashMap<>();
      columns.put("id", each.id());
      columns.put("reason", each.reason().name().toLowerCase(Locale.ROOT));
      columns.put("kept", each.kept());
      columns.put("keptLineId", each.keptLineId());
      columns.put("other", each.other());
      columns.put("otherLineId", each.otherLineId());
      columns.put("lengthKm", each.lengthKm());
      columns.put("farthestKm", each.farthestKm());
      columns.put("from", each.from());
      columns.put("to", each.to());
      columns.put("place", each.place());
      columns.put("placePassedBy", each.placePassedBy());
      columns.put("keptOperator", each.keptOperator());
      columns.put("otherOperator", each.otherOperator());
      columns.put("keptWkt", line(each.keptPath()).toText());
      rows.add(new Feature(rows.size() + 1L, "", line(each.otherPath()), columns));
    }
    return new ExportLayer("doubtful", fields, rows, null);
  }

  /** A path as a geometry in longitude and latitude. */
  public static Geometry line(List<LonLat> path) {
    return GEOMETRIES.createLineString(
        path.stream().map(at -> new Coordinate(at.lon(), at.lat())).toArray(Coordinate[]::new));
  }
}
