package org.kiungo.web.plan.document;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kiungo.planner.cost.SkyWays;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.road.RoadRoutes;
import org.kiungo.web.language.Words;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The network of a plan as a network package of the Open Fibre Data Standard 0.3: existing lines
 * and nodes with the status that their sources state, the plan's links as proposed spans between
 * places. What a satellite feeds is no span.
 *
 * @see <a href="https://open-fibre-data-standard.readthedocs.io/en/0.3/">Open Fibre Data
 *     Standard</a>
 */
final class FibreNetwork implements PlanDocument {

  private static final String SCHEMA =
      "https://raw.githubusercontent.com/Open-Telecoms-Data/open-fibre-data-standard/"
          + "0__3__0/schema/network-schema.json";
  private static final double MBPS_PER_GBPS = 1_000;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public String id() {
    return "ofds";
  }

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public void write(PublishedPlan plan, Words words, OutputStream out) {
    JsonMapper.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build()
        .writeValue(out, document(plan, words));
  }

  static ObjectNode document(PublishedPlan plan, Words words) {
    PlanFolder folder = plan.folder();
    ObjectNode network = JSON.objectNode();
    network.put("id", uuid("kiungo " + plan.id()));
    network.put("name", words.text("document.ofds.name", countries(folder)));
    put(network, "nodes", nodes(folder));
    put(network, "spans", spans(folder));
    put(network, "organisations", operators(folder));
    network.set("publisher", JSON.objectNode().put("name", "Kiungo"));
    network.set(
        "crs",
        JSON.objectNode()
            .put("name", "urn:ogc:def:crs:OGC::CRS84")
            .put("uri", "http://www.opengis.net/def/crs/OGC/1.3/CRS84"));
    network.put("language", words.language());
    network.set(
        "links",
        JSON.arrayNode().add(JSON.objectNode().put("href", SCHEMA).put("rel", "describedby")));
    ObjectNode document = JSON.objectNode();
    document.set("networks", JSON.arrayNode().add(network));
    return document;
  }

  /** The standard wants no empty lists. */
  private static void put(ObjectNode network, String name, ArrayNode items) {
    if (!items.isEmpty()) {
      network.set(name, items);
    }
  }

  private static String countries(PlanFolder folder) {
    return String.join(", ", folder.scenario().countries());
  }

  /** The same for the same name. */
  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Existing nodes, then the ends of the plan's links that are none of them. */
  private static ArrayNode nodes(PlanFolder folder) {
    ArrayNode nodes = JSON.arrayNode();
    Set<String> told = new HashSet<>();
    for (NetworkNode each : folder.problem().nodes()) {
      told.add(each.id());
      ObjectNode node = node(each.id(), each.name(), each.location());
      if (!each.assumed()) {
        node.put("status", "operational");
      }
      nodes.add(node);
    }
    Map<String, String> names = new HashMap<>();
    folder.problem().settlements().forEach(each -> names.put(each.id(), each.name()));
    for (BuiltLink each : wired(folder)) {
      if (told.add(each.fromId())) {
        nodes.add(
            node(each.fromId(), names.get(each.fromId()), each.from()).put("status", "proposed"));
      }
      if (told.add(each.toId())) {
        nodes.add(node(each.toId(), names.get(each.toId()), each.to()).put("status", "proposed"));
      }
    }
    return nodes;
  }

  private static ObjectNode node(String id, String name, LonLat at) {
    ObjectNode node = JSON.objectNode().put("id", id);
    if (name != null && !name.isBlank()) {
      node.put("name", name);
    }
    node.set("location", JSON.objectNode().put("type", "Point").set("coordinates", position(at)));
    return node;
  }

  private static List<BuiltLink> wired(PlanFolder folder) {
    return folder.plan().links().stream().filter(each -> !SkyWays.isUp(each.toId())).toList();
  }

  private static ArrayNode spans(PlanFolder folder) {
    ArrayNode spans = JSON.arrayNode();
    for (FibreLine each : folder.problem().fibreLines()) {
      ObjectNode span = JSON.objectNode().put("id", "existing:" + each.id());
      switch (each.status()) {
        case OPERATIONAL -> span.put("status", "operational");
        case PLANNED -> span.put("status", "planned");
        case UNKNOWN -> {} // the standard has no word for it: absent
      }
      span.set("route", line(each.path()));
      span.set("transmissionMedium", JSON.arrayNode().add("fibre"));
      if (!each.operator().isBlank()) {
        span.set("networkProviders", JSON.arrayNode().add(operator(each.operator())));
      }
      spans.add(span);
    }
    RoadRoutes roads = RoadRoutes.of(folder.problem().roads());
    Map<String, Medium> media = new HashMap<>();
    folder.problem().catalogue().media().forEach(each -> media.put(each.id(), each));
    for (BuiltLink each : wired(folder)) {
      Medium medium = media.get(each.mediumId());
      ObjectNode span = JSON.objectNode().put("id", each.id()).put("status", "proposed");
      span.put("start", each.fromId()).put("end", each.toId());
      span.set("route", line(roads.path(each)));
      boolean cable = medium.hops().isEmpty();
      span.set("transmissionMedium", JSON.arrayNode().add(cable ? "fibre" : "microwave"));
      if (cable) {
        span.put("fibreLength", each.distanceKm());
      }
      span.put("capacity", each.systems() * medium.systemMbps().value() / MBPS_PER_GBPS);
      spans.add(span);
    }
    return spans;
  }

  private static ArrayNode operators(PlanFolder folder) {
    ArrayNode operators = JSON.arrayNode();
    folder.problem().fibreLines().stream()
        .map(FibreLine::operator)
        .filter(each -> !each.isBlank())
        .distinct()
        .sorted()
        .forEach(each -> operators.add(operator(each)));
    return operators;
  }

  private static ObjectNode operator(String name) {
    return JSON.objectNode().put("id", uuid(name)).put("name", name);
  }

  private static ObjectNode line(List<LonLat> path) {
    ArrayNode positions = JSON.arrayNode();
    path.forEach(each -> positions.add(position(each)));
    return JSON.objectNode().put("type", "LineString").set("coordinates", positions);
  }

  private static ArrayNode position(LonLat at) {
    return JSON.arrayNode().add(at.lon()).add(at.lat());
  }
}
