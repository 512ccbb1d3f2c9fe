package org.kiungo.geodata.crs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Geometry;

/**
 * The coordinate system of a layer, always with the east axis first. WGS 84 itself needs no
 * database; any other one opens the EPSG database on its first use, which takes seconds once.
 */
public final class CoordinateSystem {

  /** Brackets within brackets; published systems have fewer than ten. */
  private static final int DEEPEST = 50;

  /** Longitude and latitude in degrees on WGS 84. */
  public static final CoordinateSystem WGS84 =
      new CoordinateSystem("EPSG:4326", "WGS 84", DefaultGeographicCRS.WGS84);

  private static final Pattern CODE =
      Pattern.compile(
          "(?:urn:(?:x-)?ogc:def:crs:|https?://(?:www\\.)?opengis\\.net/def/crs/)?"
              + "(EPSG|ESRI|OGC|CRS)[:/]+(?:[\\d.]*[:/]+)?([A-Za-z]*\\d+)",
          Pattern.CASE_INSENSITIVE);

  private final String code;
  private final String name;
  private final CoordinateReferenceSystem system;
  private MathTransform toWgs84;

  private CoordinateSystem(String code, String name, CoordinateReferenceSystem system) {
    this.code = code;
    this.name = name;
    this.system = system;
  }

  /**
   * Finds a system by its authority's code in any usual spelling: {@code EPSG:32737}, {@code
   * urn:ogc:def:crs:EPSG::3857}, {@code urn:ogc:def:crs:OGC:1.3:CRS84}, {@code ESRI:54009}.
   */
  public static Optional<CoordinateSystem> findByCode(String spelled) {
    Matcher matcher = CODE.matcher(spelled == null ? "" : spelled.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String authority = matcher.group(1).toUpperCase(Locale.ROOT);
    String number = matcher.group(2).toUpperCase(Locale.ROOT);
    if (number.endsWith("84") && !authority.equals("EPSG") && !authority.equals("ESRI")) {
      return Optional.of(WGS84);
    }
    String code = authority + ":" + number;
    if (code.equals("EPSG:4326") || code.equals("EPSG:4979")) {
      return Optional.of(WGS84);
    }
    try {
      CoordinateReferenceSystem system = CRS.decode(code, true);
      return Optional.of(new CoordinateSystem(code, plainName(system), system));
    } catch (FactoryException unknown) {
      return Optional.empty();
    }
  }

  /** Finds a system by its well-known text, of the OGC or of a shapefile's {@code .prj}. */
  public static Optional<CoordinateSystem> findByWkt(String wkt) {
    if (isTooDeep(wkt)) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(CRS.parseWKT(wkt)));
    } catch (FactoryException | RuntimeException notParsed) {
      String code = wkt == null ? null : KnownCodes.findCodeByName(wkt);
      return code == null ? Optional.empty() : findByCode(code);
    }
  }

  /** The parser calls itself for every bracket within a bracket. */
  private static boolean isTooDeep(String wkt) {
    int depth = 0;
    for (int k = 0; wkt != null && k < wkt.length() && depth <= DEEPEST; k++) {
      char c = wkt.charAt(k);
      depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
    }
    return depth > DEEPEST;
  }

  /** Wraps a system that a GeoTools reader found; its axes must already be east first. */
  public static CoordinateSystem of(CoordinateReferenceSystem system) {
    if (CRS.equalsIgnoreMetadata(system, DefaultGeographicCRS.WGS84)) {
      return WGS84;
    }
    String code = KnownCodes.findCode(system);
    if (code != null && system.getIdentifiers().isEmpty() && code.startsWith("EPSG:")) {
      // a shapefile names its datum but not the shift to WGS 84: the database knows that too
      return findByCode(code).orElseThrow();
    }
    return new CoordinateSystem(code, plainName(system), system);
  }

  private static String plainName(CoordinateReferenceSystem system) {
    return system.getName().getCode();
  }

  /** The authority's code such as {@code EPSG:32737}, or the name where no code is known. */
  public String label() {
    return code == null ? name : code;
  }

  /** The authority's code, or null where none is known. */
  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  /** True when coordinates are degrees. */
  public boolean isGeographic() {
    return system instanceof GeographicCRS;
  }

  /** The GeoTools object, for raster work inside this module. */
  public CoordinateReferenceSystem geoTools() {
    return system;
  }

  /**
   * Converts to longitude and latitude.
   *
   * @return a converted copy; the geometry itself for WGS 84
   * @throws OutsideSystem if a coordinate lies where the system does not reach
   */
  public Geometry toWgs84(Geometry geometry) {
    if (this == WGS84) {
      return geometry;
    }
    try {
      return JTS.transform(geometry, transform());
    } catch (TransformException | IllegalArgumentException outside) {
      throw new OutsideSystem(this, outside);
    }
  }

  /**
   * Converts one place.
   *
   * @return {lon, lat} in degrees
   * @throws OutsideSystem if the place lies where the system does not reach
   */
  public double[] toWgs84(double x, double y) {
    double[] place = {x, y};
    if (this != WGS84) {
      try {
        transform().transform(place, 0, place, 0, 1);
      } catch (TransformException | IllegalArgumentException outside) { // angles beyond words
        throw new OutsideSystem(this, outside);
      }
    }
    return place;
  }

  /**
   * Converts from longitude and latitude.
   *
   * @return a converted copy; the geometry itself for WGS 84
   * @throws OutsideSystem if a coordinate lies where the system does not reach
   */
  public Geometry fromWgs84(Geometry geometry) {
    if (this == WGS84) {
      return geometry;
    }
    try {
      return JTS.transform(geometry, transform().inverse());
    } catch (TransformException | IllegalArgumentException outside) {
      throw new OutsideSystem(this, outside);
    }
  }

  private synchronized MathTransform transform() {
    if (toWgs84 == null) {
      try {
        toWgs84 = CRS.findMathTransform(system, DefaultGeographicCRS.WGS84, true);
      } catch (FactoryException none) {
        throw new OutsideSystem(this, none);
      }
    }
    return toWgs84;
  }

  @Override
  public String toString() {
    return label();
  }

  /** A coordinate that its system cannot place on the Earth. */
  public static final class OutsideSystem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutsideSystem(CoordinateSystem system, Exception cause) {
      super(system.label(), cause);
    }
  }
}
