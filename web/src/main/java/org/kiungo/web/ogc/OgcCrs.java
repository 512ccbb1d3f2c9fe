package org.kiungo.web.ogc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** The coordinate systems in which features are asked for and answered. */
enum OgcCrs {
  /** Longitude before latitude: as features are stored. */
  CRS84("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "EPSG:4326", false, 180, 90),
  /** Latitude before longitude, as the authority has it. */
  WGS84("http://www.opengis.net/def/crs/EPSG/0/4326", "EPSG:4326", true, 180, 90),
  /** Metres of web maps. */
  WEB_MERCATOR(
      "http://www.opengis.net/def/crs/EPSG/0/3857",
      "EPSG:3857",
      false,
      20_037_508.342_789_25,
      20_048_966.104_014_6);

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final String uri;
  private final String code;
  private final boolean latitudeFirst;
  private final double mostX;
  private final double mostY;

  OgcCrs(String uri, String code, boolean latitudeFirst, double mostX, double mostY) {
    this.uri = uri;
    this.code = code;
    this.latitudeFirst = latitudeFirst;
    this.mostX = mostX;
    this.mostY = mostY;
  }

  static Optional<OgcCrs> find(String uri) {
    return Arrays.stream(values()).filter(each -> each.uri.equals(uri)).findFirst();
  }

  static List<String> uris() {
    return Arrays.stream(values()).map(OgcCrs::uri).toList();
  }

  String uri() {
    return uri;
  }

  /**
   * The ground of a box, in longitude and latitude. One whose west lies east of its east goes round
   * the back of the Earth.
   *
   * @param box lower corner, upper corner; heights are passed over
   * @throws IllegalArgumentException for another number of them, one that is no number, or a corner
   *     where the system does not reach
   */
  Geometry ground(double... box) {
    int axes = box.length / 2;
    if (box.length != 4 && box.length != 6) {
      throw new IllegalArgumentException(box.length + " numbers of a box");
    }
    int x = latitudeFirst ? 1 : 0;
    double west = box[x];
    double south = box[1 - x];
    double east = box[axes + x];
    double north = box[axes + 1 - x];
    if (!reaches(west, south) || !reaches(east, north) || south > north) {
      throw new IllegalArgumentException("no such box");
    }
    if (west <= east) {
      return lonLat(area(west, south, east, north));
    }
    return lonLat(
        GEOMETRIES.createMultiPolygon(
            new Polygon[] {area(west, south, mostX, north), area(-mostX, south, east, north)}));
  }

  /** Whether its places are told latitude before longitude. */
  boolean isLatitudeFirst() {
    return latitudeFirst;
  }

  /** Whether a box has its upper corner below its lower one, as numbers in another order have. */
  boolean isTurned(double... box) {
    int axes = box.length / 2;
    int y = latitudeFirst ? 0 : 1;
    return (box.length == 4 || box.length == 6) && box[y] > box[axes + y];
  }

  private boolean reaches(double x, double y) {
    return Math.abs(x) <= mostX && Math.abs(y) <= mostY;
  }

  private static Polygon area(double west, double south, double east, double north) {
    return (Polygon) GEOMETRIES.toGeometry(new Envelope(west, east, south, north));
  }

  private Geometry lonLat(Geometry eastFirst) {
    return this == WEB_MERCATOR ? system().toWgs84(eastFirst) : eastFirst;
  }

  /** From longitude and latitude; a copy, except in {@link #CRS84}. */
  Geometry of(Geometry geometry) {
    if (geometry == null || this == CRS84) {
      return geometry;
    }
    return latitudeFirst ? turned(geometry) : system().fromWgs84(geometry);
  }

  /** To longitude and latitude, likewise. */
  Geometry toCrs84(Geometry geometry) {
    if (this == CRS84) {
      return geometry;
    }
    return latitudeFirst ? turned(geometry) : system().toWgs84(geometry);
  }

  private CoordinateSystem system() {
    return CoordinateSystem.findByCode(code).orElseThrow();
  }

  private static Geometry turned(Geometry geometry) {
    Geometry copy = geometry.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence places, int k) {
            double first = places.getOrdinate(k, 0);
            places.setOrdinate(k, 0, places.getOrdinate(k, 1));
            places.setOrdinate(k, 1, first);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }
}
