package org.kiungo.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/**
 * What parts 2 (coordinate systems) and 3 (filters) and CQL2 text ask of a server, requirement by
 * requirement.
 */
class OgcFilterConformanceTest extends OgcStatements {

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
    assertThat(filtered(fibre, "serviceDate IS NULL")).as("a text of nothing").containsExactly("c");
    assertThat(filtered(fibre, "serviceDate = ''")).isEmpty();
    assertThat(filtered(places, "geometry IS NULL")).isEmpty();
    assertThat(filtered(places, "\"geometry\" IS NOT NULL AND population IS NULL"))
        .containsExactly("s11");
    refuses("?filter=" + encoded("geometry = 'x'"), 400);
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
            new Wrong("population > 'x'", "What is asked for is a number."),
            new Wrong("name = 5", "What is asked for is a text."),
            new Wrong("S_WITHIN(geometry, POINT(1 1))", "(“S_WITHIN(geometry, P”)"),
            new Wrong("S_WITHIN(geometry, POINT(1 1))", "no function here"),
            new Wrong("CAST(population AS REAL) > 1", "no function here. There is: S_INTERSECTS"),
            new Wrong("name = UPPER ('x')", "character 8 (“UPPER ('x')”)"),
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
