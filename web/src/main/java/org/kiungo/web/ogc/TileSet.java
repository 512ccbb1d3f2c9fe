package org.kiungo.web.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kiungo.geodata.export.LayerStyle;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.tile.TileAddress;
import org.kiungo.geodata.tile.VectorTile;
import org.locationtech.jts.geom.Envelope;

/**
 * The tiles of a collection in the matrix set {@link #MATRIX_SET}: which there are, what is in
 * them, and how a map shows them.
 */
final class TileSet {

  static final String MATRIX_SET = "WebMercatorQuad";
  static final String MATRIX_SET_URI =
      "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + MATRIX_SET;

  /** Side of what a screen shows of a tile, pixels. */
  private static final int PIXELS = 256;

  /** Of a screen, as the standard takes it. */
  private static final double PIXEL_M = 0.000_28;

  /** Where nobody chose colours. */
  private static final String COLOUR = "#0072B2";

  private static final int CIRCLE_PIXELS = 4;
  private static final int LINE_PIXELS = 2;
  private static final double FILL_OPACITY = 0.4;

  private final OgcCollection collection;
  private final FeatureSource source;

  TileSet(OgcCollection collection) {
    this.collection = collection;
    source = collection.source().get();
  }

  /** The matrix set itself. */
  static Map<String, Object> matrixSet() {
    List<Map<String, Object>> matrices = new ArrayList<>();
    for (int zoom = 0; zoom <= TileAddress.MOST_ZOOM; zoom++) {
      int side = TileAddress.side(zoom);
      double cellM = 2 * TileAddress.HALF_SIDE_M / PIXELS / side;
      Map<String, Object> matrix = new LinkedHashMap<>();
      matrix.put("id", String.valueOf(zoom));
      matrix.put("scaleDenominator", cellM / PIXEL_M);
      matrix.put("cellSize", cellM);
      matrix.put("cornerOfOrigin", "topLeft");
      matrix.put("pointOfOrigin", List.of(-TileAddress.HALF_SIDE_M, TileAddress.HALF_SIDE_M));
      matrix.put("tileWidth", PIXELS);
      matrix.put("tileHeight", PIXELS);
      matrix.put("matrixWidth", side);
      matrix.put("matrixHeight", side);
      matrices.add(matrix);
    }
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("id", MATRIX_SET);
    set.put("title", "Google Maps Compatible for the World");
    set.put("uri", MATRIX_SET_URI);
    set.put("crs", OgcCrs.WEB_MERCATOR.uri());
    set.put("orderedAxes", List.of("X", "Y"));
    set.put("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
    set.put("tileMatrices", matrices);
    return set;
  }

  private Envelope extent() {
    return source.shape().extent();
  }

  /** The first tile of a zoom, in the north-west; null where no feature has a place. */
  private TileAddress first(int zoom) {
    Envelope box = extent();
    return box == null ? null : TileAddress.of(zoom, box.getMinX(), box.getMaxY());
  }

  /** The last one, in the south-east. */
  private TileAddress last(int zoom) {
    Envelope box = extent();
    return TileAddress.of(zoom, box.getMaxX(), box.getMinY());
  }

  /** Whether it is one of those that there are; of no features all are there, and empty. */
  boolean has(TileAddress tile) {
    TileAddress first = first(tile.zoom());
    if (tile.zoom() > TileAddress.DEEPEST || first == null) {
      return tile.zoom() <= TileAddress.DEEPEST;
    }
    TileAddress last = last(tile.zoom());
    return tile.column() >= first.column()
        && tile.column() <= last.column()
        && tile.row() >= first.row()
        && tile.row() <= last.row();
  }

  /** Rows and columns of each zoom; none where no feature has a place. */
  List<Map<String, Object>> limits() {
    List<Map<String, Object>> limits = new ArrayList<>();
    for (int zoom = 0; zoom <= TileAddress.DEEPEST && extent() != null; zoom++) {
      TileAddress first = first(zoom);
      TileAddress last = last(zoom);
      Map<String, Object> limit = new LinkedHashMap<>();
      limit.put("tileMatrix", String.valueOf(zoom));
      limit.put("minTileRow", first.row());
      limit.put("maxTileRow", last.row());
      limit.put("minTileCol", first.column());
      limit.put("maxTileCol", last.column());
      limits.add(limit);
    }
    return limits;
  }

  /** A tile; no bytes where nothing lies in it. */
  byte[] tile(TileAddress at) {
    VectorTile tile = new VectorTile(at);
    Stream<Feature> features =
        ItemsPages.all(source, at.ground(VectorTile.MARGIN_RATIO))
            .map(each -> each.withGeometry(TileAddress.world(each.geometry())));
    tile.add(collection.id(), source.shape().fields(), features::iterator);
    return tile.bytes();
  }

  /** What is in it, as tileset metadata tell. */
  List<Map<String, Object>> layers() {
    Map<String, Object> properties = new LinkedHashMap<>();
    columns().forEach((name, type) -> properties.put(name, Map.of("type", type)));
    Map<String, Object> layer = new LinkedHashMap<>();
    layer.put("id", collection.id());
    layer.put("title", collection.title());
    layer.put("dataType", "vector");
    List<Integer> dimensions =
        source.shape().kinds().stream().map(TileSet::dimension).distinct().toList();
    if (dimensions.size() == 1) {
      layer.put("geometryDimension", dimensions.get(0));
    }
    layer.put("minTileMatrix", "0");
    layer.put("maxTileMatrix", String.valueOf(TileAddress.DEEPEST));
    layer.put("propertiesSchema", Map.of("type", "object", "properties", properties));
    return List.of(layer);
  }

  private Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("id", "string");
    source.shape().fields().forEach(each -> columns.put(each.name(), OgcController.type(each)));
    return columns;
  }

  private static int dimension(String kind) {
    return kind.endsWith("point") ? 0 : kind.contains("line") ? 1 : 2;
  }

  /** Corners of the ground, west, south, east, north; null where no feature has a place. */
  List<Double> bounds() {
    Envelope box = extent();
    return box == null ? null : List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  /**
   * @param tiles template of their addresses
   * @see <a href="https://github.com/mapbox/tilejson-spec/tree/master/3.0.0">TileJSON 3.0.0</a>
   */
  Map<String, Object> tileJson(String tiles, String description) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tilejson", "3.0.0");
    json.put("name", collection.title());
    json.put("description", description);
    json.put("tiles", List.of(tiles));
    json.put("minzoom", 0);
    json.put("maxzoom", TileAddress.DEEPEST);
    if (extent() != null) {
      json.put("bounds", bounds());
    }
    json.put("vector_layers", List.of(layer(collection.id(), columns()), leftOut()));
    return json;
  }

  private static Map<String, Object> leftOut() {
    Map<String, String> columns = new LinkedHashMap<>();
    VectorTile.leftOutFields().forEach(e -> columns.put(e.name(), OgcController.type(e)));
    return layer(VectorTile.LEFT_OUT, columns);
  }

  private static Map<String, Object> layer(String id, Map<String, String> columns) {
    Map<String, Object> layer = new LinkedHashMap<>();
    layer.put("id", id);
    layer.put("fields", columns);
    layer.put("minzoom", 0);
    layer.put("maxzoom", TileAddress.DEEPEST);
    return layer;
  }

  /**
   * A style that draws areas, lines and places, coloured as the pages' maps are.
   *
   * @param tileJson address of the tiles' description
   * @see <a href="https://maplibre.org/maplibre-style-spec/">MapLibre Style Specification, version
   *     8</a>
   */
  Map<String, Object> style(String tileJson) {
    Map<String, Object> style = new LinkedHashMap<>();
    style.put("version", 8);
    style.put("name", collection.title());
    style.put("sources", Map.of("kiungo", Map.of("type", "vector", "url", tileJson)));
    Object colour = colour(source.style());
    style.put(
        "layers",
        List.of(
            drawn("fill", "Polygon", Map.of("fill-color", colour, "fill-opacity", FILL_OPACITY)),
            drawn("line", "LineString", Map.of("line-color", colour, "line-width", LINE_PIXELS)),
            drawn(
                "circle",
                "Point",
                Map.of("circle-color", colour, "circle-radius", CIRCLE_PIXELS))));
    return style;
  }

  private Map<String, Object> drawn(String type, String kind, Map<String, Object> paint) {
    Map<String, Object> layer = new LinkedHashMap<>();
    layer.put("id", type);
    layer.put("type", type);
    layer.put("source", "kiungo");
    layer.put("source-layer", collection.id());
    layer.put("filter", List.of("==", List.of("geometry-type"), kind));
    layer.put("paint", paint);
    return layer;
  }

  private static Object colour(LayerStyle style) {
    if (style == null || style.colours().isEmpty()) {
      return COLOUR;
    }
    if (style.column().isEmpty()) {
      return style.colours().values().iterator().next();
    }
    List<Object> match = new ArrayList<>(List.of("match", List.of("get", style.column())));
    style
        .colours()
        .forEach(
            (value, colour) -> {
              match.add(value);
              match.add(colour);
            });
    match.add(COLOUR);
    return match;
  }
}
