package org.kiungo.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestInstance;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for features of a plan, a dataset and today's layers, for what the standards say of them.
 */
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OgcStatements {

  static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  static final String WGS84 = "http://www.opengis.net/def/crs/EPSG/0/4326";
  static final String MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857";

  /** Of a mast that each year one more comes to: places 0.1 degrees apart. */
  static final String FIBRE =
      """
      {"type": "FeatureCollection", "features": [
       {"type": "Feature", "properties": {"id": "a", "name": "A", "serviceDate": "2020-01-01"},
        "geometry": {"type": "LineString", "coordinates": [[27.5, -29.3], [27.6, -29.4]]}},
       {"type": "Feature", "properties": {"id": "b", "name": "B", "serviceDate": "2028-06-30"},
        "geometry": {"type": "LineString", "coordinates": [[28.5, -29.3], [28.6, -29.4]]}},
       {"type": "Feature", "properties": {"id": "c", "name": "C", "serviceDate": ""},
        "geometry": {"type": "LineString", "coordinates": [[28.0, -29.9], [28.6, -29.9]]}}]}
      """;

  @Autowired MockMvc http;
  @Autowired private Plans plans;
  @Autowired JsonMapper json;

  String places;
  String fibre;

  /** What a requirement asks for, as the test of it that was published. */
  interface Check {
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

  MockHttpServletResponse answer(String address, String accept) throws Exception {
    var asked = get(URI.create(address));
    return http.perform(
            accept == null
                ? asked
                : asked.accept(MediaType.parseMediaTypes(accept).toArray(MediaType[]::new)))
        .andReturn()
        .getResponse();
  }

  JsonNode ask(String address) throws Exception {
    MockHttpServletResponse answer = answer(address, null);
    String body = answer.getContentAsString(StandardCharsets.UTF_8);
    assertThat(answer.getStatus()).as(address + " " + body).isEqualTo(200);
    return json.readTree(body);
  }

  int status(String address) throws Exception {
    return answer(address, null).getStatus();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  JsonNode items(String path, String... query) throws Exception {
    StringBuilder address = new StringBuilder(path).append("/items");
    char sign = '?';
    for (int k = 0; k < query.length; k += 2) {
      address.append(sign).append(encoded(query[k])).append('=').append(encoded(query[k + 1]));
      sign = '&';
    }
    return ask(address.toString());
  }

  List<String> ids(String path, String... query) throws Exception {
    return ids(items(path, query));
  }

  static List<String> ids(JsonNode page) {
    return each(page.get("features")).map(f -> f.get("id").asString()).toList();
  }

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static Set<String> rels(JsonNode answer) {
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

  static String link(JsonNode answer, String rel) {
    return each(answer.get("links"))
        .filter(each -> each.get("rel").asString().equals(rel))
        .map(each -> each.get("href").asString())
        .findFirst()
        .orElse(null);
  }

  static double[] at(JsonNode feature) {
    JsonNode place = feature.get("geometry").get("coordinates");
    return new double[] {place.get(0).asDouble(), place.get(1).asDouble()};
  }

  List<String> filtered(String path, String filter) throws Exception {
    return ids(path, "limit", "100", "filter", filter);
  }

  static DynamicTest says(String id, String statement, Check check) {
    return DynamicTest.dynamicTest(id + ": " + statement, check::run);
  }

  /** In the words that it is refused with. */
  String refuses(String query, int status) throws Exception {
    MockHttpServletResponse answer = answer(places + "/items" + query, null);
    assertThat(answer.getStatus()).isEqualTo(status);
    JsonNode problem = json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    String detail = problem.get("detail").asString();
    assertThat(detail).doesNotContain("ogc.").isNotEmpty();
    return detail;
  }

  void crs84() throws Exception {
    assertThat(at(items(places, "limit", "1").get("features").get(0))).containsExactly(28, -29.5);
  }

  List<String> addresses() {
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

  void propertyFilters() throws Exception {
    assertThat(ids(places, "district", "North", "limit", "3")).containsExactly("s06", "s07", "s08");
    assertThat(ids(places, "population", "500.0")).containsExactly("s00");
    assertThat(ids(places, "modelled", "true", "limit", "2")).containsExactly("s01", "s03");
    assertThat(ids(places, "name", "Thaba-Tséka")).containsExactly("s05");
    refuses("?population=many", 400);
    refuses("?modelled=perhaps", 400);
    refuses("?district=North&district=South", 400);
  }
}
