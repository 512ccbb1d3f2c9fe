package org.kiungo.geodata.export;

/**
 * What shapes a shapefile holds.
 *
 * @param code of the format, heights excluded: 0 none, 1 point, 3 lines, 5 polygons, 8 multipoint
 * @param heights whether coordinates have heights
 */
record ShapeKind(int code, boolean heights) {

  /** The kind for a geometry type; an empty text for a layer without shapes. */
  static ShapeKind of(String type, boolean heights) {
    int code =
        switch (type) {
          case "Point" -> 1;
          case "MultiPoint" -> 8;
          case "LineString" -> 3;
          case "Polygon" -> 5;
          default -> 0;
        };
    return new ShapeKind(code, heights && code > 0);
  }

  /** The code as the file states it. */
  int stated() {
    return heights ? code + 10 : code;
  }
}
