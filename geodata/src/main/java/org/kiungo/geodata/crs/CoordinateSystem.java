package org.kiungo.geodata.crs;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.api.referencing.cs.CoordinateSystemAxis;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Coordinate;
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
              + "(EPSG|ESRI|OGC|CRS)[:/]+(?:[\\d.]*[:/]+)?([A-Za-z]*\\d+)(/E)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UTM = Pattern.compile("(.+) / UTM zone (\\d{1,2})[NS]");

  private static final String EAST = "/E";

  /** Northings of the north reach to 4,200 km, those of the south begin at 6,100 km. */
  private static final double BETWEEN_NORTHINGS_M = 5e6;

  /** What the south's northings have more than the north's. */
  private static final double SOUTH_FALSE_NORTHING_M = 1e7;

  /** Lo grids that count from the equator begin south of it; no westing is as large. */
  private static final double NEAREST_SOUTHING_M = 1.2e6;

  /** Zones that were asked for by name. */
  private static final Map<String, Optional<CoordinateSystem>> ZONES = new ConcurrentHashMap<>();

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
   * urn:ogc:def:crs:EPSG::3857}, {@code urn:ogc:def:crs:OGC:1.3:CRS84}, {@code ESRI:54009}; {@code
   * EPSG:2053/E} is {@link #eastward()}.
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
      CoordinateSystem found = new CoordinateSystem(code, plainName(system), system);
      return Optional.of(
          matcher.group(3) != null && found.isSouthOriented() ? found.eastward() : found);
    } catch (FactoryException unknown) {
      return Optional.empty();
    }
  }

  /**
   * A system whose axes run west and south as offices write it that count to the east instead, and
   * still southwards; its code ends in {@code /E}.
   */
  public CoordinateSystem eastward() {
    return new CoordinateSystem(code + EAST, name + " (X east)", system);
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

  /**
   * Whether its axes run west and south, as those of the Lo grids of southern Africa do, which call
   * them Y and X.
   */
  public boolean isSouthOriented() {
    CoordinateSystemAxis first = system.getCoordinateSystem().getAxis(0);
    return first.getDirection() == AxisDirection.WEST;
  }

  /**
   * A place as its axes have it, of what stands in two columns: of a Lo grid the southing may stand
   * in either of them, and be a northing below zero; of a UTM zone the northing may be of the other
   * hemisphere, since no place of Africa has northings of both.
   *
   * @param x of the column of eastings, or the one called X
   * @param y of that of northings, or the one called Y
   */
  public Coordinate ofColumns(double x, double y) {
    if (isUtm()) {
      return new Coordinate(x, ofHemisphere(y));
    }
    if (!isSouthOriented()) {
      return new Coordinate(x, y);
    }
    boolean far = Math.max(Math.abs(x), Math.abs(y)) > NEAREST_SOUTHING_M;
    double southing = far && Math.abs(y) > Math.abs(x) ? y : x;
    double westing = far && Math.abs(y) > Math.abs(x) ? x : y;
    if (far && southing < 0) {
      return new Coordinate(-westing, -southing);
    }
    return new Coordinate(code != null && code.endsWith(EAST) ? -westing : westing, southing);
  }

  /** A northing of the other hemisphere, which tells itself by its size, as this one counts it. */
  private double ofHemisphere(double northingM) {
    boolean ofSouth = northingM > BETWEEN_NORTHINGS_M;
    boolean south = name.endsWith("S");
    return ofSouth == south || northingM < 0
        ? northingM
        : south ? northingM + SOUTH_FALSE_NORTHING_M : northingM - SOUTH_FALSE_NORTHING_M;
  }

  /** Whether it is a zone of the Universal Transverse Mercator grid, of whatever datum. */
  public boolean isUtm() {
    return UTM.matcher(name).matches();
  }

  /** Its zone; 0 where it is none. */
  public int utmZone() {
    Matcher utm = UTM.matcher(name);
    return utm.matches() ? Integer.parseInt(utm.group(2)) : 0;
  }

  /**
   * Another zone of the same datum; empty where there is none, or this is no zone itself. Northings
   * tell the hemisphere: those of Africa's north end before those of its south begin.
   *
   * @param zone 1 to 60
   * @param northingM of the place that lies in it
   */
  public Optional<CoordinateSystem> inUtmZone(int zone, double northingM) {
    Matcher utm = UTM.matcher(name);
    if (!utm.matches()) {
      return Optional.empty();
    }
    String other =
        utm.group(1) + " / UTM zone " + zone + (northingM < BETWEEN_NORTHINGS_M ? "N" : "S");
    return other.equals(name)
        ? Optional.of(this)
        : ZONES.computeIfAbsent(other, CoordinateSystem::findByName);
  }

  /**
   * A zone of the grid on WGS 84; northings tell the hemisphere, as of {@link #inUtmZone}.
   *
   * @param zone 1 to 60
   * @param northingM of the place that lies in it
   */
  public static CoordinateSystem ofUtmZone(int zone, double northingM) {
    String code = "EPSG:" + ((northingM < BETWEEN_NORTHINGS_M ? 32600 : 32700) + zone);
    return ZONES.computeIfAbsent(code, CoordinateSystem::findByCode).orElseThrow();
  }

  private static Optional<CoordinateSystem> findByName(String name) {
    try {
      CoordinateReferenceSystem found =
          CRS.getAuthorityFactory(true).createProjectedCRS("EPSG:" + name);
      String code = KnownCodes.findCode(found);
      return code == null ? Optional.empty() : findByCode(code);
    } catch (FactoryException unknown) {
      return Optional.empty();
    }
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
