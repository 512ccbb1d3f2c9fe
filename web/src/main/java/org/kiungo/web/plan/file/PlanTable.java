package org.kiungo.web.plan.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.export.LayerNotes;
import org.kiungo.geodata.export.LayerStyle;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer of a plan before it is written.
 *
 * @param <T> what a row is
 * @param name of the layer
 * @param columns in order
 * @param rows in order
 * @param place of a row; null gives rows without any
 * @param style null for none
 */
record PlanTable<T>(
    String name,
    List<PlanColumn<T>> columns,
    List<T> rows,
    Function<T, Geometry> place,
    LayerStyle style) {

  /** Adds it where it has rows. */
  void ifRows(List<PlanTable<?>> tables) {
    if (!rows.isEmpty()) {
      tables.add(this);
    }
  }

  ExportLayer layer(LayerNotes notes) {
    List<Field> fields = columns.stream().map(PlanColumn::field).toList();
    List<Feature> features = new ArrayList<>();
    for (T row : rows) {
      Map<String, Object> values = new LinkedHashMap<>();
      columns.forEach(each -> values.put(each.name(), each.value().apply(row)));
      Geometry at = place == null ? null : place.apply(row);
      String id = at == null ? "" : String.valueOf(values.get(columns.get(0).name()));
      features.add(new Feature(features.size() + 1L, id, at, values));
    }
    return new ExportLayer(name, fields, features, style, notes);
  }
}
