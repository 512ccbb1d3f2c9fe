package org.kiungo.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/**
 * What the published abstract tests of OGC API – Tiles, part 1, ask of a server, requirement by
 * requirement: core, tileset, tilesets list, geodata tilesets, Mapbox Vector Tiles; and whether
 * GDAL reads from tiles what the features are.
 */
class OgcTilesTest extends OgcStatements {

  private static final String TILE = "application/vnd.mapbox-vector-tile";
  private static final String SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
  private static final String SET = "/tiles/WebMercatorQuad";

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> tiles() {
    return Stream.of(
        says("/req/core/tc-op", "GET at what the template names", this::operation),
        says("/req/core/tc-tilematrix-definition", "a path parameter", this::parameters),
        says("/req/core/tc-tilerow-definition", "from 0", this::parameters),
        says("/req/core/tc-tilecol-definition", "from 0", this::parameters),
        says("/req/core/tc-success", "200 in the form that is asked for", this::success),
        says("/req/core/tc-error", "404 outside the limits, 204 where nothing lies", this::errors),
        says("/req/core/conformance-success", "all classes are listed", this::conformance),
        says("/req/tileset/description", "JSON with scheme, template, limits", this::tileset),
        says("/req/tilesets-list/tileset-path", "GET at …/tiles", () -> ask(places + "/tiles")),
        says("/req/tilesets-list/tileset-links", "self and tiling scheme", this::list),
        says("/req/geodata-tilesets/desc-links", "each collection leads there", this::links),
        says("/req/geodata-tilesets/operation", "at …/tiles of the collection", this::links),
        says("/req/mvt/content", "one tile, from its north-west corner", this::content),
        says("/req/oas30/oas-impl", "all that is described is there", this::described));
  }

  private MockHttpServletResponse tile(String collection, int zoom, int row, int column)
      throws Exception {
    return answer(collection + SET + "/" + zoom + "/" + row + "/" + column, "*/*");
  }

  private String template(String collection) throws Exception {
    return each(ask(collection + SET).get("links"))
        .filter(each -> each.has("templated"))
        .map(each -> each.get("href").asString())
        .findFirst()
        .orElseThrow()
        .replaceFirst("http://[^/]*", "");
  }

  private void operation() throws Exception {
    for (String each : List.of(places, fibre, "/ogc/collections/lso-today-places")) {
      String address =
          template(each)
              .replace("{tileMatrix}", "0")
              .replace("{tileRow}", "0")
              .replace("{tileCol}", "0");
      assertThat(status(address)).as(address).isEqualTo(200);
    }
    // whatever is in it
    assertThat(status("/ogc/collections/lso-today-masts" + SET + "/0/0/0")).isIn(200, 204);
  }

  private void parameters() throws Exception {
    JsonNode parameters = ask("/ogc/api").at("/components/parameters");
    assertThat(parameters.at("/tileMatrix/schema/type").asString()).isEqualTo("string");
    for (String each : List.of("tileRow", "tileCol")) {
      assertThat(parameters.get(each).get("in").asString()).isEqualTo("path");
      assertThat(parameters.get(each).get("required").asBoolean()).isTrue();
      assertThat(parameters.get(each).get("schema").toString())
          .isEqualTo("{\"type\":\"integer\",\"minimum\":0}");
    }
  }

  private void success() throws Exception {
    assertThat(tile(places, 0, 0, 0).getContentType()).isEqualTo(TILE);
    String address = places + SET + "/0/0/0";
    assertThat(answer(address, TILE).getStatus()).isEqualTo(200);
    assertThat(status(address + "?f=mvt")).isEqualTo(200);
    assertThat(answer(address, "image/png").getStatus()).isEqualTo(406);
    assertThat(status(address + "?f=png")).isEqualTo(400);
    assertThat(status(address + "?nonsense=1")).isEqualTo(400);
  }

  private void errors() throws Exception {
    for (String each : List.of("0/1/0", "0/0/-1", "25/0/0", "13/0/0", "6/0/0", "a/b/c")) {
      MockHttpServletResponse answer = answer(places + SET + "/" + each, "application/json");
      assertThat(status(places + SET + "/" + each)).as(each).isEqualTo(404);
      assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("ogc.tile");
    }
    JsonNode limits = ask(fibre + SET).get("tileMatrixSetLimits").get(12);
    int statuses = 0;
    for (int row = limits.get("minTileRow").asInt();
        row <= limits.get("maxTileRow").asInt();
        row++) {
      MockHttpServletResponse answer = tile(fibre, 12, row, limits.get("minTileCol").asInt());
      assertThat(answer.getStatus()).isIn(200, 204);
      assertThat(answer.getContentAsByteArray().length > 0).isEqualTo(answer.getStatus() == 200);
      statuses |= answer.getStatus() == 200 ? 1 : 2;
    }
    assertThat(statuses).as("of both kinds").isEqualTo(3);
    assertThat(status("/ogc/collections/nothing" + SET)).isEqualTo(404);
    assertThat(status("/ogc/collections/nothing" + SET + "/0/0/0")).isEqualTo(404);
  }

  private void conformance() throws Exception {
    assertThat(each(ask("/ogc/conformance").get("conformsTo")).map(JsonNode::asString))
        .contains(
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt");
  }

  private void tileset() throws Exception {
    JsonNode told = ask(places + SET);
    String uri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    assertThat(told.get("tileMatrixSetURI").asString()).isEqualTo(uri);
    assertThat(told.get("dataType").asString()).isEqualTo("vector");
    assertThat(rels(told)).contains("self", "alternate", "item", SCHEME);
    assertThat(template(places)).endsWith("/{tileMatrix}/{tileRow}/{tileCol}");
    each(told.get("links"))
        .filter(each -> each.get("rel").asString().equals("item"))
        .forEach(each -> assertThat(each.get("type").asString()).isEqualTo(TILE));
    JsonNode scheme = ask(link(told, SCHEME).replaceFirst("http://[^/]*", ""));
    assertThat(scheme.get("uri").asString()).isEqualTo(uri);
    // as the standard prints them, annex D.1
    assertThat(scheme.get("tileMatrices").size()).isEqualTo(25);
    JsonNode deepest = scheme.get("tileMatrices").get(24);
    assertThat(deepest.get("scaleDenominator").asDouble()).isCloseTo(33.3238997477, within(1e-8));
    assertThat(deepest.get("matrixWidth").asInt()).isEqualTo(16_777_216);
    assertThat(scheme.at("/tileMatrices/0/scaleDenominator").asDouble())
        .isCloseTo(559_082_264.028717, within(1e-4));
    assertThat(scheme.at("/tileMatrices/0/cellSize").asDouble())
        .isCloseTo(156_543.033928041, within(1e-8));
    JsonNode columns = told.at("/layers/0/propertiesSchema/properties");
    JsonNode queryables = ask(places + "/queryables").get("properties");
    for (String each : queryables.propertyNames()) {
      if (!each.equals("geometry")) {
        assertThat(columns.at("/" + each + "/type")).isEqualTo(queryables.at("/" + each + "/type"));
      }
    }
    JsonNode tileJson = ask(link(told, "describedby").replaceFirst("http://[^/]*", ""));
    assertThat(tileJson.get("tilejson").asString()).isEqualTo("3.0.0");
    assertThat(tileJson.at("/tiles/0").asString()).endsWith("/WebMercatorQuad/{z}/{y}/{x}");
    assertThat(tileJson.at("/vector_layers/0/id").asString())
        .isEqualTo(told.at("/layers/0/id").asString());
    JsonNode style = ask(link(told, "stylesheet").replaceFirst("http://[^/]*", ""));
    assertThat(style.get("version").asInt()).isEqualTo(8);
    assertThat(style.at("/sources/kiungo/url").asString()).endsWith("/tilejson?f=json");
    each(style.get("layers"))
        .forEach(
            each ->
                assertThat(each.get("source-layer").asString())
                    .isEqualTo(told.at("/layers/0/id").asString()));
    assertThat(style.at("/layers/2/paint/circle-color/0").asString()).isEqualTo("match");
  }

  private void list() throws Exception {
    JsonNode one = ask(places + "/tiles").at("/tilesets/0");
    assertThat(one.get("dataType").asString()).isEqualTo("vector");
    assertThat(one.get("crs").asString()).isEqualTo(MERCATOR);
    assertThat(rels(one)).contains("self", SCHEME);
    assertThat(ask(link(one, "self").replaceFirst("http://[^/]*", "")).get("title"))
        .isEqualTo(one.get("title"));
  }

  private void links() throws Exception {
    JsonNode listed = ask("/ogc/collections").get("collections");
    each(listed)
        .forEach(
            each ->
                assertThat(link(each, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"))
                    .endsWith(each.get("id").asString() + "/tiles?f=json"));
    assertThat(rels(ask("/ogc"))).contains("http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes");
    assertThat(ask("/ogc/tileMatrixSets").get("tileMatrixSets").size()).isEqualTo(1);
  }

  private void content() throws Exception {
    byte[] tile = tile(places, 12, 2399, 2366).getContentAsByteArray();
    // a field of the message tile: layer, 3, with its length
    assertThat(tile[0]).isEqualTo((byte) 0x1a);
    assertThat(new String(tile, StandardCharsets.UTF_8)).contains(places.substring(17), "s00");
  }

  private void described() throws Exception {
    Set<String> paths = new TreeSet<>(ask("/ogc/api").get("paths").propertyNames());
    assertThat(paths)
        .contains(
            "/tileMatrixSets",
            "/collections/{collectionId}" + SET,
            "/collections/{collectionId}" + SET + "/{tileMatrix}/{tileRow}/{tileCol}");
  }

  @Test
  void pagesTellWhatTilesetsAre() throws Exception {
    for (String each :
        List.of(
            "/ogc/tileMatrixSets",
            "/ogc/tileMatrixSets/WebMercatorQuad",
            places + "/tiles",
            places + SET,
            places + SET + "/tilejson",
            places + "/style")) {
      MockHttpServletResponse page = answer(each, "text/html");
      assertThat(page.getContentType()).as(each).startsWith("text/html");
      String text = page.getContentAsString(StandardCharsets.UTF_8);
      assertThat(text).contains("<h1").doesNotContain("??");
    }
  }

  /** Of a dataset and a plan: GDAL finds in the tiles of each zoom the features that there are. */
  @Test
  void gdalReadsFromTilesWhatTheFeaturesAre() throws Exception {
    assumeTrue(hasDriver(), "skipped: no ogr2ogr with Mapbox Vector Tiles (gdal-bin)");
    for (String collection : List.of(places, fibre)) {
      Map<String, JsonNode> features = new HashMap<>();
      items(collection, "limit", "100")
          .get("features")
          .forEach(each -> features.put(each.get("id").asString(), each));
      for (int zoom : new int[] {0, 7, 12}) {
        Set<String> seen = new TreeSet<>();
        int count = 0;
        for (JsonNode each : readByGdal(collection, zoom)) {
          JsonNode properties = each.get("properties");
          String id = properties.get("id").asString();
          seen.add(id);
          count++;
          same(properties, features.get(id).get("properties"));
          if (zoom == 12 && collection.equals(places)) {
            double[] at = at(each);
            assertThat(at[0]).isCloseTo(at(features.get(id))[0], within(1e-4));
            assertThat(at[1]).isCloseTo(at(features.get(id))[1], within(1e-4));
          }
        }
        assertThat(seen).as(collection + " " + zoom).isEqualTo(new TreeSet<>(features.keySet()));
        if (collection.equals(places)) {
          assertThat(count).isEqualTo(features.size());
        }
      }
    }
  }

  /** What a feature has, its tile has. */
  private static void same(JsonNode read, JsonNode stored) {
    for (Map.Entry<String, JsonNode> each : stored.properties()) {
      JsonNode value = each.getValue();
      if (value.isNumber()) {
        assertThat(read.get(each.getKey()).asDouble())
            .as(each.getKey())
            .isCloseTo(value.asDouble(), within(1e-9 * Math.abs(value.asDouble())));
      } else if (value.isBoolean()) {
        assertThat(read.get(each.getKey()).asString())
            .isIn(value.asString(), value.asBoolean() ? "1" : "0");
      } else if (!value.isNull()) {
        assertThat(read.get(each.getKey()).asString()).isEqualTo(value.asString());
      }
    }
  }

  /** Features of all tiles of a zoom. */
  private List<JsonNode> readByGdal(String collection, int zoom) throws Exception {
    JsonNode limits = ask(collection + SET).get("tileMatrixSetLimits").get(zoom);
    List<JsonNode> read = new ArrayList<>();
    for (int row = limits.get("minTileRow").asInt();
        row <= limits.get("maxTileRow").asInt();
        row++) {
      for (int column = limits.get("minTileCol").asInt();
          column <= limits.get("maxTileCol").asInt();
          column++) {
        byte[] tile = tile(collection, zoom, row, column).getContentAsByteArray();
        if (tile.length > 0) {
          Path file = Files.write(folder.resolve("tile.mvt"), tile);
          String told =
              run(
                  "ogr2ogr",
                  "-f",
                  "GeoJSON",
                  "-t_srs",
                  "EPSG:4326",
                  "/vsistdout/",
                  "-oo",
                  "X=" + column,
                  "-oo",
                  "Y=" + row,
                  "-oo",
                  "Z=" + zoom,
                  "-oo",
                  "CLIP=NO",
                  file.toString(),
                  collection.substring(17));
          json.readTree(told).get("features").forEach(read::add);
        }
      }
    }
    return read;
  }

  private static boolean hasDriver() throws InterruptedException {
    try {
      return run("ogrinfo", "--formats").contains("MVT");
    } catch (IOException none) {
      return false;
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }
}
