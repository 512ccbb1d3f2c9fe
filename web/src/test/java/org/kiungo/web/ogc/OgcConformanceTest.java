package org.kiungo.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the published abstract tests of OGC API – Features ask of a server, requirement by
 * requirement: parts 1 (core, GeoJSON, HTML, OpenAPI 3.0), 2 (coordinate systems) and 3 (filters),
 * and CQL2 text. Asked of a plan, a dataset and today's layers.
 */
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OgcConformanceTest {

  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final String WGS84 = "http://www.opengis.net/def/crs/EPSG/0/4326";
  private static final String MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857";

  /** Of a mast that each year one more comes to: places 0.1 degrees apart. */
  private static final String FIBRE =
      """
      {"type": "FeatureCollection", "features": [
       {"type": "Feature", "properties": {"id": "a", "name": "A", "serviceDate": "2020-01-01"},
        "geometry": {"type": "LineString", "coordinates": [[27.5, -29.3], [27.6, -29.4]]}},
       {"type": "Feature", "properties": {"id": "b", "name": "B", "serviceDate": "2028-06-30"},
        "geometry": {"type": "LineString", "coordinates": [[28.5, -29.3], [28.6, -29.4]]}},
       {"type": "Feature", "properties": {"id": "c", "name": "C", "serviceDate": ""},
        "geometry": {"type": "LineString", "coordinates": [[28.0, -29.9], [28.6, -29.9]]}}]}
      """;

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private JsonMapper json;

  private String places;
  private String fibre;

  /** What a requirement asks for, as the test of it that was published. */
  private interface Check {
    void run() throws Exception;
  }

  @BeforeAll
  void fill() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.9e6), "run", null);
    places = "/ogc/collections/" + plan + "-settlements";
    var imported =
        http.perform(
                multipart("/api/v1/datasets")
                    .file(
                        new MockMultipartFile(
                            "file",
                            "f.geojson",
                            "application/geo+json",
                            FIBRE.getBytes(StandardCharsets.UTF_8)))
                    .param("layer", "fibre-lines")
                    .param("country", "LSO")
                    .param("source", "test")
                    .param("licence", "CC0"))
            .andReturn()
            .getResponse();
    String body = imported.getContentAsString(StandardCharsets.UTF_8);
    assertThat(imported.getStatus()).as(body).isLessThan(300);
    fibre =
        "/ogc/collections/lso-fibre-lines-"
            + json.readTree(body).get("dataset").get("id").asString();
  }

  private MockHttpServletResponse answer(String address, String accept) throws Exception {
    var asked = get(URI.create(address));
    return http.perform(
            accept == null
                ? asked
                : asked.accept(MediaType.parseMediaTypes(accept).toArray(MediaType[]::new)))
        .andReturn()
        .getResponse();
  }

  private JsonNode ask(String address) throws Exception {
    MockHttpServletResponse answer = answer(address, null);
    String body = answer.getContentAsString(StandardCharsets.UTF_8);
    assertThat(answer.getStatus()).as(address + " " + body).isEqualTo(200);
    return json.readTree(body);
  }

  private int status(String address) throws Exception {
    return answer(address, null).getStatus();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private JsonNode items(String path, String... query) throws Exception {
    StringBuilder address = new StringBuilder(path).append("/items");
    char sign = '?';
    for (int k = 0; k < query.length; k += 2) {
      address.append(sign).append(encoded(query[k])).append('=').append(encoded(query[k + 1]));
      sign = '&';
    }
    return ask(address.toString());
  }

  private List<String> ids(String path, String... query) throws Exception {
    return ids(items(path, query));
  }

  private static List<String> ids(JsonNode page) {
    return each(page.get("features")).map(f -> f.get("id").asString()).toList();
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static Set<String> rels(JsonNode answer) {
    Set<String> rels = new TreeSet<>();
    each(answer.get("links"))
        .forEach(
            link -> {
              assertThat(link.get("href").asString()).startsWith("http://");
              assertThat(link.get("type").asString()).isNotEmpty();
              assertThat(link.get("title").asString()).isNotEmpty();
              rels.add(link.get("rel").asString());
            });
    return rels;
  }

  private static String link(JsonNode answer, String rel) {
    return each(answer.get("links"))
        .filter(each -> each.get("rel").asString().equals(rel))
        .map(each -> each.get("href").asString())
        .findFirst()
        .orElse(null);
  }

  private static double[] at(JsonNode feature) {
    JsonNode place = feature.get("geometry").get("coordinates");
    return new double[] {place.get(0).asDouble(), place.get(1).asDouble()};
  }

  private List<String> filtered(String path, String filter) throws Exception {
    return ids(path, "limit", "100", "filter", filter);
  }

  @TestFactory
  Stream<DynamicTest> core() {
    return Stream.of(
        says("/req/core/root-op", "GET at the root", () -> ask("/ogc")),
        says(
            "/req/core/root-success",
            "links to the description, /conformance and /collections",
            () ->
                assertThat(rels(ask("/ogc")))
                    .contains("service-desc", "service-doc", "conformance", "data")),
        says("/req/core/api-definition-op", "GET of the description that is linked", this::api),
        says("/req/core/api-definition-success", "in the type that is linked", this::api),
        says("/req/core/conformance-op", "GET at /conformance", () -> ask("/ogc/conformance")),
        says(
            "/req/core/conformance-success",
            "lists all classes",
            () ->
                assertThat(each(ask("/ogc/conformance").get("conformsTo")).map(JsonNode::asString))
                    .containsExactlyElementsOf(OgcController.CONFORMANCE)),
        says("/req/core/http", "HTTP 1.1: HEAD too", this::head),
        says("/req/core/query-param-unknown", "400", () -> refuses("?nonsense=1", 400)),
        says("/req/core/query-param-invalid", "400", () -> refuses("?limit=many", 400)),
        says("/req/core/crs84", "places are longitude, latitude", this::crs84),
        says("/req/core/fc-md-op", "GET at /collections", () -> ask("/ogc/collections")),
        says(
            "/req/core/fc-md-success",
            "links and collections",
            () -> assertThat(ask("/ogc/collections").get("collections").size()).isGreaterThan(160)),
        says(
            "/req/core/fc-md-links",
            "self and alternate, with their types",
            () -> assertThat(rels(ask("/ogc/collections"))).contains("self", "alternate")),
        says("/req/core/fc-md-items", "every collection is listed", this::listed),
        says("/req/core/fc-md-items-links", "items in every type", this::itemsLinks),
        says("/req/core/fc-md-extent", "holds all features", this::extent),
        says("/req/core/sfc-md-op", "GET at /collections/{collectionId}", () -> ask(places)),
        says("/req/core/sfc-md-success", "says what the list says", this::sameAsListed),
        says("/req/core/fc-op", "GET at …/items", () -> items(places)),
        says("/req/core/fc-response", "only what is selected", this::propertyFilters),
        says("/req/core/fc-limit-definition", "limit is 1 … 10,000, else 10", this::limits),
        says(
            "/req/core/fc-limit-response-1",
            "no more than the limit; a larger one than the largest is no error",
            this::limitResponse),
        says("/req/core/fc-bbox-definition", "four or six numbers", this::bboxDefinition),
        says("/req/core/fc-bbox-response", "what touches the box", this::bbox),
        says("/req/core/fc-time-definition", "instants and intervals, open ones too", this::times),
        says("/req/core/fc-time-response", "what is in it, or has no time", this::time),
        says("/req/core/fc-links", "self and alternate", this::pageLinks),
        says("/req/core/fc-rel-type", "each with its type", () -> rels(items(places))),
        says("/rec/core/fc-next", "next leads on, to the end, each once", this::paging),
        says("/req/core/fc-timeStamp", "when it was answered", this::timeStamp),
        says("/req/core/fc-numberMatched", "of all pages", this::numberMatched),
        says("/req/core/fc-numberReturned", "of this page", this::numberReturned),
        says("/req/core/f-op", "GET of one feature", () -> ask(places + "/items/s03")),
        says("/req/core/f-success", "404 for one that is not there", this::feature),
        says(
            "/req/core/f-links",
            "self, alternate, collection",
            () ->
                assertThat(rels(ask(places + "/items/s03")))
                    .contains("self", "alternate", "collection")));
  }

  @TestFactory
  Stream<DynamicTest> encodings() {
    return Stream.of(
        says("/req/geojson/definition", "application/geo+json, application/json", this::types),
        says("/req/geojson/content", "FeatureCollection, Feature, ids, links", this::geoJson),
        says("/req/html/definition", "text/html at every address", this::html),
        says("/req/html/content", "all links as <a>", this::htmlLinks),
        says("/req/oas30/oas-definition-1", "OpenAPI 3.0 and a page", this::api),
        says("/req/oas30/oas-definition-2", "is a document of OpenAPI 3.0", this::api),
        says("/req/oas30/oas-impl", "all that is described is there", this::implemented),
        says("/req/oas30/completeness", "every status is described", this::statuses),
        says("/req/oas30/exceptions-codes", "those of errors too", this::statuses),
        says("/req/oas30/security", "how to be let in", this::security));
  }

  @TestFactory
  Stream<DynamicTest> coordinateSystems() {
    return Stream.of(
        says("/req/crs/crs-uri", "each by its URI", this::crsList),
        says("/req/crs/fc-md-crs-list", "those of a collection, CRS84 first", this::crsList),
        says("/req/crs/fc-md-crs-list-global", "#/crs in the list", this::crsList),
        says("/req/crs/fc-md-storageCrs", "as they are stored", this::crsList),
        says("/req/crs/fc-md-storageCrs-valid-value", "one of the list", this::crsList),
        says("/req/crs/fc-bbox-crs-definition", "bbox-crs is read", this::bboxCrs),
        says("/req/crs/fc-bbox-crs-action", "the box is in it", this::bboxCrs),
        says("/req/crs/fc-bbox-crs-default-value", "CRS84", this::bboxCrs),
        says("/req/crs/fc-bbox-crs-valid-value", "400 else", () -> refuses("?bbox-crs=x", 400)),
        says("/req/crs/bbox-crs-exception", "400 with words", () -> refuses("?bbox-crs=x", 400)),
        says("/req/crs/fc-crs-definition", "crs is read", this::crs),
        says("/req/crs/fc-crs-action", "places are in it, axes in its order", this::crs),
        says("/req/crs/fc-crs-default-value", "CRS84", this::crs84),
        says("/req/crs/fc-crs-valid-value", "400 else", () -> refuses("?crs=EPSG:4326", 400)),
        says("/req/crs/crs-exception", "400 with words", () -> refuses("?crs=EPSG:4326", 400)),
        says("/req/crs/ogc-crs-header", "Content-Crs", this::contentCrs),
        says("/req/crs/ogc-crs-header-value", "<URI>", this::contentCrs));
  }

  @TestFactory
  Stream<DynamicTest> filters() {
    return Stream.of(
        says("/req/queryables/get-queryables-op", "GET, schema+json", this::queryables),
        says("/req/queryables/get-queryables-response", "a JSON schema", this::queryables),
        says("/req/queryables/queryables-link", "linked from the collection", this::queryables),
        says("/req/queryables/expression-construction", "no others", this::unknownColumns),
        says("/req/queryables-query-parameters/parameters", "by name", this::propertyFilters),
        says("/req/filter/filter-param", "filter is read", this::comparisons),
        says("/req/filter/filter-lang-param", "cql2-text", this::filterLang),
        says("/req/filter/filter-crs-wgs84", "CRS84 where nothing is said", this::intersects),
        says("/req/filter/filter-crs-param", "else as it is said", this::filterCrs),
        says("/req/filter/mixing-expressions", "AND with other parameters", this::mixed),
        says("/req/filter/response", "what is true, nothing else", this::comparisons),
        says("/req/features-filter/filter-param", "at …/items", this::comparisons),
        says("/req/features-filter/response", "400 for what cannot be read", this::unreadable),
        says("/req/basic-cql2/binary-comparison-predicate", "= <> < > <= >=", this::comparisons),
        says("/req/basic-cql2/null-predicate", "IS NULL, IS NOT NULL", this::nulls),
        says("/req/basic-cql2/cql2-filter", "AND, OR, NOT; not known is not true", this::logic),
        says("/req/advanced-comparison-operators/like-predicate", "% and _", this::like),
        says("/req/advanced-comparison-operators/in-predicate", "IN", this::in),
        says("/req/advanced-comparison-operators/between-predicate", "BETWEEN", this::between),
        says("/req/basic-spatial-functions/spatial-predicate", "S_INTERSECTS", this::intersects),
        says("/req/basic-spatial-functions-plus/spatial-data-types", "areas", this::intersects),
        says("/req/property-property/withdraw-permissions", "two columns", this::twoColumns),
        says("/req/cql2-text/escaping", "'' within texts", this::escaped));
  }

  private static DynamicTest says(String id, String statement, Check check) {
    return DynamicTest.dynamicTest(id + ": " + statement, check::run);
  }

  private void refuses(String query, int status) throws Exception {
    MockHttpServletResponse answer = answer(places + "/items" + query, null);
    assertThat(answer.getStatus()).isEqualTo(status);
    JsonNode problem = json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    assertThat(problem.get("detail").asString()).doesNotContain("ogc.").isNotEmpty();
  }

  private void api() throws Exception {
    String described = link(ask("/ogc"), "service-desc");
    MockHttpServletResponse answer = answer(described.replaceFirst("http://[^/]*", ""), null);
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentType()).isEqualTo("application/vnd.oai.openapi+json;version=3.0");
    JsonNode api = json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    assertThat(api.get("openapi").asString()).startsWith("3.0");
    assertThat(answer("/ogc/api", "text/html").getContentType()).startsWith("text/html");
  }

  private void head() throws Exception {
    var asked = MockMvcRequestBuilders.head(places + "/items");
    assertThat(http.perform(asked).andReturn().getResponse().getStatus()).isEqualTo(200);
  }

  private void crs84() throws Exception {
    assertThat(at(items(places, "limit", "1").get("features").get(0))).containsExactly(28, -29.5);
  }

  private void listed() throws Exception {
    Set<String> ids = new TreeSet<>();
    each(ask("/ogc/collections").get("collections")).forEach(c -> ids.add(c.get("id").asString()));
    assertThat(ids)
        .contains("lso-today-places", "lso-today-masts", "lso-today-fibre")
        .contains(places.substring(17), fibre.substring(17));
    for (String each : List.of("lso-today-places", "lso-today-masts", "lso-today-fibre")) {
      items("/ogc/collections/" + each);
    }
  }

  private void itemsLinks() throws Exception {
    each(ask("/ogc/collections").get("collections"))
        .forEach(
            c ->
                assertThat(
                        each(c.get("links"))
                            .filter(link -> link.get("rel").asString().equals("items"))
                            .map(link -> link.get("type").asString()))
                    .containsExactlyInAnyOrder("application/geo+json", "text/html"));
  }

  private void extent() throws Exception {
    for (String each : List.of(places, fibre)) {
      JsonNode box = ask(each).get("extent").get("spatial").get("bbox").get(0);
      String bbox = each(box).map(JsonNode::toString).reduce((a, b) -> a + "," + b).orElseThrow();
      assertThat(items(each, "bbox", bbox, "limit", "100").get("numberReturned").asInt())
          .isEqualTo(items(each).get("numberMatched").asInt());
    }
  }

  private void sameAsListed() throws Exception {
    JsonNode one = ask(places);
    JsonNode listed =
        each(ask("/ogc/collections").get("collections"))
            .filter(c -> c.get("id").equals(one.get("id")))
            .findFirst()
            .orElseThrow();
    for (String each : List.of("id", "title", "description", "extent", "itemType")) {
      assertThat(one.get(each)).as(each).isEqualTo(listed.get(each));
    }
    assertThat(each(one.get("links")).toList()).containsAll(each(listed.get("links")).toList());
  }

  private void limits() throws Exception {
    assertThat(ids(places)).hasSize(10);
    refuses("?limit=0", 400);
    refuses("?limit=-1", 400);
    JsonNode limit = ask("/ogc/api").get("components").get("parameters").get("limit").get("schema");
    assertThat(limit.toString())
        .isEqualTo("{\"type\":\"integer\",\"minimum\":1,\"maximum\":10000,\"default\":10}");
  }

  private void limitResponse() throws Exception {
    assertThat(ids(places, "limit", "3")).hasSize(3);
    assertThat(ids(places, "limit", "1000000")).hasSize(12);
  }

  private void bboxDefinition() throws Exception {
    assertThat(ids(places, "bbox", "28.05,-29.45,28.15,-29.35")).containsExactly("s05");
    assertThat(ids(places, "bbox", "28.05,-29.45,0,28.15,-29.35,9000")).containsExactly("s05");
    for (String each :
        List.of("1,2,3", "1,2,3,4,5", "a,b,c,d", "0,1,2,0", "0,0,0,91", "NaN,0,1,1")) {
      refuses("?bbox=" + each, 400);
    }
  }

  private void bbox() throws Exception {
    // of a line as it lies, not of the box around it
    assertThat(ids(fibre, "bbox", "27.59,-29.31,27.6,-29.3")).isEmpty();
    assertThat(ids(fibre, "bbox", "27.54,-29.36,27.56,-29.34")).containsExactly("a");
    assertThat(ids(fibre, "bbox", "170,-40,-170,40")).isEmpty();
    assertThat(ids(fibre, "bbox", "28.4,-40,-170,40")).containsExactly("b", "c");
  }

  private void times() throws Exception {
    for (String each :
        List.of("2020-01-01", "2020-01-01T12:00:00Z", "2019-12-31/2020-01-02", "../2021-01-01")) {
      assertThat(ids(fibre, "datetime", each)).as(each).containsExactly("a", "c");
    }
    assertThat(ids(fibre, "datetime", "2025-01-01T00:00:00+01:00/..")).containsExactly("b", "c");
    assertThat(ids(fibre, "datetime", "2025-01-01/")).containsExactly("b", "c");
    for (String each : List.of("soon", "../..", "2021-01-01/2020-01-01", "2020-13-01", "1/2/3")) {
      assertThat(status(fibre + "/items?datetime=" + each)).as(each).isEqualTo(400);
    }
  }

  private void time() throws Exception {
    assertThat(ids(fibre, "datetime", "1999-01-01")).containsExactly("c");
    // a plan says when it builds what serves a place; the others have no time
    List<String> unserved = filtered(places, "buildYear = 0");
    assertThat(unserved).hasSizeBetween(1, 11);
    assertThat(ids(places, "datetime", "1999-01-01")).isEqualTo(unserved);
    assertThat(ids(places, "datetime", "2027-07-01", "limit", "100")).hasSize(12);
  }

  private void pageLinks() throws Exception {
    JsonNode page = items(places, "limit", "3");
    assertThat(rels(page)).containsExactlyInAnyOrder("self", "alternate", "next");
    assertThat(link(page, "alternate")).contains("f=html").contains("limit=3");
  }

  private void paging() throws Exception {
    for (String each : List.of(places, fibre)) {
      List<String> whole = ids(each, "limit", "100");
      List<String> read = new ArrayList<>();
      String next = each + "/items?limit=2&filter=" + encoded("name IS NOT NULL");
      while (next != null) {
        JsonNode page = ask(next);
        read.addAll(ids(page));
        String on = link(page, "next");
        next = on == null ? null : on.replaceFirst("http://[^/]*", "");
      }
      assertThat(read).as(each).isEqualTo(whole);
    }
  }

  private void timeStamp() throws Exception {
    assertThat(Instant.parse(items(places).get("timeStamp").asString()))
        .isBefore(Instant.now().plusSeconds(1));
  }

  private void numberMatched() throws Exception {
    assertThat(items(places, "limit", "1").get("numberMatched").asInt()).isEqualTo(12);
    assertThat(items(fibre, "limit", "1").get("numberMatched").asInt()).isEqualTo(3);
    JsonNode some = items(places, "limit", "1", "filter", "population > 3000");
    assertThat(some.get("numberMatched").asInt()).isEqualTo(5);
  }

  private void numberReturned() throws Exception {
    JsonNode page = items(places, "limit", "7");
    assertThat(page.get("numberReturned").asInt()).isEqualTo(page.get("features").size());
  }

  private void feature() throws Exception {
    assertThat(status(places + "/items/nobody")).isEqualTo(404);
    assertThat(status("/ogc/collections/nothing")).isEqualTo(404);
    assertThat(status("/ogc/collections/nothing/items")).isEqualTo(404);
    JsonNode listed = items(places, "limit", "4").get("features").get(3);
    JsonNode one = ask(places + "/items/s03");
    assertThat(one.get("properties")).isEqualTo(listed.get("properties"));
  }

  private void types() throws Exception {
    assertThat(answer(places + "/items", "*/*").getContentType()).isEqualTo("application/geo+json");
    assertThat(answer(places + "/items/s03", "application/geo+json").getContentType())
        .isEqualTo("application/geo+json");
    for (String each : List.of("/ogc", "/ogc/conformance", "/ogc/collections", places)) {
      assertThat(answer(each, "application/json").getContentType()).isEqualTo("application/json");
    }
    assertThat(answer(places, "image/png").getStatus()).isEqualTo(406);
  }

  private void geoJson() throws Exception {
    assertThat(items(places).get("type").asString()).isEqualTo("FeatureCollection");
    JsonNode one = ask(places + "/items/s03");
    assertThat(one.get("type").asString()).isEqualTo("Feature");
    assertThat(one.get("id").asString()).isEqualTo("s03");
    assertThat(one.get("links").size()).isEqualTo(3);
  }

  private List<String> addresses() {
    return List.of(
        "/ogc",
        "/ogc/conformance",
        "/ogc/api",
        "/ogc/collections",
        places,
        places + "/queryables",
        places + "/items",
        places + "/items/s03");
  }

  private void html() throws Exception {
    for (String each : addresses()) {
      assertThat(answer(each, "text/html,application/xml;q=0.9,*/*;q=0.8").getContentType())
          .as(each)
          .startsWith("text/html");
      assertThat(answer(each + "?f=html", null).getContentType()).startsWith("text/html");
      assertThat(answer(each + "?f=json", "text/html").getContentType()).contains("json");
    }
    assertThat(status("/ogc?f=xml")).isEqualTo(400);
  }

  private void htmlLinks() throws Exception {
    for (String each : addresses()) {
      Document page =
          Jsoup.parse(answer(each + "?f=html", null).getContentAsString(StandardCharsets.UTF_8));
      assertThat(page.select("a[rel=self], a[rel=alternate]")).as(each).hasSizeGreaterThan(1);
      assertThat(page.select("h1").text()).isNotEmpty();
      assertThat(page.text()).doesNotContain("??").doesNotContain("ogc.");
    }
    String page = answer(places + "/items?f=html", null).getContentAsString(StandardCharsets.UTF_8);
    assertThat(page).contains("Thaba-Tséka").contains("10 of 12 features").contains("POINT (28 ");
  }

  private void implemented() throws Exception {
    JsonNode api = ask("/ogc/api");
    String root = api.get("servers").get(0).get("url").asString().replaceFirst("http://[^/]*", "");
    for (String path : api.get("paths").propertyNames()) {
      String address =
          path.replace("{collectionId}", places.substring(17)).replace("{featureId}", "s03");
      ask(root + (path.equals("/") ? "" : address));
      assertThat(api.get("paths").get(path).get("get").get("summary").asString()).isNotEmpty();
    }
    Set<String> described = new TreeSet<>();
    each(api.get("paths").get("/collections/{collectionId}/items").get("get").get("parameters"))
        .map(each -> each.get("$ref").asString().replaceFirst(".*/", ""))
        .forEach(described::add);
    Set<String> known = new TreeSet<>(ItemsQuery.NAMES);
    known.addAll(List.of("f", "lang", "collectionId", "columns"));
    assertThat(described).isEqualTo(known);
  }

  private void statuses() throws Exception {
    JsonNode paths = ask("/ogc/api").get("paths");
    for (String path : paths.propertyNames()) {
      assertThat(paths.get(path).get("get").get("responses").propertyNames())
          .contains("200", "400", "401", "403", "404", "406", "409", "429", "500", "503");
    }
  }

  private void security() throws Exception {
    JsonNode api = ask("/ogc/api");
    assertThat(api.get("components").get("securitySchemes").get("token").get("scheme").asString())
        .isEqualTo("bearer");
    assertThat(api.get("security").size()).isEqualTo(2);
  }

  private void crsList() throws Exception {
    JsonNode all = ask("/ogc/collections");
    assertThat(each(all.get("crs")).map(JsonNode::asString))
        .containsExactly(CRS84, WGS84, MERCATOR);
    assertThat(all.get("collections").get(0).get("crs").get(0).asString()).isEqualTo("#/crs");
    JsonNode one = ask(places);
    assertThat(one.get("crs")).isEqualTo(all.get("crs"));
    assertThat(one.get("storageCrs").asString()).isEqualTo(CRS84);
  }

  private void bboxCrs() throws Exception {
    assertThat(ids(places, "bbox", "-29.45,28.05,-29.35,28.15", "bbox-crs", WGS84))
        .containsExactly("s05");
    // 28.05 and 28.15 degrees east, 29.45 and 29.35 south, by the spherical formulas of EPSG 3857
    double r = 6378137;
    String box =
        r * Math.toRadians(28.05)
            + ","
            + r * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(-29.45) / 2))
            + ","
            + r * Math.toRadians(28.15)
            + ","
            + r * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(-29.35) / 2));
    assertThat(ids(places, "bbox", box, "bbox-crs", MERCATOR)).containsExactly("s05");
    assertThat(ids(places, "bbox", "28.05,-29.45,28.15,-29.35", "bbox-crs", CRS84))
        .containsExactly("s05");
  }

  private void crs() throws Exception {
    JsonNode turned = items(places, "limit", "1", "crs", WGS84).get("features").get(0);
    assertThat(at(turned)).containsExactly(-29.5, 28);
    double[] metres = at(items(places, "limit", "1", "crs", MERCATOR).get("features").get(0));
    double r = 6378137;
    assertThat(metres[0]).isCloseTo(r * Math.toRadians(28), offset(0.001));
    assertThat(metres[1])
        .isCloseTo(r * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(-29.5) / 2)), offset(0.001));
    assertThat(at(ask(places + "/items/s00?crs=" + encoded(WGS84)))).containsExactly(-29.5, 28);
  }

  private void contentCrs() throws Exception {
    assertThat(answer(places + "/items", null).getHeader("Content-Crs"))
        .isEqualTo("<" + CRS84 + ">");
    for (String each : List.of("/items", "/items/s00")) {
      assertThat(answer(places + each + "?crs=" + encoded(MERCATOR), null).getHeader("Content-Crs"))
          .isEqualTo("<" + MERCATOR + ">");
    }
  }

  private void queryables() throws Exception {
    assertThat(link(ask(places), "http://www.opengis.net/def/rel/ogc/1.0/queryables"))
        .contains(places + "/queryables");
    MockHttpServletResponse answer = answer(places + "/queryables", "application/schema+json");
    assertThat(answer.getContentType()).isEqualTo("application/schema+json");
    JsonNode schema = json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    assertThat(schema.get("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.get("$id").asString()).endsWith(places + "/queryables");
    assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
    JsonNode columns = schema.get("properties");
    assertThat(columns.get("geometry").get("format").asString()).isEqualTo("geometry-point");
    assertThat(columns.get("geometry").has("type")).isFalse();
    assertThat(columns.get("population").get("type").asString()).isEqualTo("number");
    assertThat(columns.get("modelled").get("type").asString()).isEqualTo("boolean");
    assertThat(columns.get("district").get("type").asString()).isEqualTo("string");
  }

  private void unknownColumns() throws Exception {
    refuses("?filter=" + encoded("nothing = 1"), 400);
  }

  private void propertyFilters() throws Exception {
    assertThat(ids(places, "district", "North", "limit", "3")).containsExactly("s06", "s07", "s08");
    assertThat(ids(places, "population", "500.0")).containsExactly("s00");
    assertThat(ids(places, "modelled", "true", "limit", "2")).containsExactly("s01", "s03");
    assertThat(ids(places, "name", "Thaba-Tséka")).containsExactly("s05");
    refuses("?population=many", 400);
    refuses("?modelled=perhaps", 400);
    refuses("?district=North&district=South", 400);
  }

  private void filterLang() throws Exception {
    assertThat(ids(places, "filter", "population = 500", "filter-lang", "cql2-text"))
        .containsExactly("s00");
    refuses("?filter=true&filter-lang=cql2-json", 400);
  }

  private void comparisons() throws Exception {
    assertThat(filtered(places, "population = 500")).containsExactly("s00");
    assertThat(filtered(places, "500 = population")).containsExactly("s00");
    assertThat(filtered(places, "population < 1000")).containsExactly("s00");
    assertThat(filtered(places, "population <= 1000")).containsExactly("s00", "s01");
    assertThat(filtered(places, "population>5000")).containsExactly("s10");
    assertThat(filtered(places, "population >= 5.0e3")).containsExactly("s09", "s10");
    // of s11 nobody knows how many people it has
    assertThat(filtered(places, "population <> 500")).hasSize(10).doesNotContain("s11");
    assertThat(filtered(places, "\"district\" = 'North'")).hasSize(6);
    assertThat(filtered(places, "modelled = true")).hasSize(6);
    assertThat(filtered(fibre, "serviceDate > DATE('2021-01-01')")).containsExactly("b");
  }

  private void nulls() throws Exception {
    assertThat(filtered(places, "population IS NULL")).containsExactly("s11");
    assertThat(filtered(places, "population is not null")).hasSize(11);
  }

  private void logic() throws Exception {
    assertThat(filtered(places, "population < 1000 OR population > 5000"))
        .containsExactly("s00", "s10");
    assertThat(filtered(places, "district = 'North' AND NOT (modelled = true)"))
        .containsExactly("s06", "s08", "s10");
    assertThat(filtered(places, "NOT population < 1000")).hasSize(10).doesNotContain("s11");
    assertThat(filtered(places, "population < 1000 OR district = 'North' AND modelled = true"))
        .containsExactly("s00", "s07", "s09", "s11");
    assertThat(filtered(places, "NOT (population > 0 AND district = 'South')"))
        .contains("s11")
        .hasSize(6);
  }

  private void like() throws Exception {
    assertThat(filtered(places, "name LIKE 'Thaba%'")).containsExactly("s05");
    assertThat(filtered(places, "name LIKE 'Place _'")).hasSize(9);
    assertThat(filtered(places, "name NOT LIKE 'Place%'")).containsExactly("s05");
    assertThat(filtered(places, "name LIKE 'Place \\_'")).isEmpty();
    refuses("?filter=" + encoded("population LIKE '5%'"), 400);
  }

  private void in() throws Exception {
    assertThat(filtered(places, "population IN (500, 1500)")).containsExactly("s00", "s02");
    assertThat(filtered(places, "settlementId NOT IN ('s00','s01') AND modelled = false"))
        .containsExactly("s02", "s04", "s06", "s08", "s10");
  }

  private void between() throws Exception {
    assertThat(filtered(places, "population BETWEEN 1000 AND 2000"))
        .containsExactly("s01", "s02", "s03");
    assertThat(filtered(places, "population NOT BETWEEN 1000 AND 5000"))
        .containsExactly("s00", "s10");
  }

  private void intersects() throws Exception {
    String area =
        "S_INTERSECTS(geometry, POLYGON((28.05 -29.45,28.15 -29.45,28.15 -29.35,28.05 -29.45)))";
    assertThat(filtered(places, area)).containsExactly("s05");
    assertThat(filtered(places, "s_intersects(geometry,BBOX(28.05,-29.45,28.15,-29.35))"))
        .containsExactly("s05");
    assertThat(filtered(places, "S_INTERSECTS(geometry, POINT(28 -29.5)) AND modelled = false"))
        .containsExactly("s00");
  }

  private void filterCrs() throws Exception {
    String turned = "S_INTERSECTS(geometry, BBOX(-29.45,28.05,-29.35,28.15))";
    assertThat(ids(places, "filter", turned, "filter-crs", WGS84)).containsExactly("s05");
    String point = "S_INTERSECTS(geometry, POINT(-29.5 28))";
    assertThat(ids(places, "filter", point, "filter-crs", WGS84)).containsExactly("s00");
    refuses("?filter=true&filter-crs=x", 400);
  }

  private void mixed() throws Exception {
    assertThat(
            ids(
                places,
                "filter",
                "modelled = true",
                "district",
                "North",
                "bbox",
                "27,-30,29,-29.35"))
        .containsExactly("s07");
  }

  private void unreadable() throws Exception {
    record Wrong(String filter, String told) {}
    for (Wrong each :
        List.of(
            new Wrong("population >", "character 13"),
            new Wrong("population > 'x'", "character 14 (“'x'”)"),
            new Wrong("nobody = 1", "character 1 (“nobody = 1”)"),
            new Wrong("(population > 1", "character 16 (“…”)"),
            new Wrong("population > 1)", "character 15 (“)”)"),
            new Wrong("population ! 1", "character 12 (“! 1”)"),
            new Wrong("population = 1 district", "character 16 (“district”)"),
            new Wrong("S_INTERSECTS(name, POINT(1 1))", "character 14"),
            new Wrong("S_INTERSECTS(geometry, POINT(1))", "character 23"),
            new Wrong("S_INTERSECTS(geometry, POINT(1 1)", "character 34"),
            new Wrong("S_INTERSECTS(geometry, BBOX(1,2,3))", "character 23"),
            new Wrong("name LIKE 5", "character 11 (“5”)"),
            new Wrong("name = 'open", "character 8 (“'open”)"),
            new Wrong("(".repeat(5000), "character 10"),
            new Wrong("", "character 1"))) {
      MockHttpServletResponse answer =
          answer(places + "/items?filter=" + encoded(each.filter()), null);
      String body = answer.getContentAsString(StandardCharsets.UTF_8);
      assertThat(answer.getStatus()).as(each.filter() + " " + body).isEqualTo(400);
      assertThat(json.readTree(body).get("detail").asString()).contains(each.told());
    }
  }

  private void twoColumns() throws Exception {
    assertThat(filtered(places, "settlementId <> name AND population > 5000"))
        .containsExactly("s10");
  }

  private void escaped() throws Exception {
    assertThat(filtered(places, "name = 'it''s'")).isEmpty();
    assertThat(filtered(fibre, "name <> 'it''s'")).hasSize(3);
  }
}
