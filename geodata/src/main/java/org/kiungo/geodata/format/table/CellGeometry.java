package org.kiungo.geodata.format.table;

import java.util.List;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.geometry.GeoPackageBinary;
import org.kiungo.geodata.format.geometry.Places;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.kiungo.geodata.format.geometry.StrictWkb;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;

/** Builds the geometry of a table's row from its coordinate columns. */
public final class CellGeometry {

  private static final int DEEPEST = 50;
  private static final String ZONE_MISSING = "zoneMissing";
  private static final String ZONE_UNREAD = "zoneUnread";

  private final CoordinateColumns columns;
  private final Axis lon;
  private final Axis lat;

  /** Where lines end that begin there; null where rows are places. */
  private final CoordinateColumns ends;

  private final Axis endLon;
  private final Axis endLat;

  /** In which the columns are; null where there are none. */
  private final CoordinateSystem crs;

  /** Which zone each row lies in; null where no column says it, or the system has no zones. */
  private final UtmZones zones;

  private final boolean decimalComma;
  private final boolean closeRings;
  private boolean straightened;
  private boolean closed;

  /**
   * @param names of the table's columns
   * @param crs in which the columns are; null where there are none
   * @param zones which zone of it each row lies in; null where no column says it
   * @param closeRings true to close open rings instead of refusing them
   */
  CellGeometry(
      List<String> names,
      CoordinateColumns columns,
      CoordinateSystem crs,
      UtmZones zones,
      boolean decimalComma,
      boolean closeRings) {
    this.columns = columns;
    this.crs = crs;
    this.zones = crs == null || !crs.isUtm() ? null : zones;
    this.lon = Axis.of(names, columns.lon());
    this.lat = Axis.of(names, columns.lat());
    this.ends = columns.ends(names);
    this.endLon = ends == null ? Axis.none() : Axis.of(names, ends.lon());
    this.endLat = ends == null ? Axis.none() : Axis.of(names, ends.lat());
    this.decimalComma = decimalComma;
    this.closeRings = closeRings;
  }

  /**
   * Of a table whose columns have types, so that no comma is in doubt.
   *
   * @param names of its columns
   * @throws org.kiungo.planner.model.value.InputRefused for a declared column that is not there
   */
  public static CellGeometry typed(SourceFile file, ReadOptions options, List<String> names) {
    CoordinateColumns found = CoordinateColumns.find(names, options, file);
    CoordinateSystem crs = TableCrs.of(file, options, found, List.of(), false);
    return new CellGeometry(names, found, crs, null, false, options.repair());
  }

  /** In which the columns are; null where there are none. */
  public CoordinateSystem crs() {
    return crs;
  }

  /** Whether a column holds well-known text. */
  boolean isShape(int column) {
    return column == columns.wkt();
  }

  /** Whether an arc of the geometry last read became straight segments. */
  boolean isStraightened() {
    return straightened;
  }

  /** Whether an open ring of the geometry last read was closed, as asked. */
  boolean isClosed() {
    return closed;
  }

  /** The column at fault when {@link #of} throws. */
  public int columnAtFault(List<?> cells, String code) {
    if (code.equals(ZONE_MISSING) || code.equals(ZONE_UNREAD)) {
      return zones.column();
    }
    if (columns.wkt() >= 0) {
      return columns.wkt();
    }
    Object lonCell = cells.get(columns.lon());
    boolean lonReads = NumberText.ofDegrees(lonCell, decimalComma).problem().isEmpty();
    return lonReads ? columns.lat() : columns.lon();
  }

  /** The row's geometry; null when its cells are blank. */
  public Geometry of(List<?> cells) throws RawGeometry.Unusable {
    straightened = false;
    closed = false;
    if (columns.wkt() >= 0) {
      Object cell = cells.get(columns.wkt());
      if (NumberText.isMissing(cell)) {
        return null;
      }
      String text = cell.toString().strip();
      if (columns.pair() == CoordinateColumns.Pair.QUADKEY) {
        return QuadKey.of(text);
      }
      if (columns.pair() != CoordinateColumns.Pair.NONE) {
        GridReference grid = GridReference.of(text);
        if (grid != null) {
          return RawGeometry.FACTORY.createPoint(ofGrid(grid));
        }
        if (columns.pair() == CoordinateColumns.Pair.GRID) {
          throw new RawGeometry.Unusable("gridUnread", text);
        }
      }
      boolean pairs = columns.pair() != CoordinateColumns.Pair.NONE;
      String[] pair = pairs ? CoordinatePair.of(text) : null;
      return pair == null
          ? parse(text)
          : RawGeometry.FACTORY.createPoint(
              columns.pair() == CoordinateColumns.Pair.LON_FIRST
                  ? new Coordinate(number(pair[0]), number(pair[1]))
                  : new Coordinate(number(pair[1]), number(pair[0])));
    }
    if (columns.lon() < 0) {
      return null;
    }
    if (isMissing(cells, columns)) {
      return null;
    }
    Coordinate place = place(cells, lon, lat);
    if (ends == null) {
      return RawGeometry.FACTORY.createPoint(place);
    }
    return isMissing(cells, ends)
        ? null
        : RawGeometry.FACTORY.createLineString(
            new Coordinate[] {place, place(cells, endLon, endLat)});
  }

  /** Whether rows are straight lines from one place to another. */
  boolean areLines() {
    return ends != null;
  }

  private static boolean isMissing(List<?> cells, CoordinateColumns where) {
    return NumberText.isMissing(cells.get(where.lon()))
        && NumberText.isMissing(cells.get(where.lat()));
  }

  private Coordinate place(List<?> cells, Axis x, Axis y) throws RawGeometry.Unusable {
    double first = x.of(cells, number(cells.get(x.degrees())), decimalComma);
    double second = y.of(cells, number(cells.get(y.degrees())), decimalComma);
    Coordinate place = new Coordinate(first, second);
    return crs == null
        ? place
        : zones == null ? crs.ofColumns(first, second) : ofZone(cells.get(zones.column()), place);
  }

  /**
   * A place of a grid as the layer's system has it: on the datum of that where it is a zone itself,
   * else on WGS 84.
   */
  private Coordinate ofGrid(GridReference grid) throws RawGeometry.Unusable {
    CoordinateSystem wgs84 = CoordinateSystem.ofUtmZone(grid.zone(), grid.northingM());
    boolean declared = crs.isUtm() && !grid.isMilitary();
    CoordinateSystem own =
        declared ? crs.inUtmZone(grid.zone(), grid.northingM()).orElse(wgs84) : wgs84;
    return moved(own, new Coordinate(grid.eastingM(), grid.northingM()));
  }

  /** A place of the zone that a cell names, as the layer's own zone has it. */
  private Coordinate ofZone(Object cell, Coordinate place) throws RawGeometry.Unusable {
    int zone = UtmZones.of(cell);
    CoordinateSystem own = zone == 0 ? null : crs.inUtmZone(zone, place.y).orElse(null);
    if (own == null) {
      boolean missing = NumberText.isMissing(cell);
      throw new RawGeometry.Unusable(
          missing ? ZONE_MISSING : ZONE_UNREAD, missing ? "" : cell.toString());
    }
    if (own.utmZone() == crs.utmZone()) {
      return crs.ofColumns(place.x, place.y);
    }
    return moved(own, place);
  }

  /** A place of another system as the layer's own has it. */
  private Coordinate moved(CoordinateSystem from, Coordinate place) throws RawGeometry.Unusable {
    try {
      Geometry there = from.toWgs84(RawGeometry.FACTORY.createPoint(place));
      return crs.fromWgs84(there).getCoordinate();
    } catch (CoordinateSystem.OutsideSystem outside) {
      throw new RawGeometry.Unusable("coordinateNotFinite", Places.text(place.x, place.y));
    }
  }

  /** Whether rows say in which zone they lie. */
  boolean readsZones() {
    return zones != null;
  }

  private double number(Object cell) throws RawGeometry.Unusable {
    boolean comma = decimalComma || columns.wkt() >= 0 && cell.toString().indexOf(',') >= 0;
    NumberText number = NumberText.ofDegrees(cell, comma);
    if (!number.problem().isEmpty()) {
      String code =
          switch (number.problem()) {
            case "numberAmbiguous", "degreesImpossible" -> number.problem();
            case "numberMissing" -> "coordinateMissing";
            default -> "coordinateNotNumber";
          };
      throw new RawGeometry.Unusable(code, String.valueOf(cell));
    }
    if (Double.isNaN(number.value()) || Double.isInfinite(number.value())) {
      throw new RawGeometry.Unusable("coordinateNotFinite", String.valueOf(cell));
    }
    return number.value();
  }

  private Geometry parse(String text) throws RawGeometry.Unusable {
    String wkt = text.replaceFirst("(?i)^SRID=\\d+;", "");
    try {
      if (wkt.matches("0[01][0-9A-Fa-f]{16,}")) {
        StrictWkb.Decoded decoded = GeoPackageBinary.wkb(WKBReader.hexToBytes(wkt), closeRings);
        straightened = decoded.straightened();
        closed = decoded.closed();
        return decoded.geometry();
      }
      int depth = 0;
      for (int k = 0; k < wkt.length(); k++) {
        depth += wkt.charAt(k) == '(' ? 1 : wkt.charAt(k) == ')' ? -1 : 0;
        if (depth > DEEPEST) {
          throw new RawGeometry.Unusable("wktBroken", text);
        }
      }
      return wellKnown(wkt);
    } catch (ParseException | RuntimeException broken) {
      throw new RawGeometry.Unusable("wktBroken", text);
    }
  }

  private Geometry wellKnown(String wkt) throws ParseException, RawGeometry.Unusable {
    try {
      return new WKTReader(RawGeometry.FACTORY).read(wkt);
    } catch (IllegalArgumentException open) {
      WKTReader closing = new WKTReader(RawGeometry.FACTORY);
      closing.setFixStructure(true);
      Geometry shape = closing.read(wkt);
      if (!closeRings) {
        throw new RawGeometry.Unusable("ringNotClosed", Places.text(shape));
      }
      closed = true;
      return shape;
    }
  }
}
