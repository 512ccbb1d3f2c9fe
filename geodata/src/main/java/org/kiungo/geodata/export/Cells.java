package org.kiungo.geodata.export;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.format.table.CellGuard;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKTWriter;

/** A layer as a table: lon and lat for flat points, well-known text for other geometries. */
final class Cells {

  /** Makes the writer keep as many decimals as a number has; its own choice is 16. */
  private static final PrecisionModel ALL_DIGITS = new PrecisionModel(1e300);

  private final ExportLayer layer;
  private final boolean points;
  private final boolean places;

  Cells(ExportLayer layer) {
    this.layer = layer;
    boolean onlyPoints = true;
    boolean any = false;
    for (Feature feature : layer.features()) {
      Geometry geometry = feature.geometry();
      any |= geometry != null;
      onlyPoints &= geometry == null || isFlatPoint(geometry);
    }
    this.points = onlyPoints;
    this.places = any;
  }

  List<String> header() {
    List<String> header = new ArrayList<>();
    if (places) {
      header.addAll(points ? List.of("lon", "lat") : List.of("wkt"));
    }
    for (Field field : layer.fields()) {
      String name = field.name();
      boolean taken = header.contains(name);
      header.add(taken ? name + " (2)" : name);
    }
    return header;
  }

  /** Values by column; text is guarded, what is no number is an empty cell. */
  List<Object> row(Feature feature) {
    List<Object> row = new ArrayList<>();
    if (places && points) {
      Point point = (Point) feature.geometry();
      row.add(point == null ? null : point.getX());
      row.add(point == null ? null : point.getY());
    } else if (places) {
      row.add(feature.geometry() == null ? null : wkt(feature.geometry()));
    }
    for (Field field : layer.fields()) {
      Object value = feature.attributes().get(field.name());
      boolean unknown = value instanceof Double number && !Double.isFinite(number);
      row.add(value instanceof String text ? CellGuard.guard(text) : unknown ? null : value);
    }
    return row;
  }

  /** A point with a height would lose it in two columns. */
  private static boolean isFlatPoint(Geometry geometry) {
    return geometry instanceof Point point
        && !point.isEmpty()
        && Double.isNaN(point.getCoordinate().getZ());
  }

  private static String wkt(Geometry geometry) {
    boolean hasZ =
        geometry.getCoordinate() != null && !Double.isNaN(geometry.getCoordinate().getZ());
    WKTWriter writer = new WKTWriter(hasZ ? 3 : 2);
    writer.setPrecisionModel(ALL_DIGITS);
    return writer.write(geometry);
  }
}
