package org.kiungo.web.ogc;

import static org.kiungo.web.ogc.OgcAnswers.ROOT;
import static org.kiungo.web.ogc.OgcAnswers.ok;
import static org.kiungo.web.ogc.OgcAnswers.path;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.web.language.Words;
import org.kiungo.web.system.ApiRefusal;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;

/** OGC API – Features: every address as JSON for programs and as a page for people. */
@Controller
class OgcController {

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final String QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

  /** What is conformed to. */
  static final List<String> CONFORMANCE =
      List.of(
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
          "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
          "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
          "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
          "http://www.opengis.net/spec/cql2/1.0/conf/property-property",
          "http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/oas30",
          "http://www.opengis.net/spec/tms/2.0/conf/tilematrixset",
          "http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset",
          "http://www.opengis.net/spec/tms/2.0/conf/tilesetmetadata",
          "http://www.opengis.net/spec/tms/2.0/conf/json-tilesetmetadata");

  private final OgcAnswers answers;
  private final OgcCollections collections;
  private final ItemsPages items;

  OgcController(OgcAnswers answers, OgcCollections collections, ItemsPages items) {
    this.answers = answers;
    this.collections = collections;
    this.items = items;
  }

  @GetMapping(ROOT)
  Object landing(HttpServletRequest request, Locale locale) throws Exception {
    Ask ask = answers.ask(request, locale);
    Words words = ask.words();
    List<Ask.Link> links = new ArrayList<>(ask.selves(JSON));
    links.add(ask.link(ROOT + "/api", false, "service-desc", Ask.OPENAPI, words.text("ogc.api")));
    links.add(ask.link(ROOT + "/api", true, "service-doc", "", words.text("ogc.api.page")));
    links.add(
        ask.link(
            ROOT + "/conformance", ask.html(), "conformance", JSON, words.text("ogc.conformance")));
    links.add(
        ask.link(ROOT + "/collections", ask.html(), "data", JSON, words.text("ogc.collections")));
    links.add(
        ask.link(
            ROOT + "/tileMatrixSets",
            ask.html(),
            "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
            JSON,
            words.text("ogc.tile-matrix-sets")));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", words.text("ogc.title"));
    body.put("description", words.text("ogc.about"));
    body.put("links", links);
    return ask.html()
        ? new OgcPage(ask, words.text("ogc.title")).about(words.text("ogc.about")).show(links)
        : ok(ask, JSON).body(body);
  }

  @GetMapping(ROOT + "/conformance")
  Object conformance(HttpServletRequest request, Locale locale) throws Exception {
    Ask ask = answers.ask(request, locale);
    List<Ask.Link> links = ask.selves(JSON);
    if (!ask.html()) {
      return ok(ask, JSON).body(Map.of("conformsTo", CONFORMANCE, "links", links));
    }
    OgcPage page = new OgcPage(ask, ask.words().text("ogc.conformance"));
    CONFORMANCE.forEach(each -> page.row(new OgcPage.Cell(each, null)));
    return page.show(links);
  }

  @GetMapping(ROOT + "/api")
  Object api(HttpServletRequest request, Locale locale) throws Exception {
    Ask ask = answers.ask(request, locale);
    OgcOpenApi description = new OgcOpenApi(ask);
    if (!ask.html()) {
      return ok(ask, Ask.OPENAPI).body(description.json());
    }
    OgcPage page = new OgcPage(ask, ask.words().text("ogc.api.page"));
    page.columns("api.address", "api.meaning");
    description
        .addresses()
        .forEach(
            (path, about) -> page.row(new OgcPage.Cell(path, null), new OgcPage.Cell(about, null)));
    return page.show(ask.selves(Ask.OPENAPI));
  }

  @GetMapping(ROOT + "/collections")
  Object collections(HttpServletRequest request, Locale locale) throws Exception {
    Ask ask = answers.ask(request, locale);
    List<OgcCollection> all = collections.list(ask.words());
    List<Ask.Link> links = ask.selves(JSON);
    if (!ask.html()) {
      List<Map<String, Object>> told =
          all.stream().map(each -> told(each, List.of("#/crs"), ask)).toList();
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("links", links);
      body.put("crs", OgcCrs.uris());
      body.put("collections", told);
      return ok(ask, JSON).body(body);
    }
    OgcPage page = new OgcPage(ask, ask.words().text("ogc.collections"));
    page.about(ask.words().text("ogc.collections.about")).columns("ogc.collection", "ogc.id");
    for (OgcCollection each : all) {
      page.row(new OgcPage.Cell(each.title(), path(each)), new OgcPage.Cell(each.id(), null));
    }
    return page.show(links);
  }

  /** Of a collection what its list tells too. */
  private static Map<String, Object> told(OgcCollection each, List<String> crs, Ask ask) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", each.id());
    told.put("title", each.title());
    told.put("description", each.description());
    told.put("itemType", each.isRecords() ? "record" : "feature");
    Envelope box = each.extent();
    if (box != null) {
      List<Double> corners = List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
      told.put(
          "extent", Map.of("spatial", Map.of("bbox", List.of(corners), "crs", OgcCrs.CRS84.uri())));
    }
    told.put("crs", crs);
    told.put("storageCrs", OgcCrs.CRS84.uri());
    told.put("links", links(each, ask));
    return told;
  }

  private static List<Ask.Link> links(OgcCollection each, Ask ask) {
    Words words = ask.words();
    String path = path(each);
    String of = words.text("ogc.items", each.title());
    return List.of(
        ask.link(path + "/items", false, "items", Ask.GEOJSON, of),
        ask.link(path + "/items", true, "items", "", of),
        ask.link(
            path + "/queryables",
            ask.html(),
            QUERYABLES,
            Ask.SCHEMA,
            words.text("ogc.queryables", each.title())),
        ask.link(
            path + "/tiles",
            ask.html(),
            "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
            JSON,
            words.text("ogc.tiles", each.title())));
  }

  @GetMapping(ROOT + "/collections/{collectionId}")
  Object collection(@PathVariable String collectionId, HttpServletRequest request, Locale locale)
      throws Exception {
    Ask ask = answers.ask(request, locale);
    OgcCollection found = answers.get(collectionId, 0, ask.words());
    List<Ask.Link> links = new ArrayList<>(ask.selves(JSON));
    links.addAll(links(found, ask));
    if (!ask.html()) {
      Map<String, Object> told = told(found, OgcCrs.uris(), ask);
      told.put("links", links);
      return ok(ask, JSON).body(told);
    }
    OgcPage page = new OgcPage(ask, found.title()).about(found.description());
    page.columns("ogc.fact", "ogc.value-of");
    page.fact("id", found.id());
    if (found.extent() != null) {
      Envelope box = found.extent();
      page.fact(
          "bbox",
          box.getMinX() + ", " + box.getMinY() + ", " + box.getMaxX() + ", " + box.getMaxY());
    }
    OgcCrs.uris().forEach(each -> page.fact("crs", each));
    page.fact("storageCrs", OgcCrs.CRS84.uri());
    return page.show(links);
  }

  @GetMapping(ROOT + "/collections/{collectionId}/queryables")
  Object queryables(@PathVariable String collectionId, HttpServletRequest request, Locale locale)
      throws Exception {
    Ask ask = answers.ask(request, locale);
    OgcCollection found = answers.get(collectionId, 0, ask.words());
    FeatureSource.Shape shape = found.source().get().shape();
    String title = ask.words().text("ogc.queryables", found.title());
    if (!ask.html()) {
      Map<String, Object> properties = new LinkedHashMap<>();
      if (!shape.kinds().isEmpty()) {
        properties.put(
            Cql2Text.PLACE,
            Map.of("x-ogc-role", "primary-geometry", "format", "geometry-" + shape.kind()));
      }
      shape.fields().forEach(each -> properties.put(each.name(), Map.of("type", type(each))));
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
      schema.put("$id", ask.base() + ask.path());
      schema.put("type", "object");
      schema.put("title", title);
      schema.put("properties", properties);
      schema.put("additionalProperties", false);
      return ok(ask, Ask.SCHEMA).body(schema);
    }
    OgcPage page = new OgcPage(ask, title).about(ask.words().text("ogc.queryables.about"));
    page.columns("ogc.column", "ogc.kind");
    if (!shape.kinds().isEmpty()) {
      page.fact(Cql2Text.PLACE, "geometry-" + shape.kind());
    }
    shape.fields().forEach(each -> page.fact(each.name(), type(each)));
    return page.show(ask.selves(Ask.SCHEMA));
  }

  static String type(Field field) {
    return switch (field.type()) {
      case TEXT -> "string";
      case INTEGER -> "integer";
      case REAL -> "number";
      case BOOLEAN -> "boolean";
    };
  }

  @GetMapping(ROOT + "/collections/{collectionId}/items")
  Object items(@PathVariable String collectionId, HttpServletRequest request, Locale locale)
      throws Exception {
    // where a collection is not there, none of its columns can be told apart from a wrong name
    Ask first = answers.ask(request, locale, request.getParameterMap().keySet());
    String after = first.given().get("after");
    OgcCollection found = answers.get(collectionId, ItemsQuery.version(after), first.words());
    FeatureSource source = found.source().get();
    Set<String> known = new HashSet<>();
    List<String> names = new ArrayList<>(ItemsQuery.NAMES);
    source.shape().fields().stream()
        .map(Field::name)
        .filter(each -> !each.equals("f") && !each.equals("lang"))
        .filter(known::add)
        .forEach(names::add);
    Ask ask = answers.ask(request, locale, names);
    ItemsQuery query = ItemsQuery.of(ask.given(), source.shape().fields());
    if (ask.html()) {
      return page(ask, found, source, query);
    }
    ItemsPages.Sent sent =
        items.write(source, query, each -> members(found, each, ask), read -> around(ask, read));
    return ok(ask, Ask.GEOJSON)
        .header("Content-Crs", "<" + query.crs().uri() + ">")
        .contentLength(sent.bytes())
        .body(sent.body());
  }

  private static Map<String, ?> members(OgcCollection of, Feature feature, Ask ask) {
    return of.isRecords() ? DatasetRecords.members(feature, List.of(), ask) : Map.of();
  }

  private static List<Ask.Link> around(Ask ask, ItemsPages.Read read) {
    List<Ask.Link> links = new ArrayList<>(ask.selves(Ask.GEOJSON));
    if (read.next() != null) {
      links.add(
          ask.link(
              ask.path(),
              ask.with("after", read.next()),
              "next",
              ask.html() ? MediaType.TEXT_HTML_VALUE : Ask.GEOJSON,
              ask.words().text("ogc.link.next")));
    }
    return links;
  }

  private Object page(Ask ask, OgcCollection found, FeatureSource source, ItemsQuery query) {
    ItemsPages.Read[] read = new ItemsPages.Read[1];
    Consumer<ItemsPages.Read> told = each -> read[0] = each;
    List<Feature> features = ItemsPages.list(source, query.atMost(OgcPage.MOST_ROWS), told);
    OgcPage page = new OgcPage(ask, found.title()).about(found.description());
    page.counted(read[0].returned(), read[0].matched());
    page.features(features, source.shape().fields(), each -> itemPath(found, each));
    return page.show(around(ask, read[0]));
  }

  private static String itemPath(OgcCollection collection, String id) {
    return path(collection)
        + "/items/"
        + UriUtils.encode(id, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  @GetMapping(ROOT + "/collections/{collectionId}/items/{*featureId}")
  Object item(
      @PathVariable String collectionId,
      @PathVariable String featureId,
      HttpServletRequest request,
      Locale locale)
      throws IOException, HttpMediaTypeNotAcceptableException {
    Ask ask = answers.ask(request, locale, List.of("crs"));
    String id = featureId.substring(1);
    OgcCollection found = answers.get(collectionId, 0, ask.words());
    OgcCrs crs = ItemsQuery.crs(ask.given(), "crs");
    FeatureSource source = found.source().get();
    Feature stored =
        source
            .find(id)
            .orElseThrow(
                () ->
                    new ApiRefusal(HttpStatus.NOT_FOUND, "ogc.feature.unknown", id, collectionId));
    Feature feature = stored.withGeometry(crs.of(stored.geometry()));
    List<Ask.Link> links = new ArrayList<>(ask.selves(Ask.GEOJSON));
    links.add(ask.link(path(found), ask.html(), "collection", JSON, found.title()));
    if (!ask.html()) {
      return ok(ask, Ask.GEOJSON)
          .header("Content-Crs", "<" + crs.uri() + ">")
          .body(
              ItemsPages.write(
                  source,
                  feature,
                  found.isRecords()
                      ? DatasetRecords.members(stored, links, ask)
                      : Map.of("links", links)));
    }
    OgcPage page = new OgcPage(ask, found.title() + " · " + id).about(found.description());
    page.columns("ogc.column", "ogc.value-of");
    source
        .shape()
        .fields()
        .forEach(
            each -> page.fact(each.name(), OgcPage.text(feature.attributes().get(each.name()))));
    page.fact(Cql2Text.PLACE, OgcPage.text(feature.geometry()));
    return page.show(links);
  }
}
