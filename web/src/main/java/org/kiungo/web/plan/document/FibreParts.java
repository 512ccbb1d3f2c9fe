package org.kiungo.web.plan.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.kiungo.planner.catalogue.MediumLooks;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.route.RoadRoutes;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.language.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Nodes and spans of a plan's network in the words of the Open Fibre Data Standard: what exists,
 * and what the plan builds on the ground, second ways included. Beside the standard's members, what
 * is planned has the plan's own under their names.
 */
final class FibreParts {

  private static final double MBPS_PER_GBPS = 1_000;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final PlanFolder folder;
  private final Map<String, Medium> media = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, ProjectState> states;
  private final List<BuiltLink> links;

  FibreParts(PublishedPlan plan, Words words) {
    folder = plan.folder();
    folder.problem().catalogue().media().forEach(each -> media.put(each.id(), each));
    for (NetworkNode each : folder.problem().nodes()) {
      countries.put(each.id(), each.country());
    }
    folder
        .problem()
        .settlements()
        .forEach(
            each -> {
              names.put(each.id(), each.name());
              countries.put(each.id(), each.country());
            });
    states = plan.states(words, each -> each.members().links());
    links =
        Stream.concat(folder.plan().links().stream(), folder.plan().secondPaths().links().stream())
            .filter(each -> !media.get(each.mediumId()).viaSky())
            .toList();
  }

  /** Existing nodes, then the ends of the plan's links that are none of them. */
  ArrayNode nodes() {
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
    Map<String, ProjectState> furthest = new HashMap<>();
    for (BuiltLink each : links) {
      furthest.merge(each.fromId(), state(each), FibreParts::further);
      furthest.merge(each.toId(), state(each), FibreParts::further);
    }
    for (BuiltLink each : links) {
      if (told.add(each.fromId())) {
        nodes.add(end(each.fromId(), each.from(), furthest));
      }
      if (told.add(each.toId())) {
        nodes.add(end(each.toId(), each.to(), furthest));
      }
    }
    return nodes;
  }

  private ObjectNode end(String id, LonLat at, Map<String, ProjectState> furthest) {
    return node(id, names.get(id), at).put("status", furthest.get(id).fibre());
  }

  private static ObjectNode node(String id, String name, LonLat at) {
    ObjectNode node = JSON.objectNode().put("id", id);
    if (name != null && !name.isBlank()) {
      node.put("name", name);
    }
    node.set("location", JSON.objectNode().put("type", "Point").set("coordinates", position(at)));
    return node;
  }

  /** How far the project of a link has come. */
  private ProjectState state(BuiltLink link) {
    return states.getOrDefault(link.id(), ProjectState.PROPOSED);
  }

  private static ProjectState further(ProjectState one, ProjectState other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** Existing lines, then the plan's links. */
  ArrayNode spans() {
    ArrayNode spans = JSON.arrayNode();
    folder.problem().fibreLines().forEach(each -> spans.add(existing(each)));
    RoadRoutes roads = RoadRoutes.of(folder.problem().roads());
    links.forEach(each -> spans.add(planned(each, roads.path(each))));
    return spans;
  }

  private static ObjectNode existing(FibreLine line) {
    ObjectNode span = JSON.objectNode().put("id", "existing:" + line.id());
    switch (line.status()) {
      case OPERATIONAL -> span.put("status", "operational");
      case PLANNED -> span.put("status", "planned");
      case UNKNOWN -> {} // the standard has no word for it: absent
    }
    span.set("route", path(line.path()));
    span.set("transmissionMedium", JSON.arrayNode().add("fibre"));
    List<String> operators = FibreNetwork.operators(line).toList();
    if (!operators.isEmpty()) {
      ArrayNode providers = span.putArray("networkProviders");
      operators.forEach(each -> providers.add(FibreNetwork.operator(each)));
    }
    countries(span, Stream.of(line.country()));
    return span;
  }

  private ObjectNode planned(BuiltLink link, List<LonLat> route) {
    Medium medium = media.get(link.mediumId());
    ObjectNode span = JSON.objectNode().put("id", link.id()).put("status", state(link).fibre());
    span.put("start", link.fromId()).put("end", link.toId());
    span.set("route", path(route));
    String code = MediumLooks.builtIn().shown(medium.id()).transmissionMedium();
    if (!code.isEmpty()) {
      span.set("transmissionMedium", JSON.arrayNode().add(code));
    }
    if (code.equals("fibre")) {
      span.put("fibreLength", link.distanceKm());
    }
    if (medium.systemMbps() != null) {
      span.put("capacity", link.systems() * medium.systemMbps().value() / MBPS_PER_GBPS);
    }
    countries(span, Stream.of(link.fromId(), link.toId()).map(countries::get));
    return span.put("mediumId", link.mediumId())
        .put("systems", link.systems())
        .put("distanceKm", link.distanceKm())
        .put("loadMbps", link.loadMbps())
        .put("buildYear", link.buildYear())
        .put("capexUsd", link.capexUsd())
        .put("opexUsdPerYear", link.opexUsdPerYear())
        .put("lifetimeCostUsd", link.lifetimeCostUsd());
  }

  private static void countries(ObjectNode span, Stream<String> iso3) {
    List<String> codes =
        iso3.filter(Objects::nonNull)
            .map(PlannedProject::alpha2)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (!codes.isEmpty()) {
      codes.forEach(span.putArray("countries")::add);
    }
  }

  private static ObjectNode path(List<LonLat> places) {
    ArrayNode positions = JSON.arrayNode();
    places.forEach(each -> positions.add(position(each)));
    return JSON.objectNode().put("type", "LineString").set("coordinates", positions);
  }

  private static ArrayNode position(LonLat at) {
    return JSON.arrayNode().add(at.lon()).add(at.lat());
  }
}
