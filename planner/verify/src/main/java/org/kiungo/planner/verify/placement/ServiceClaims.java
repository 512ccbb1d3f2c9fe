package org.kiungo.planner.verify.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.verify.formula.Discounting;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;

/**
 * {@code service-problem.json} as it stands: who needs what, where it may stand, under what law.
 */
final class ServiceClaims {

  private final JsonNode problem;
  final Map<String, JsonNode> services = new HashMap<>();
  final Map<String, Integer> serviceNumber = new HashMap<>();
  final List<JsonNode> sites = new ArrayList<>();
  final Map<String, Integer> siteNumber = new HashMap<>();
  final Map<String, Integer> userNumber = new HashMap<>();
  final List<JsonNode> users = new ArrayList<>();
  final double latencyWeight;
  private final double[][] msFromSite;
  private final Discounting years;

  ServiceClaims(JsonNode problem) {
    this.problem = problem;
    for (JsonNode s : problem.get("services")) {
      serviceNumber.put(Fields.text(s, "id"), services.size());
      services.put(Fields.text(s, "id"), s);
    }
    for (JsonNode s : problem.get("sites")) {
      siteNumber.put(Fields.text(s, "id"), sites.size());
      sites.add(s);
    }
    for (JsonNode u : problem.get("users")) {
      userNumber.put(Fields.text(u, "id"), users.size());
      users.add(u);
    }
    JsonNode m = problem.get("money");
    years =
        Discounting.of(
            new Money(
                number(m, "discountRateRatio"),
                (int) number(m, "firstYear"),
                (int) number(m, "lastYear"),
                (int) number(m, "priceYear"),
                null));
    latencyWeight = number(problem, "latencyWeightRatio");
    msFromSite = ServiceNetworkTimes.roundTripMs(problem.get("network"), sites);
  }

  /** The service of a number, in the order of the file. */
  JsonNode service(int k) {
    return problem.get("services").get(k);
  }

  /** NaN = no cap. */
  double budgetUsd() {
    return number(problem, "budgetUsd");
  }

  boolean needs(JsonNode choice) {
    JsonNode user = users.get(userNumber.get(Fields.text(choice, "userId")));
    for (JsonNode id : user.get("serviceIds")) {
      if (id.stringValue().equals(Fields.text(choice, "serviceId"))) {
        return true;
      }
    }
    return false;
  }

  String group(JsonNode service, int j) {
    return switch (Fields.text(service, "apart")) {
      case "GRID" -> Fields.text(sites.get(j), "grid");
      case "CABLE" -> Fields.text(sites.get(j), "cable");
      default -> Fields.text(sites.get(j), "country");
    };
  }

  boolean allows(String from, String to, String dataClass) {
    JsonNode law = problem.get("sovereignty");
    if (!law.get("applied").booleanValue() || from.equals(to) || dataClass.equals("none")) {
      return true;
    }
    String place = null;
    String general = null;
    for (JsonNode rule : law.get("rules")) {
      if (Fields.text(rule, "country").equals(from)) {
        String about = Fields.text(rule, "dataClass");
        place = about.equals(dataClass) && place == null ? Fields.text(rule, "place") : place;
        general = about.equals("general") && general == null ? Fields.text(rule, "place") : general;
      }
    }
    place = place != null ? place : general != null ? general : Fields.text(law, "whereUnknown");
    if (place.equals("ADEQUATE_PEER")) {
      JsonNode peers = law.get("adequate").get(from);
      for (JsonNode peer : peers == null ? FolderReader.JSON.createArrayNode() : peers) {
        if (peer.stringValue().equals(to)) {
          return true;
        }
      }
    }
    return place.equals("FREE");
  }

  double serviceUsd(JsonNode service) {
    return figure(service, "siteCapexUsd") * years.purchases(figure(service, "siteLifetimeYears"))
        + figure(service, "siteOpexUsdPerYear") * years.upkeep();
  }

  double buildingUsd(JsonNode site) {
    return site.get("hosted").isEmpty()
        ? number(site, "buildingCapexUsd") + number(site, "buildingOpexUsdPerYear") * years.upkeep()
        : 0;
  }

  static boolean stands(JsonNode site, String serviceId) {
    for (JsonNode id : site.get("hosted")) {
      if (id.stringValue().equals(serviceId)) {
        return true;
      }
    }
    return false;
  }

  static boolean eligible(JsonNode service, JsonNode site) {
    for (JsonNode kind : service.get("eligible")) {
      if (kind.stringValue().equals(Fields.text(site, "kind"))) {
        return true;
      }
    }
    return stands(site, Fields.text(service, "id"));
  }

  double ms(int user, int site) {
    int node = (int) number(users.get(user), "node");
    return node < 0
        ? Double.POSITIVE_INFINITY
        : number(users.get(user), "accessMs") + msFromSite[site][node];
  }

  static double figure(JsonNode service, String name) {
    return number(service.get(name), "value");
  }

  static double number(JsonNode object, String name) {
    return Fields.number(object, name);
  }
}
