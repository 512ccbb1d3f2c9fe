package org.kiungo.web.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.export.LayerStyle;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Rows with a place each, made into a layer whose columns are those that any row has. */
public final class PlaceTable {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final List<Feature> rows = new ArrayList<>();
  private final Map<String, Field.Type> types = new LinkedHashMap<>();

  /**
   * Adds a row.
   *
   * @param place may be null
   * @param columns numbers that are not known and nulls are empty cells
   */
  public void add(String id, Geometry place, Map<String, Object> columns) {
    Map<String, Object> known = new LinkedHashMap<>();
    columns.forEach((name, value) -> known.put(name, cell(value)));
    known.forEach(
        (name, value) -> {
          if (value != null) {
            types.merge(name, Field.Type.of(value), Field.Type::and);
          }
        });
    rows.add(new Feature(rows.size() + 1L, id, place, known));
  }

  private static Object cell(Object value) {
    if (value instanceof Integer whole) {
      return whole.longValue();
    }
    if (value instanceof Number number) {
      return Double.isFinite(number.doubleValue()) ? value : null;
    }
    return value == null || value instanceof Boolean ? value : String.valueOf(value);
  }

  /** The layer of all rows so far. */
  public ExportLayer layer(String name, LayerStyle style) {
    List<Field> fields =
        types.entrySet().stream().map(each -> new Field(each.getKey(), each.getValue())).toList();
    return new ExportLayer(name, fields, rows, style);
  }

  public static Geometry point(LonLat place) {
    return GEOMETRIES.createPoint(new Coordinate(place.lon(), place.lat()));
  }
}
