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
  private final Columns columns = new Columns();

  /** Finds out which columns rows have, and of which kind. */
  public static final class Columns {

    private final Map<String, Field.Type> types = new LinkedHashMap<>();

    /**
     * Takes a row.
     *
     * @return it as it is written: numbers that are not known are null, all others texts
     */
    public Map<String, Object> add(Map<String, Object> row) {
      Map<String, Object> known = new LinkedHashMap<>();
      row.forEach((name, value) -> known.put(name, cell(value)));
      known.forEach(
          (name, value) -> {
            if (value != null) {
              types.merge(name, Field.Type.of(value), Field.Type::and);
            }
          });
      return known;
    }

    /** Those that any row has a value in, as they came. */
    public List<Field> fields() {
      return types.entrySet().stream()
          .map(each -> new Field(each.getKey(), each.getValue()))
          .toList();
    }
  }

  /**
   * Adds a row.
   *
   * @param place may be null
   * @param row by column; numbers that are not known and nulls are empty cells
   */
  public void add(String id, Geometry place, Map<String, Object> row) {
    rows.add(new Feature(rows.size() + 1L, id, place, columns.add(row)));
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
    return new ExportLayer(name, columns.fields(), rows, style);
  }

  public static Geometry point(LonLat place) {
    return GEOMETRIES.createPoint(new Coordinate(place.lon(), place.lat()));
  }
}
