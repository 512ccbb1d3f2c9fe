package org.kiungo.geodata.format;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a layer.
 *
 * @param row 1 for the first row of data
 * @param line the row's number as the file counts: line of a text table, row of a sheet; else the
 *     same as {@code row}
 * @param id the file's own identity of the row outside its columns; empty when there is none
 * @param geometry in the coordinate system of its layer, or WGS 84 where the caller asked for it;
 *     null when the row has none
 * @param attributes column name to String, Long, Double, Boolean or null, in the file's order
 */
public record Feature(
    long row, long line, String id, Geometry geometry, Map<String, Object> attributes) {

  /** A row that its file numbers by order alone. */
  public Feature(long row, String id, Geometry geometry, Map<String, Object> attributes) {
    this(row, row, id, geometry, attributes);
  }

  /** The same row elsewhere. */
  public Feature withGeometry(Geometry other) {
    return new Feature(row, line, id, other, attributes);
  }
}
