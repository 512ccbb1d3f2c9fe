package org.kiungo.web.ogc;

import static org.kiungo.web.ogc.OgcAnswers.ROOT;
import static org.kiungo.web.ogc.OgcAnswers.ok;
import static org.kiungo.web.ogc.OgcAnswers.path;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kiungo.geodata.tile.TileAddress;
import org.kiungo.geodata.tile.VectorTile;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** OGC API – Tiles: the same collections as vector tiles. */
@Controller
class TilesController {

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final String TILE = "application/vnd.mapbox-vector-tile";
  private static final String TILE_JSON = "application/vnd.mapbox.tile+json";
  private static final String STYLE = "application/vnd.mapbox.style+json";
  private static final String SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
  private static final String SETS = ROOT + "/tileMatrixSets";
  private static final String SET = SETS + "/" + TileSet.MATRIX_SET;
  private static final String COLLECTION = ROOT + "/collections/{collectionId}";
  private static final String TILES = COLLECTION + "/tiles";
  private static final String TILESET = TILES + "/" + TileSet.MATRIX_SET;

  private final OgcAnswers answers;

  TilesController(OgcAnswers answers) {
    this.answers = answers;
  }

  /** The same as JSON or as a page: what it is called, what stands in it, where it leads. */
  private static Object answer(
      Ask ask, String type, String title, Map<String, Object> body, List<Ask.Link> links) {
    if (!ask.html()) {
      return ok(ask, type).body(body);
    }
    OgcPage page = new OgcPage(ask, title).columns("ogc.fact", "ogc.value-of");
    body.forEach(
        (name, value) -> {
          if (!name.equals("links")) {
            page.fact(
                name,
                value instanceof String text
                    ? text
                    : JsonMapper.shared().writeValueAsString(value));
          }
        });
    return page.show(links);
  }

  @GetMapping(SETS)
  Object tileMatrixSets(HttpServletRequest request, Locale locale) throws Exception {
    Ask ask = answers.ask(request, locale);
    String title = ask.words().text("ogc.tile-matrix-sets");
    List<Ask.Link> links = new ArrayList<>(ask.selves(JSON));
    Ask.Link set = ask.link(SET, ask.html(), "self", JSON, TileSet.MATRIX_SET);
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", TileSet.MATRIX_SET);
    told.put("title", TileSet.matrixSet().get("title"));
    told.put("uri", TileSet.MATRIX_SET_URI);
    told.put("links", List.of(set));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("tileMatrixSets", List.of(told));
    body.put("links", links);
    List<Ask.Link> shown = new ArrayList<>(links);
    shown.add(ask.link(SET, true, "item", JSON, TileSet.MATRIX_SET));
    return answer(ask, JSON, title, body, shown);
  }

  @GetMapping(SET)
  Object tileMatrixSet(HttpServletRequest request, Locale locale) throws Exception {
    Ask ask = answers.ask(request, locale);
    return answer(ask, JSON, TileSet.MATRIX_SET, TileSet.matrixSet(), ask.selves(JSON));
  }

  /** What the list of tilesets tells of the one that there is. */
  private static Map<String, Object> told(OgcCollection collection, List<Object> links) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("title", collection.title());
    told.put("dataType", "vector");
    told.put("crs", OgcCrs.WEB_MERCATOR.uri());
    told.put("tileMatrixSetURI", TileSet.MATRIX_SET_URI);
    told.put("links", links);
    return told;
  }

  private static Ask.Link scheme(Ask ask) {
    return ask.link(SET, ask.html(), SCHEME, JSON, TileSet.MATRIX_SET);
  }

  private static String tileset(OgcCollection collection) {
    return path(collection) + "/tiles/" + TileSet.MATRIX_SET;
  }

  @GetMapping(TILES)
  Object tilesets(@PathVariable String collectionId, HttpServletRequest request, Locale locale)
      throws Exception {
    Ask ask = answers.ask(request, locale);
    OgcCollection found = answers.get(collectionId, 0, ask.words());
    String title = ask.words().text("ogc.tiles", found.title());
    List<Ask.Link> links = new ArrayList<>(ask.selves(JSON));
    Ask.Link self = ask.link(tileset(found), ask.html(), "self", JSON, TileSet.MATRIX_SET);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("tilesets", List.of(told(found, List.of(self, scheme(ask)))));
    body.put("links", links);
    List<Ask.Link> shown = new ArrayList<>(links);
    shown.add(ask.link(tileset(found), true, "item", JSON, TileSet.MATRIX_SET));
    return answer(ask, JSON, title, body, shown);
  }

  @GetMapping(TILESET)
  Object tileset(@PathVariable String collectionId, HttpServletRequest request, Locale locale)
      throws Exception {
    Ask ask = answers.ask(request, locale);
    OgcCollection found = answers.get(collectionId, 0, ask.words());
    TileSet tiles = new TileSet(found);
    String title = ask.words().text("ogc.tiles", found.title());
    List<Ask.Link> links = new ArrayList<>(ask.selves(JSON));
    links.add(scheme(ask));
    links.add(
        ask.link(tileset(found) + "/tilejson", ask.html(), "describedby", TILE_JSON, "TileJSON"));
    links.add(
        ask.link(
            path(found) + "/style",
            ask.html(),
            "stylesheet",
            STYLE,
            ask.words().text("ogc.style", found.title())));
    List<Object> all = new ArrayList<>(links);
    Map<String, Object> template = new LinkedHashMap<>();
    template.put("href", ask.base() + tileset(found) + "/{tileMatrix}/{tileRow}/{tileCol}");
    template.put("rel", "item");
    template.put("type", TILE);
    template.put("title", title);
    template.put("templated", true);
    all.add(template);
    Map<String, Object> body = told(found, all);
    body.put("description", description(ask));
    body.put("tileMatrixSetLimits", tiles.limits());
    if (tiles.bounds() != null) {
      Map<String, Object> box = new LinkedHashMap<>();
      box.put("lowerLeft", tiles.bounds().subList(0, 2));
      box.put("upperRight", tiles.bounds().subList(2, 4));
      box.put("crs", OgcCrs.CRS84.uri());
      body.put("boundingBox", box);
    }
    body.put("layers", tiles.layers());
    return answer(ask, JSON, title, body, links);
  }

  private static String description(Ask ask) {
    return ask.words().text("ogc.tiles.about", VectorTile.MOST_FEATURES, VectorTile.LEFT_OUT);
  }

  @GetMapping(TILESET + "/tilejson")
  Object tileJson(@PathVariable String collectionId, HttpServletRequest request, Locale locale)
      throws Exception {
    Ask ask = answers.ask(request, locale);
    OgcCollection found = answers.get(collectionId, 0, ask.words());
    Map<String, Object> body =
        new TileSet(found).tileJson(ask.base() + tileset(found) + "/{z}/{y}/{x}", description(ask));
    return answer(ask, TILE_JSON, "TileJSON", body, ask.selves(TILE_JSON));
  }

  @GetMapping(COLLECTION + "/style")
  Object style(@PathVariable String collectionId, HttpServletRequest request, Locale locale)
      throws Exception {
    Ask ask = answers.ask(request, locale);
    OgcCollection found = answers.get(collectionId, 0, ask.words());
    Map<String, Object> body =
        new TileSet(found).style(ask.base() + tileset(found) + "/tilejson?f=json");
    String title = ask.words().text("ogc.style", found.title());
    return answer(ask, STYLE, title, body, ask.selves(STYLE));
  }

  @GetMapping(value = TILESET + "/{tileMatrix}/{tileRow}/{tileCol}", produces = TILE)
  ResponseEntity<byte[]> tile(
      @PathVariable String collectionId,
      @PathVariable String tileMatrix,
      @PathVariable String tileRow,
      @PathVariable String tileCol,
      HttpServletRequest request,
      Locale locale) {
    Ask ask = answers.askForBytes(request, locale, "mvt");
    TileSet tiles = new TileSet(answers.get(collectionId, 0, ask.words()));
    TileAddress address = address(tileMatrix, tileRow, tileCol);
    if (address == null || !tiles.has(address)) {
      throw new ApiRefusal(
          HttpStatus.NOT_FOUND,
          "ogc.tile.unknown",
          tileMatrix + "/" + tileRow + "/" + tileCol,
          TileSet.MATRIX_SET);
    }
    byte[] tile = tiles.tile(address);
    return tile.length == 0
        ? ResponseEntity.noContent().build()
        : ResponseEntity.ok()
            .header(HttpHeaders.CONTENT_TYPE, TILE)
            .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
            .body(tile);
  }

  /** Null where the matrix set has none such. */
  private static TileAddress address(String zoom, String row, String column) {
    try {
      return new TileAddress(
          Integer.parseInt(zoom), Integer.parseInt(column), Integer.parseInt(row));
    } catch (IllegalArgumentException none) {
      return null;
    }
  }
}
