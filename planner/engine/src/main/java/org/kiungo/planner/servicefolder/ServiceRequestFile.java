package org.kiungo.planner.servicefolder;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.folder.FolderJson;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.service.Sovereignty;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.place.ServicePlacement;
import org.kiungo.planner.place.ServiceRequest;
import org.kiungo.planner.place.network.LatencyTerms;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request for placing e-services, {@code services.json}: every field but {@code services} may be
 * left out. Its JSON Schema lies on the class path as {@code schema/services.json.schema.json}.
 *
 * <p>A service is an id of the catalogue, or an object with that id and the fields to change:
 * figures as plain numbers, {@code copies}, {@code apart}, {@code dataClass}, {@code eligible}.
 */
public final class ServiceRequestFile {

  /** Latency weight when the request says none: prefers nearer sites among those in reach. */
  public static final double LATENCY_WEIGHT_RATIO = 0.2;

  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "services",
          "budgetUsd",
          "sovereignty",
          "latencyWeightRatio",
          "satelliteGateways",
          "hosts",
          "users",
          "sites",
          "rules",
          "adequate",
          "seed",
          "tries",
          "dualIterations",
          "calculations");

  private static final Set<String> FIGURES =
      Set.of(
          "demandMbpsPerUser",
          "siteCapacityMbps",
          "siteCapexUsd",
          "siteOpexUsdPerYear",
          "siteLifetimeYears",
          "maxRoundTripMs");

  private static final Set<String> CHANGEABLE =
      Set.of("name", "users", "dataClass", "copies", "apart", "eligible");

  private ServiceRequestFile() {}

  /**
   * Reads a request.
   *
   * @param catalogue kinds of service that ids refer to
   * @throws InputRefused naming the field when it cannot be used
   */
  public static ServiceRequest read(byte[] json, List<EService> catalogue) {
    try {
      JsonNode root = FolderJson.STRICT.readTree(json);
      if (!root.isObject()) {
        throw new InputRefused("services.unreadable", "problem", new InputRefused("json.object"));
      }
      unknown(root, FIELDS, "");
      ServicePlacement.Limits standard = ServicePlacement.Limits.DEFAULT;
      return new ServiceRequest(
          text(root, "name", ""),
          services(root.get("services"), catalogue),
          number(root, "budgetUsd", Double.NaN),
          law(text(root, "sovereignty", "facts")),
          number(root, "latencyWeightRatio", LATENCY_WEIGHT_RATIO),
          root.has("satelliteGateways")
              ? new TreeSet<>(texts(root, "satelliteGateways"))
              : LatencyTerms.SOURCED_GATEWAYS,
          texts(root, "hosts"),
          users(root.get("users")),
          sites(root.get("sites")),
          rules(root.get("rules")),
          adequate(root.get("adequate")),
          new ServicePlacement.Limits(
              (long) number(root, "seed", standard.seed()),
              (int) number(root, "tries", standard.tries()),
              (int) number(root, "dualIterations", standard.dualIterations()),
              (long) number(root, "calculations", standard.calculations())));
    } catch (JacksonException e) {
      throw new InputRefused("services.unreadable", "problem", Unreadable.problem(e));
    }
  }

  /** Kinds by id alone, everything else by default. */
  public static ServiceRequest of(List<String> serviceIds, List<EService> catalogue) {
    return read(FolderJson.STRICT.writeValueAsBytes(Map.of("services", serviceIds)), catalogue);
  }

  private static void unknown(JsonNode object, Set<String> known, String where) {
    for (var field : object.properties()) {
      if (!known.contains(field.getKey())) {
        throw new InputRefused(
            "services.field",
            "field",
            where + field.getKey(),
            "allowed",
            String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  private static ServiceRequest.Law law(String word) {
    for (ServiceRequest.Law law : ServiceRequest.Law.values()) {
      if (law.name().equalsIgnoreCase(word)) {
        return law;
      }
    }
    throw new InputRefused(
        "services.value", "field", "sovereignty", "value", word, "allowed", "facts, cautious, off");
  }

  private static List<EService> services(JsonNode list, List<EService> catalogue) {
    if (list == null || !list.isArray() || list.isEmpty()) {
      throw new InputRefused("services.none");
    }
    List<EService> services = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode each : list) {
      String id = each.isString() ? each.stringValue() : text(each, "id", "");
      EService known =
          catalogue.stream()
              .filter(s -> s.id().equals(id))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InputRefused(
                          "services.unknown",
                          "service",
                          id,
                          "allowed",
                          String.join(", ", catalogue.stream().map(EService::id).toList())));
      if (!seen.add(id)) {
        throw new InputRefused("services.twice", "service", id);
      }
      services.add(each.isString() ? known : changed(known, each));
    }
    return services;
  }

  private static EService changed(EService known, JsonNode changes) {
    ObjectNode whole = (ObjectNode) FolderJson.STRICT.<JsonNode>valueToTree(known);
    for (var field : changes.properties()) {
      String name = field.getKey();
      if (FIGURES.contains(name)) {
        double value = field.getValue().isNumber() ? field.getValue().doubleValue() : Double.NaN;
        if (!(value > 0)) {
          throw new InputRefused(
              "services.value",
              "field",
              known.id() + "." + name,
              "value",
              field.getValue().toString(),
              "allowed",
              "> 0");
        }
        ObjectNode figure = (ObjectNode) whole.get(name);
        figure.put("value", value);
        figure.put("low", Math.min(value, figure.get("low").doubleValue()));
        figure.put("high", Math.max(value, figure.get("high").doubleValue()));
        figure.put("source", "the request");
        figure.put("assumed", true);
      } else if (CHANGEABLE.contains(name)) {
        whole.set(name, field.getValue());
      } else if (!name.equals("id")) {
        Set<String> all = new TreeSet<>(FIGURES);
        all.addAll(CHANGEABLE);
        throw new InputRefused(
            "services.field", "field", known.id() + "." + name, "allowed", String.join(", ", all));
      }
    }
    return FolderJson.STRICT.treeToValue(whole, EService.class);
  }

  /** A user as the request writes it. */
  private record UserRow(
      String id,
      String name,
      double lon,
      double lat,
      String country,
      double people,
      Integer units,
      EService.Users kind) {}

  private static Map<EService.Users, List<ServiceProblem.User>> users(JsonNode list) {
    Map<EService.Users, List<ServiceProblem.User>> byKind = new EnumMap<>(EService.Users.class);
    for (JsonNode each : orEmpty(list)) {
      UserRow row = FolderJson.STRICT.treeToValue(each, UserRow.class);
      require(row.id, "users.id");
      require(row.country, "users.country");
      if (row.kind == null || !(row.people > 0)) {
        throw new InputRefused(
            "services.value",
            "field",
            "users." + (row.kind == null ? "kind" : "people"),
            "value",
            row.id,
            "allowed",
            row.kind == null ? List.of(EService.Users.values()).toString() : "> 0");
      }
      byKind
          .computeIfAbsent(row.kind, k -> new ArrayList<>())
          .add(
              new ServiceProblem.User(
                  row.id,
                  row.name == null ? row.id : row.name,
                  new LonLat(row.lon, row.lat),
                  row.country,
                  row.people,
                  row.units == null ? 1 : row.units,
                  Set.of()));
    }
    return byKind;
  }

  /** A site as the request writes it. */
  private record SiteRow(
      String id,
      String name,
      double lon,
      double lat,
      String country,
      EService.SiteKind kind,
      double buildingCapexUsd,
      double buildingOpexUsdPerYear,
      List<String> hosted,
      String grid,
      String cable) {}

  private static List<ServiceProblem.Site> sites(JsonNode list) {
    List<ServiceProblem.Site> sites = new ArrayList<>();
    for (JsonNode each : orEmpty(list)) {
      SiteRow row = FolderJson.STRICT.treeToValue(each, SiteRow.class);
      require(row.id, "sites.id");
      require(row.country, "sites.country");
      sites.add(
          new ServiceProblem.Site(
              row.id,
              row.name == null ? row.id : row.name,
              new LonLat(row.lon, row.lat),
              row.country,
              row.kind == null ? EService.SiteKind.CITY : row.kind,
              Double.isNaN(row.buildingCapexUsd) ? 0 : row.buildingCapexUsd,
              Double.isNaN(row.buildingOpexUsdPerYear) ? 0 : row.buildingOpexUsdPerYear,
              row.hosted == null ? Set.of() : new TreeSet<>(row.hosted),
              row.grid == null ? row.country : row.grid,
              row.cable == null ? "" : row.cable));
    }
    return sites;
  }

  private static List<Sovereignty.Rule> rules(JsonNode list) {
    List<Sovereignty.Rule> rules = new ArrayList<>();
    for (JsonNode each : orEmpty(list)) {
      rules.add(FolderJson.STRICT.treeToValue(each, Sovereignty.Rule.class));
    }
    return rules;
  }

  private static Map<String, Set<String>> adequate(JsonNode object) {
    Map<String, Set<String>> adequate = new TreeMap<>();
    if (object != null) {
      object
          .properties()
          .forEach(e -> adequate.put(e.getKey(), new TreeSet<>(strings(e.getValue()))));
    }
    return adequate;
  }

  private static Iterable<JsonNode> orEmpty(JsonNode list) {
    return list == null ? List.of() : list;
  }

  private static void require(String value, String field) {
    if (value == null || value.isBlank()) {
      throw new InputRefused("services.missing", "field", field);
    }
  }

  private static String text(JsonNode object, String field, String otherwise) {
    JsonNode value = object.get(field);
    return value == null || value.isNull() ? otherwise : value.asString();
  }

  private static double number(JsonNode object, String field, double otherwise) {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isNumber()) {
      throw new InputRefused(
          "services.value", "field", field, "value", value.toString(), "allowed", "0, 1, 2 …");
    }
    return value.doubleValue();
  }

  private static List<String> texts(JsonNode object, String field) {
    return object.has(field) ? strings(object.get(field)) : List.of();
  }

  private static List<String> strings(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }
}
