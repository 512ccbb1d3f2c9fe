package org.kiungo.geodata.crs;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Lengths and areas of longitude/latitude geometries on the WGS 84 ellipsoid.
 *
 * @see <a href="https://doi.org/10.1007/s00190-012-0578-z">Karney 2013, Algorithms for
 *     geodesics</a>
 */
public final class Geodesics {

  private Geodesics() {}

  /** Sum of the lengths of all lines and rings, km. */
  public static double lengthKm(Geometry geometry) {
    double metres = 0;
    for (int k = 0; k < geometry.getNumGeometries(); k++) {
      Geometry part = geometry.getGeometryN(k);
      if (part instanceof LineString line) {
        metres += metres(line.getCoordinates());
      } else if (part instanceof Polygon polygon) {
        metres += metres(polygon.getExteriorRing().getCoordinates());
        for (int r = 0; r < polygon.getNumInteriorRing(); r++) {
          metres += metres(polygon.getInteriorRingN(r).getCoordinates());
        }
      } else if (part instanceof GeometryCollection) {
        metres += lengthKm(part) * 1000;
      }
    }
    return metres / 1000;
  }

  /** Sum of the areas of all polygons, holes taken out, km². */
  public static double areaKm2(Geometry geometry) {
    double squareMetres = 0;
    for (int k = 0; k < geometry.getNumGeometries(); k++) {
      Geometry part = geometry.getGeometryN(k);
      if (part instanceof Polygon polygon) {
        squareMetres += ringArea(polygon.getExteriorRing());
        for (int r = 0; r < polygon.getNumInteriorRing(); r++) {
          squareMetres -= ringArea(polygon.getInteriorRingN(r));
        }
      } else if (part instanceof GeometryCollection) {
        squareMetres += areaKm2(part) * 1e6;
      }
    }
    return squareMetres / 1e6;
  }

  private static double metres(Coordinate[] path) {
    double sum = 0;
    for (int k = 1; k < path.length; k++) {
      sum +=
          Geodesic.WGS84.Inverse(
                  path[k - 1].y, path[k - 1].x, path[k].y, path[k].x, GeodesicMask.DISTANCE)
              .s12;
    }
    return sum;
  }

  private static double ringArea(LinearRing ring) {
    PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
    Coordinate[] path = ring.getCoordinates();
    for (int k = 0; k < path.length - 1; k++) {
      area.AddPoint(path[k].y, path[k].x);
    }
    return Math.abs(area.Compute(false, true).area);
  }
}
