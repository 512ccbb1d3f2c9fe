package org.kiungo.geodata.format.table;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Where a table keeps its coordinates, found by its column names in English, French, Portuguese,
 * Arabic and Swahili.
 *
 * @param lon index of the longitude or easting column, −1 when there is none
 * @param lat index of the latitude or northing column, −1 when there is none
 * @param wkt index of the column of well-known text, or of both coordinates beside one another, −1
 *     when there is none
 * @param pair in which order that column may hold both
 */
public record CoordinateColumns(int lon, int lat, int wkt, Pair pair) {

  /** Which of two coordinates beside one another is the first. */
  public enum Pair {
    /** No pair is read. */
    NONE,
    LAT_FIRST,
    LON_FIRST,
    /** Cells are places of the UTM grid with their zone, or of the military grid. */
    GRID,
    /** Cells are tiles of maps of the web, by their quadkeys. */
    QUADKEY;

    static Pair of(String plainName) {
      if (GRIDS.contains(plainName)) {
        return GRID;
      }
      int lat = plainName.indexOf("lat");
      int lon = plainName.indexOf("lon");
      return lon >= 0 && (lat < 0 || lon < lat) ? LON_FIRST : LAT_FIRST;
    }
  }

  private CoordinateColumns(int lon, int lat, int wkt) {
    this(lon, lat, wkt, Pair.NONE);
  }

  private static final List<String> LON =
      List.of(
          "longitude",
          "lon",
          "long",
          "lng",
          "xdeg",
          "longitud",
          "longitudo",
          "خطالطول",
          "الطول",
          "coordx",
          "xcoord",
          "pointx",
          "x",
          "easting",
          "este",
          "est",
          "utme",
          "xutm",
          "southing"); // of the grids of southern Africa, whose Y is a westing
  private static final List<String> LAT =
      List.of(
          "latitude",
          "lat",
          "lat",
          "lat",
          "ydeg",
          "latitud",
          "latitudo",
          "خطالعرض",
          "العرض",
          "coordy",
          "ycoord",
          "pointy",
          "y",
          "northing",
          "norte",
          "nord",
          "utmn",
          "yutm",
          "westing");
  private static final List<String> WKT =
      List.of(
          "wkt",
          "geom",
          "geometry",
          "thegeom",
          "geomwkt",
          "wktgeom",
          "geometrie",
          "shape",
          "trace",
          "tracado");

  /** Of tiles of speed tests, whose squares are what is meant, and of their well-known text. */
  private static final String SPEED = "avgdkbps";

  private static final String QUADKEY = "quadkey";

  private static final String TILE = "tile";

  /** Of places of the UTM or military grid. */
  private static final List<String> GRIDS =
      List.of("mgrs", "mgrsgrid", "coordonneesutm", "coordenadasutm", "utmcoordinates");

  /** Of both coordinates in one cell. */
  private static final List<String> PAIR =
      List.of(
          "coordonnees",
          "coordonneesgps",
          "coordonneesgeographiques",
          "coordinates",
          "gpscoordinates",
          "coordenadas",
          "coordenadasgps",
          "gps",
          "positiongps",
          "localisationgps",
          "geopoint",
          "latlong",
          "latlon",
          "latitudelongitude",
          "longlat",
          "lonlat",
          "longitudelatitude",
          "الاحداثيات",
          "الإحداثيات",
          "إحداثيات");

  private static final int LAST_WORD = 8;

  /** Fewer cells are alike by chance. */
  private static final int FEWEST_CELLS = 3;

  /** Words by which a line begins, and below in the same order those by which it ends. */
  private static final List<Set<String>> BEGINS =
      List.of(
          Set.of("a"),
          Set.of("1"),
          Set.of("from", "start", "begin", "source", "origin", "near"),
          Set.of("debut", "depart", "origine", "de"),
          Set.of("inicio", "inicial", "origem", "partida", "origen"),
          Set.of("بداية", "من"));

  private static final List<Set<String>> ENDS =
      List.of(
          Set.of("b", "z"),
          Set.of("2"),
          Set.of("to", "end", "stop", "destination", "dest", "far"),
          Set.of("fin", "arrivee", "destination", "vers", "a"),
          Set.of("fim", "final", "destino", "chegada", "fin"),
          Set.of("نهاية", "الى", "إلى"));

  /** Words that lead or end twin names, as in X_UTM31N and Y_UTM31N. */
  private static final List<String> TWIN_LON =
      List.of("longitude", "lon", "long", "easting", "est", "x");

  private static final List<String> TWIN_LAT =
      List.of("latitude", "lat", "lat", "northing", "nord", "y");

  /**
   * Finds them.
   *
   * @throws InputRefused if a declared one is not there
   */
  public static CoordinateColumns find(List<String> columns, ReadOptions options, SourceFile file) {
    int lon = declared(columns, options.lonColumn(), file);
    int lat = declared(columns, options.latColumn(), file);
    int wkt = declared(columns, options.wktColumn(), file);
    if (wkt >= 0 || lon >= 0 && lat >= 0) {
      Pair pair = wkt < 0 ? Pair.NONE : Pair.of(plain(columns.get(wkt)));
      return new CoordinateColumns(lon, lat, wkt, pair);
    }
    int quadkey = exact(columns, QUADKEY);
    if (quadkey >= 0 && exact(columns, SPEED) >= 0) {
      // beside them stand the middles of tiles, which are no areas
      int drawn = exact(columns, TILE);
      return drawn >= 0
          ? new CoordinateColumns(-1, -1, drawn)
          : new CoordinateColumns(-1, -1, quadkey, Pair.QUADKEY);
    }
    for (int rank = 0; rank < LON.size(); rank++) {
      lon = exact(columns, LON.get(rank));
      lat = exact(columns, LAT.get(rank));
      if (lon >= 0 && lat >= 0) {
        return new CoordinateColumns(lon, lat, -1);
      }
    }
    for (int rank = 0; rank < LAST_WORD; rank++) {
      lon = word(columns, LON.get(rank));
      lat = word(columns, LAT.get(rank));
      if (lon >= 0 && lon == lat) {
        return new CoordinateColumns(-1, -1, lon, Pair.of(plain(columns.get(lon))));
      }
      if (lon >= 0 && lat >= 0) {
        return new CoordinateColumns(lon, lat, -1);
      }
    }
    CoordinateColumns twins = twins(columns);
    twins = twins.any() ? twins : sided(columns);
    if (twins.any()) {
      return twins;
    }
    for (String name : WKT) {
      wkt = exact(columns, name);
      if (wkt >= 0) {
        return new CoordinateColumns(-1, -1, wkt);
      }
    }
    for (List<String> names : List.of(GRIDS, PAIR)) {
      for (String name : names) {
        wkt = exact(columns, name);
        if (wkt >= 0) {
          return new CoordinateColumns(-1, -1, wkt, Pair.of(name));
        }
      }
    }
    return new CoordinateColumns(-1, -1, -1);
  }

  /** Two names that differ in nothing but their word for the axis. */
  private static CoordinateColumns twins(List<String> columns) {
    List<String> names = columns.stream().map(CoordinateColumns::plain).toList();
    List<String> words = columns.stream().map(CoordinateColumns::words).toList();
    for (int rank = 0; rank < TWIN_LON.size(); rank++) {
      String lon = TWIN_LON.get(rank);
      String lat = TWIN_LAT.get(rank);
      for (int k = 0; k < names.size(); k++) {
        String name = names.get(k);
        int twin = -1;
        if (name.startsWith(lon)) {
          twin = names.indexOf(lat + name.substring(lon.length()));
        } else if (name.endsWith(lon)) {
          twin = names.indexOf(name.substring(0, name.length() - lon.length()) + lat);
        } else if (words.get(k).contains(" " + lon + " ")) {
          twin = words.indexOf(words.get(k).replace(" " + lon + " ", " " + lat + " "));
        }
        if (twin >= 0) {
          return new CoordinateColumns(k, twin, -1);
        }
      }
    }
    return new CoordinateColumns(-1, -1, -1);
  }

  /**
   * Two names that say one hemisphere each, of each axis one, and else the same: "GPS S, GPS E";
   * nothing else only beside one another.
   */
  private static CoordinateColumns sided(List<String> columns) {
    for (int k = 0; k < columns.size(); k++) {
      for (int n = 0; Axis.saysSide(columns.get(k)) == 1 && n < columns.size(); n++) {
        boolean twin = Axis.withoutSide(columns.get(n)).equals(Axis.withoutSide(columns.get(k)));
        boolean bare = Axis.withoutSide(columns.get(k)).isEmpty();
        if (twin && (!bare || n == k + 1) && Axis.saysSide(columns.get(n)) == 2) {
          return new CoordinateColumns(n, k, -1);
        }
      }
    }
    return new CoordinateColumns(-1, -1, -1);
  }

  /**
   * These, or where no name tells any, those that cells tell: a column of north or south beside one
   * of east or west, or one of both.
   *
   * @param rows cells by column
   */
  public CoordinateColumns orByCells(List<? extends List<?>> rows) {
    if (wkt >= 0 && GridReference.areReferences(texts(rows, wkt))) {
      return new CoordinateColumns(lon, lat, wkt, Pair.GRID);
    }
    if (any()) {
      return this;
    }
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    int lonColumn = -1;
    int latColumn = -1;
    for (int k = 0; k < width; k++) {
      List<String> texts = texts(rows, k);
      if (GridReference.areReferences(texts)) {
        return new CoordinateColumns(-1, -1, k, Pair.GRID);
      }
      if (CoordinatePair.arePlaces(texts)) {
        return new CoordinateColumns(-1, -1, k, CoordinatePair.order(texts.get(0)));
      }
      latColumn = latColumn < 0 && areOf(1, texts) ? k : latColumn;
      lonColumn = lonColumn < 0 && areOf(2, texts) ? k : lonColumn;
    }
    return lonColumn < 0 || latColumn < 0 ? this : new CoordinateColumns(lonColumn, latColumn, -1);
  }

  private static List<String> texts(List<? extends List<?>> rows, int column) {
    return rows.stream()
        .map(row -> column < row.size() ? row.get(column) : null)
        .filter(cell -> !NumberText.isMissing(cell))
        .map(Object::toString)
        .toList();
  }

  private static boolean areOf(int axis, List<String> texts) {
    long told =
        texts.stream()
            .filter(each -> Axis.sideOf(each) == axis)
            .filter(each -> NumberText.of(each, true).problem().isEmpty())
            .count();
    return told >= FEWEST_CELLS && told * 5 >= texts.size() * 4;
  }

  /**
   * Where lines end that begin here, by names such as "Lat A, Lon A, Lat B, Lon B"; null where no
   * name says that anything begins.
   */
  CoordinateColumns ends(List<String> columns) {
    for (int k = 0; lon >= 0 && k < BEGINS.size(); k++) {
      int endLon = twin(columns, lon, BEGINS.get(k), ENDS.get(k));
      int endLat = twin(columns, lat, BEGINS.get(k), ENDS.get(k));
      if (endLon >= 0 && endLat >= 0) {
        return new CoordinateColumns(endLon, endLat, -1);
      }
    }
    return null;
  }

  private static int twin(List<String> columns, int at, Set<String> begins, Set<String> ends) {
    List<String> own = Axis.words(columns.get(at));
    List<String> base = Axis.without(own, begins);
    for (int k = 0; own.size() > base.size() && k < columns.size(); k++) {
      List<String> words = Axis.words(columns.get(k));
      boolean ended = k != at && words.stream().anyMatch(ends::contains);
      if (ended && Axis.without(words, ends).equals(base)) {
        return k;
      }
    }
    return -1;
  }

  /**
   * All columns in which places stand, those of minutes and of ends of lines too: {@code lon},
   * {@code lat} or {@code shape} by index.
   */
  public Map<Integer, String> roles(List<String> columns) {
    Map<Integer, String> roles = new LinkedHashMap<>();
    CoordinateColumns last = ends(columns);
    for (CoordinateColumns each : last == null ? List.of(this) : List.of(this, last)) {
      Axis.of(columns, each.lon()).columns().forEach(at -> roles.put(at, "lon"));
      Axis.of(columns, each.lat()).columns().forEach(at -> roles.put(at, "lat"));
    }
    if (wkt >= 0) {
      roles.put(wkt, "shape");
    }
    return roles;
  }

  /** Whether there are any. */
  public boolean any() {
    return wkt >= 0 || lon >= 0 && lat >= 0;
  }

  private static int declared(List<String> columns, String name, SourceFile file) {
    if (name.isEmpty()) {
      return -1;
    }
    int index = columns.indexOf(name);
    if (index < 0) {
      throw new InputRefused(
          "file.columnMissing",
          "file",
          file.name(),
          "column",
          name,
          "columns",
          String.join(", ", columns));
    }
    return index;
  }

  private static int exact(List<String> columns, String name) {
    for (int k = 0; k < columns.size(); k++) {
      if (plain(columns.get(k)).equals(name)) {
        return k;
      }
    }
    return -1;
  }

  private static int word(List<String> columns, String name) {
    for (int k = 0; k < columns.size(); k++) {
      String[] words = columns.get(k).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
      if (Arrays.asList(words).contains(name)) {
        return k;
      }
    }
    return -1;
  }

  /** A name's words in small letters, a blank around each. */
  private static String words(String name) {
    return " " + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }

  /** True for a name, as {@link #plain} spells it, that says where a place is. */
  static boolean isName(String plain) {
    return LON.contains(plain)
        || LAT.contains(plain)
        || WKT.contains(plain)
        || PAIR.contains(plain)
        || GRIDS.contains(plain);
  }

  /** A column name without case, accents and punctuation. */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
