package org.kiungo.geodata.settle;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * Joins a layer in one pass over its rows: each row is looked up among the settlements and
 * forgotten, so that memory grows with the settlements, not with the layer.
 */
sealed interface LayerJoin permits DistanceJoin, CoverageJoin, FacilityJoin, BoundaryJoin {

  /**
   * Takes a row.
   *
   * @param geometry in WGS 84, not empty
   * @param values what else the row says: generation, district, name, country
   */
  void add(Geometry geometry, Map<String, String> values);

  /** Attribute to its value by settlement, null where the layer says nothing. */
  Map<String, String[]> columns();

  /** A number as text: whole ones without a point, not-a-number as null. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return null;
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  static String[] numbers(double[] values) {
    String[] texts = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = number(values[i]);
    }
    return texts;
  }
}
