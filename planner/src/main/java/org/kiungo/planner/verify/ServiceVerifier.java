package org.kiungo.planner.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.kiungo.planner.cost.PresentValue;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Money;
import tools.jackson.databind.JsonNode;

/**
 * Checks placed e-services from {@code service-problem.json} and {@code service-plan.json} alone:
 * round trips over the network, law, copies apart, capacity, eligibility, money, value, totals, and
 * the bound from the prices written beside the choices.
 */
public final class ServiceVerifier {

  private static final String PROBLEM = "service-problem.json";
  private static final String PLAN = "service-plan.json";

  /** Round trips are kept as floats where they are computed. */
  private static final double MS_TOLERANCE = 1e-3;

  private static final double TOLERANCE_RATIO = 1e-6;

  private final Ledger ledger = new Ledger();
  private final JsonNode problem;
  private final JsonNode plan;
  private final Map<String, JsonNode> services = new HashMap<>();
  private final Map<String, Integer> serviceNumber = new HashMap<>();
  private final List<JsonNode> sites = new ArrayList<>();
  private final Map<String, Integer> siteNumber = new HashMap<>();
  private final Map<String, Integer> userNumber = new HashMap<>();
  private final List<JsonNode> users = new ArrayList<>();
  private final double[][] msFromSite;
  private final Money money;
  private final double latencyWeight;
  private final Map<String, JsonNode> hosts = new HashMap<>();
  private final double[][] load;
  private double value;

  private ServiceVerifier(FolderReader reader) {
    problem = reader.document(PROBLEM);
    plan = reader.document(PLAN);
    for (JsonNode s : problem.get("services")) {
      serviceNumber.put(FolderReader.text(s, "id"), services.size());
      services.put(FolderReader.text(s, "id"), s);
    }
    for (JsonNode s : problem.get("sites")) {
      siteNumber.put(FolderReader.text(s, "id"), sites.size());
      sites.add(s);
    }
    for (JsonNode u : problem.get("users")) {
      userNumber.put(FolderReader.text(u, "id"), users.size());
      users.add(u);
    }
    JsonNode m = problem.get("money");
    money =
        new Money(
            number(m, "discountRateRatio"),
            (int) number(m, "firstYear"),
            (int) number(m, "lastYear"),
            (int) number(m, "priceYear"));
    latencyWeight = number(problem, "latencyWeightRatio");
    load = new double[services.size()][sites.size()];
    msFromSite = roundTrips();
  }

  /** True when a folder holds placed services. */
  public static boolean holdsServices(Path folder) {
    return Files.isRegularFile(folder.resolve(PLAN));
  }

  /**
   * Checks a folder.
   *
   * @throws org.kiungo.planner.model.InputRefused {@code folder.missing} or {@code
   *     folder.unreadable}
   */
  public static Verification verify(Path folder) {
    try {
      return new ServiceVerifier(new FolderReader(folder)).check();
    } catch (NullPointerException | IllegalArgumentException e) {
      if (e instanceof org.kiungo.planner.model.InputRefused refused) {
        throw refused;
      }
      throw FolderReader.unreadable(PLAN, e);
    }
  }

  private Verification check() {
    for (String code :
        List.of(
            "services.law",
            "services.apart",
            "services.tooFar",
            "services.capacity",
            "services.eligible")) {
      ledger.rule(code);
    }
    for (JsonNode host : plan.get("sites")) {
      hosts.put(FolderReader.text(host, "id"), host);
    }
    for (JsonNode site : sites) {
      for (JsonNode id : site.get("hosted")) {
        JsonNode host = hosts.get(FolderReader.text(site, "id"));
        boolean listed = !services.containsKey(id.stringValue()) || hosts(host, id.stringValue());
        ledger.holds("services.locked", FolderReader.text(site, "id"), listed, "kept", "dropped");
      }
    }
    Set<String> seen = new HashSet<>();
    double people = 0;
    int served = 0;
    for (JsonNode choice : plan.get("choices")) {
      String key =
          FolderReader.text(choice, "userId") + " " + FolderReader.text(choice, "serviceId");
      ledger.holds(
          "services.once", key, seen.add(key) && needs(choice), "once", "again or unasked");
      if (!choice.get("siteIds").isEmpty()) {
        served++;
        people += choice(choice, key);
      }
      boolean reason = choice.get("unserved").isNull() != choice.get("siteIds").isEmpty();
      ledger.holds("services.reason", key, reason, "a reason or a site", choice.get("unserved"));
    }
    int asked = 0;
    for (JsonNode user : users) {
      for (JsonNode id : user.get("serviceIds")) {
        asked += services.containsKey(id.stringValue()) ? 1 : 0;
      }
    }
    ledger.same("services.all", "", asked, seen.size());
    for (int k = 0; k < load.length; k++) {
      JsonNode service = problem.get("services").get(k);
      double capacity = figure(service, "siteCapacityMbps");
      for (int j = 0; j < load[k].length; j++) {
        if (load[k][j] > 0) {
          boolean fits = load[k][j] <= capacity * (1 + TOLERANCE_RATIO);
          String where = FolderReader.text(sites.get(j), "id");
          ledger.holds("services.capacity", where, fits, "≤ " + capacity, load[k][j]);
        }
      }
    }
    money();
    JsonNode totals = plan.get("totals");
    near("services.people", "", people, number(totals, "peopleServed"));
    ledger.same("services.served", "", served, (int) number(totals, "usersServed"));
    certificate();
    return new Verification(ledger.checks());
  }

  private static boolean hosts(JsonNode host, String serviceId) {
    if (host != null) {
      for (JsonNode id : host.get("serviceIds")) {
        if (id.stringValue().equals(serviceId)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean needs(JsonNode choice) {
    JsonNode user = users.get(userNumber.get(FolderReader.text(choice, "userId")));
    for (JsonNode id : user.get("serviceIds")) {
      if (id.stringValue().equals(FolderReader.text(choice, "serviceId"))) {
        return true;
      }
    }
    return false;
  }

  private double choice(JsonNode choice, String key) {
    String serviceId = FolderReader.text(choice, "serviceId");
    JsonNode service = services.get(serviceId);
    int k = serviceNumber.get(serviceId);
    int i = userNumber.get(FolderReader.text(choice, "userId"));
    JsonNode user = users.get(i);
    double maxMs = figure(service, "maxRoundTripMs");
    double sum = 0;
    double nearest = Double.POSITIVE_INFINITY;
    Set<String> groups = new HashSet<>();
    for (JsonNode id : choice.get("siteIds")) {
      int j = siteNumber.get(id.stringValue());
      double ms = ms(i, j);
      sum += ms;
      nearest = Math.min(nearest, ms);
      ledger.holds("services.tooFar", key, ms <= maxMs + MS_TOLERANCE, "≤ " + maxMs, ms);
      ledger.holds(
          "services.host", key, hosts(hosts.get(id.stringValue()), serviceId), "hosted", id);
      boolean lawful =
          allows(
              FolderReader.text(user, "country"),
              FolderReader.text(sites.get(j), "country"),
              FolderReader.text(service, "dataClass"));
      ledger.holds("services.law", key, lawful, "allowed", id);
      ledger.holds("services.apart", key, groups.add(group(service, j)), "apart", id);
      load[k][j] += number(user, "units") * figure(service, "demandMbpsPerUser");
    }
    int copies = (int) number(service, "copies");
    ledger.same("services.copies", key, copies, choice.get("siteIds").size());
    double stated = number(choice, "roundTripMs");
    boolean close = Math.abs(stated - nearest) <= MS_TOLERANCE;
    ledger.holds("services.roundTrip", key, close, nearest, stated);
    double people = number(user, "people");
    value += people * (1 - latencyWeight * sum / copies / maxMs);
    return people;
  }

  private String group(JsonNode service, int j) {
    return switch (FolderReader.text(service, "apart")) {
      case "GRID" -> FolderReader.text(sites.get(j), "grid");
      case "CABLE" -> FolderReader.text(sites.get(j), "cable");
      default -> FolderReader.text(sites.get(j), "country");
    };
  }

  private boolean allows(String from, String to, String dataClass) {
    JsonNode law = problem.get("sovereignty");
    if (!law.get("applied").booleanValue() || from.equals(to) || dataClass.equals("none")) {
      return true;
    }
    String place = null;
    String general = null;
    for (JsonNode rule : law.get("rules")) {
      if (FolderReader.text(rule, "country").equals(from)) {
        String about = FolderReader.text(rule, "dataClass");
        place = about.equals(dataClass) && place == null ? FolderReader.text(rule, "place") : place;
        general =
            about.equals("general") && general == null ? FolderReader.text(rule, "place") : general;
      }
    }
    place =
        place != null ? place : general != null ? general : FolderReader.text(law, "whereUnknown");
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

  private double serviceUsd(JsonNode service) {
    return PresentValue.lifetimeUsd(
        figure(service, "siteCapexUsd"),
        figure(service, "siteOpexUsdPerYear"),
        figure(service, "siteLifetimeYears"),
        money);
  }

  private double buildingUsd(JsonNode site) {
    return site.get("hosted").isEmpty()
        ? number(site, "buildingCapexUsd")
            + number(site, "buildingOpexUsdPerYear") * PresentValue.upkeepYears(money)
        : 0;
  }

  private static boolean stands(JsonNode site, String serviceId) {
    for (JsonNode id : site.get("hosted")) {
      if (id.stringValue().equals(serviceId)) {
        return true;
      }
    }
    return false;
  }

  private static boolean eligible(JsonNode service, JsonNode site) {
    for (JsonNode kind : service.get("eligible")) {
      if (kind.stringValue().equals(FolderReader.text(site, "kind"))) {
        return true;
      }
    }
    return stands(site, FolderReader.text(service, "id"));
  }

  private void money() {
    double total = 0;
    for (JsonNode host : plan.get("sites")) {
      String id = FolderReader.text(host, "id");
      JsonNode site = sites.get(siteNumber.get(id));
      double usd = 0;
      boolean opens = false;
      for (JsonNode serviceId : host.get("serviceIds")) {
        JsonNode service = services.get(serviceId.stringValue());
        ledger.holds("services.eligible", id, eligible(service, site), "eligible", serviceId);
        if (!stands(site, serviceId.stringValue())) {
          usd += serviceUsd(service);
          opens = true;
        }
      }
      usd += opens ? buildingUsd(site) : 0;
      near("services.siteCost", id, usd, number(host, "lifetimeCostUsd"));
      total += usd;
    }
    near("services.cost", "", total, number(plan.get("totals"), "lifetimeCostUsd"));
    double budget = number(problem, "budgetUsd");
    boolean within = Double.isNaN(budget) || total <= budget * (1 + 1e-9) + 0.01;
    ledger.holds("services.budget", "", within, "≤ " + budget, total);
  }

  private void certificate() {
    JsonNode certificate = plan.get("certificate");
    double stated = number(certificate, "value");
    double bound = number(certificate, "bound");
    near("services.value", "", value, stated);
    double gap = Certificate.gapRatio(Certificate.Sense.MAXIMISE, stated, bound);
    near("certificate.gap", "", gap, number(certificate, "gapRatio"));
    double slack = TOLERANCE_RATIO * Math.max(1, Math.abs(bound));
    ledger.holds("bound.value", "", bound >= stated - slack, "≥ " + stated, bound);
    ledger.rule(BoundChecks.PROVEN);
    double proven = bound();
    ledger.holds(BoundChecks.PROVEN, "", bound >= proven - slack, "≥ " + proven, bound);
  }

  /**
   * L(u, λ) = λ·B + Σ copies·u + Σ_j max(0, Σ_k max(0, K_kj − λ·service) − λ·building), K the
   * fractional knapsack of a site's capacity over max(0, worth − u).
   */
  private double bound() {
    double lambda = number(plan.get("certificate"), "lambdaPeoplePerUsd");
    lambda = Double.isNaN(lambda) ? 0 : lambda;
    double budget = number(problem, "budgetUsd");
    double total = Double.isNaN(budget) ? 0 : lambda * budget;
    List<List<double[]>> items = new ArrayList<>();
    for (int c = 0; c < services.size() * sites.size(); c++) {
      items.add(new ArrayList<>());
    }
    for (JsonNode choice : plan.get("choices")) {
      String serviceId = FolderReader.text(choice, "serviceId");
      JsonNode service = services.get(serviceId);
      int k = serviceNumber.get(serviceId);
      int i = userNumber.get(FolderReader.text(choice, "userId"));
      JsonNode user = users.get(i);
      double price = number(choice, "pricePeople");
      double copies = number(service, "copies");
      double maxMs = figure(service, "maxRoundTripMs");
      total += copies * price;
      for (int j = 0; j < sites.size(); j++) {
        double ms = ms(i, j);
        if (ms <= maxMs
            && eligible(service, sites.get(j))
            && allows(
                FolderReader.text(user, "country"),
                FolderReader.text(sites.get(j), "country"),
                FolderReader.text(service, "dataClass"))) {
          double profit =
              number(user, "people") * (1 - latencyWeight * ms / maxMs) / copies - price;
          if (profit > 0) {
            double mbps = number(user, "units") * figure(service, "demandMbpsPerUser");
            items.get(k * sites.size() + j).add(new double[] {profit, mbps});
          }
        }
      }
    }
    for (int j = 0; j < sites.size(); j++) {
      double locked = 0;
      double opened = 0;
      for (int k = 0; k < services.size(); k++) {
        JsonNode service = problem.get("services").get(k);
        double worth =
            knapsack(items.get(k * sites.size() + j), figure(service, "siteCapacityMbps"));
        if (stands(sites.get(j), FolderReader.text(service, "id"))) {
          locked += worth;
        } else {
          opened += Math.max(0, worth - lambda * serviceUsd(service));
        }
      }
      total += locked + Math.max(0, opened - lambda * buildingUsd(sites.get(j)));
    }
    return total;
  }

  private static double knapsack(List<double[]> items, double capacity) {
    items.sort((a, b) -> Double.compare(b[0] / b[1], a[0] / a[1]));
    double left = capacity;
    double total = 0;
    for (double[] item : items) {
      double part = Math.min(1, left / item[1]);
      if (part <= 0) {
        break;
      }
      total += part * item[0];
      left -= part * item[1];
    }
    return total;
  }

  private double ms(int user, int site) {
    int node = (int) number(users.get(user), "node");
    return node < 0
        ? Double.POSITIVE_INFINITY
        : number(users.get(user), "accessMs") + msFromSite[site][node];
  }

  /** One Dijkstra over the whole network per site; sites at one node share it. */
  private double[][] roundTrips() {
    JsonNode network = problem.get("network");
    int n = network.get("places").size();
    List<List<double[]>> out = new ArrayList<>();
    for (int v = 0; v < n; v++) {
      out.add(new ArrayList<>());
    }
    for (JsonNode link : network.get("links")) {
      int a = (int) number(link, "from");
      int b = (int) number(link, "to");
      double ms = number(link, "roundTripMs");
      out.get(a).add(new double[] {b, ms});
      out.get(b).add(new double[] {a, ms});
    }
    Map<Integer, double[]> byNode = new HashMap<>();
    double[][] rows = new double[sites.size()][];
    for (int j = 0; j < sites.size(); j++) {
      int node = (int) number(sites.get(j), "node");
      rows[j] = byNode.computeIfAbsent(node, source -> dijkstra(source, out));
    }
    return rows;
  }

  private static double[] dijkstra(int source, List<List<double[]>> out) {
    double[] distance = new double[out.size()];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    PriorityQueue<double[]> queue = new PriorityQueue<>((a, b) -> Double.compare(a[1], b[1]));
    queue.add(new double[] {source, 0});
    while (!queue.isEmpty()) {
      double[] top = queue.poll();
      int v = (int) top[0];
      if (distance[v] <= top[1]) {
        continue;
      }
      distance[v] = top[1];
      for (double[] link : out.get(v)) {
        if (top[1] + link[1] < distance[(int) link[0]]) {
          queue.add(new double[] {link[0], top[1] + link[1]});
        }
      }
    }
    return distance;
  }

  private void near(String code, String where, double expected, double found) {
    double scale = Math.max(1, Math.abs(expected));
    boolean ok =
        Double.compare(expected, found) == 0
            || Math.abs(expected - found) <= TOLERANCE_RATIO * scale;
    ledger.holds(code, where, ok, expected, found);
  }

  private static double figure(JsonNode service, String name) {
    return number(service.get(name), "value");
  }

  private static double number(JsonNode object, String name) {
    return FolderReader.number(object, name);
  }
}
