package org.kiungo.geodata.format;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a layer.
 *
 * @param row 1 for the first row of data
 * @param id the file's own identity of the row outside its columns; empty when there is none
 * @param geometry in the coordinate system of its layer, or WGS 84 where the caller asked for it;
 *     null when the row has none
 * @param attributes column name to String, Long, Double, Boolean or null, in the file's order
 */
public record Feature(long row, String id, Geometry geometry, Map<String, Object> attributes) {

  Feature withGeometry(Geometry other) {
    return new Feature(row, id, other, attributes);
  }
}
