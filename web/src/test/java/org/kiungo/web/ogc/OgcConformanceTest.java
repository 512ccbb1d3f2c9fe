package org.kiungo.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/**
 * What the published abstract tests of OGC API – Features, part 1, ask of a server, requirement by
 * requirement: core, GeoJSON, HTML, OpenAPI 3.0.
 */
class OgcConformanceTest extends OgcStatements {

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

  @Test
  void theDocumentHasTheClassesThatAreClaimed() throws IOException {
    TreeSet<String> told = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("docs/ogc.md"))) {
      String[] cells = line.split(" *\\| *");
      if (cells.length == 4 && cells[1].matches("`[\\w-]+/\\d\\.\\d`")) {
        String spec = "http://www.opengis.net/spec/" + cells[1].replace("`", "") + "/conf/";
        Stream.of(cells[2].replace("`", "").split(", ")).forEach(each -> told.add(spec + each));
      }
    }
    assertThat(told).isEqualTo(new TreeSet<>(OgcController.CONFORMANCE));
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
    assertThat(ids(places, "limit", "9".repeat(40))).hasSize(12);
  }

  private void bboxDefinition() throws Exception {
    assertThat(ids(places, "bbox", "28.05,-29.45,28.15,-29.35")).containsExactly("s05");
    assertThat(ids(places, "bbox", "28.05,-29.45,0,28.15,-29.35,9000")).containsExactly("s05");
    for (String each :
        List.of("1,2,3", "1,2,3,4,5", "a,b,c,d", "0,1,2,0", "0,0,0,91", "NaN,0,1,1")) {
      refuses("?bbox=" + each, 400);
    }
    assertThat(refuses("?bbox=27,29.5,-30.7,-28.5", 400)).contains("west, south, east, north");
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
          path.replace("{collectionId}", places.substring(17))
              .replace("{featureId}", "s03")
              .replaceAll("\\{tile\\w+}", "0");
      assertThat(status(root + (path.equals("/") ? "" : address))).as(path).isEqualTo(200);
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
}
