package org.kiungo.planner.verify.placement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.formula.Gap;
import org.kiungo.planner.verify.read.FolderReader;
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
  private final ServiceClaims claims;
  private final JsonNode plan;
  private final Map<String, JsonNode> hosts = new HashMap<>();
  private final double[][] load;

  /** People served, by country and service; the same by site. */
  private final Map<String, Map<String, Double>> people = new TreeMap<>();

  private final Map<String, Map<String, Map<String, Double>>> peopleAt = new HashMap<>();
  private double value;

  private ServiceVerifier(FolderReader reader) {
    claims = new ServiceClaims(reader.document(PROBLEM));
    plan = reader.document(PLAN);
    load = new double[claims.services.size()][claims.sites.size()];
  }

  /** True when a folder holds placed services. */
  public static boolean holdsServices(Path folder) {
    return Files.isRegularFile(folder.resolve(PLAN));
  }

  /**
   * Checks a folder.
   *
   * @throws org.kiungo.planner.model.value.InputRefused {@code folder.missing} or {@code
   *     folder.unreadable}
   */
  public static Verification verify(Path folder) {
    try {
      return new ServiceVerifier(new FolderReader(folder)).check();
    } catch (NullPointerException | IllegalArgumentException e) {
      throw Unreadable.file(PLAN, e);
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
      hosts.put(Fields.text(host, "id"), host);
    }
    for (JsonNode site : claims.sites) {
      for (JsonNode id : site.get("hosted")) {
        JsonNode host = hosts.get(Fields.text(site, "id"));
        boolean listed =
            !claims.services.containsKey(id.stringValue()) || hosts(host, id.stringValue());
        ledger.holds("services.locked", Fields.text(site, "id"), listed, "kept", "dropped");
      }
    }
    Set<String> seen = new HashSet<>();
    int served = 0;
    for (JsonNode choice : plan.get("choices")) {
      String key = Fields.text(choice, "userId") + " " + Fields.text(choice, "serviceId");
      ledger.holds(
          "services.once", key, seen.add(key) && claims.needs(choice), "once", "again or unasked");
      if (!choice.get("siteIds").isEmpty()) {
        served++;
        choice(choice, key);
      }
      boolean reason = choice.get("unserved").isNull() != choice.get("siteIds").isEmpty();
      ledger.holds("services.reason", key, reason, "a reason or a site", choice.get("unserved"));
    }
    int asked = 0;
    for (JsonNode user : claims.users) {
      for (JsonNode id : user.get("serviceIds")) {
        asked += claims.services.containsKey(id.stringValue()) ? 1 : 0;
      }
    }
    ledger.same("services.all", "", asked, seen.size());
    for (int k = 0; k < load.length; k++) {
      JsonNode service = claims.service(k);
      double capacity = ServiceClaims.figure(service, "siteCapacityMbps");
      for (int j = 0; j < load[k].length; j++) {
        if (load[k][j] > 0) {
          boolean fits = load[k][j] <= capacity * (1 + TOLERANCE_RATIO);
          String where = Fields.text(claims.sites.get(j), "id");
          ledger.holds("services.capacity", where, fits, "≤ " + capacity, load[k][j]);
        }
      }
    }
    money();
    JsonNode totals = plan.get("totals");
    near("services.people", "", once(people), ServiceClaims.number(totals, "peopleServed"));
    for (JsonNode host : hosts.values()) {
      String id = Fields.text(host, "id");
      double expected = once(peopleAt.getOrDefault(id, Map.of()));
      near("services.people", id, expected, ServiceClaims.number(host, "people"));
    }
    ledger.same("services.served", "", served, (int) ServiceClaims.number(totals, "usersServed"));
    certificate();
    return ledger.outcome();
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

  /** Of each country the people of the service that reaches most: nobody counts twice. */
  private static double once(Map<String, Map<String, Double>> byCountryAndService) {
    double people = 0;
    for (Map<String, Double> country : byCountryAndService.values()) {
      people += Collections.max(country.values());
    }
    return people;
  }

  private static void count(
      Map<String, Map<String, Double>> counts, JsonNode user, String serviceId) {
    counts
        .computeIfAbsent(Fields.text(user, "country"), country -> new TreeMap<>())
        .merge(serviceId, ServiceClaims.number(user, "people"), Double::sum);
  }

  private void choice(JsonNode choice, String key) {
    String serviceId = Fields.text(choice, "serviceId");
    JsonNode service = claims.services.get(serviceId);
    int k = claims.serviceNumber.get(serviceId);
    int i = claims.userNumber.get(Fields.text(choice, "userId"));
    JsonNode user = claims.users.get(i);
    double maxMs = ServiceClaims.figure(service, "maxRoundTripMs");
    double sum = 0;
    double nearest = Double.POSITIVE_INFINITY;
    Set<String> groups = new HashSet<>();
    for (JsonNode id : choice.get("siteIds")) {
      int j = claims.siteNumber.get(id.stringValue());
      double ms = claims.ms(i, j);
      sum += ms;
      nearest = Math.min(nearest, ms);
      ledger.holds("services.tooFar", key, ms <= maxMs + MS_TOLERANCE, "≤ " + maxMs, ms);
      ledger.holds(
          "services.host", key, hosts(hosts.get(id.stringValue()), serviceId), "hosted", id);
      boolean lawful =
          claims.allows(
              Fields.text(user, "country"),
              Fields.text(claims.sites.get(j), "country"),
              Fields.text(service, "dataClass"));
      ledger.holds("services.law", key, lawful, "allowed", id);
      ledger.holds("services.apart", key, groups.add(claims.group(service, j)), "apart", id);
      load[k][j] +=
          ServiceClaims.number(user, "units") * ServiceClaims.figure(service, "demandMbpsPerUser");
      count(peopleAt.computeIfAbsent(id.stringValue(), site -> new TreeMap<>()), user, serviceId);
    }
    count(people, user, serviceId);
    int copies = (int) ServiceClaims.number(service, "copies");
    ledger.same("services.copies", key, copies, choice.get("siteIds").size());
    double stated = ServiceClaims.number(choice, "roundTripMs");
    boolean close = Math.abs(stated - nearest) <= MS_TOLERANCE;
    ledger.holds("services.roundTrip", key, close, nearest, stated);
    value +=
        ServiceClaims.number(user, "people") * (1 - claims.latencyWeight * sum / copies / maxMs);
  }

  private void money() {
    double total = 0;
    for (JsonNode host : plan.get("sites")) {
      String id = Fields.text(host, "id");
      JsonNode site = claims.sites.get(claims.siteNumber.get(id));
      double usd = 0;
      boolean opens = false;
      for (JsonNode serviceId : host.get("serviceIds")) {
        JsonNode service = claims.services.get(serviceId.stringValue());
        ledger.holds(
            "services.eligible", id, ServiceClaims.eligible(service, site), "eligible", serviceId);
        if (!ServiceClaims.stands(site, serviceId.stringValue())) {
          usd += claims.serviceUsd(service);
          opens = true;
        }
      }
      usd += opens ? claims.buildingUsd(site) : 0;
      near("services.siteCost", id, usd, ServiceClaims.number(host, "lifetimeCostUsd"));
      total += usd;
    }
    near("services.cost", "", total, ServiceClaims.number(plan.get("totals"), "lifetimeCostUsd"));
    double budget = claims.budgetUsd();
    boolean within = Double.isNaN(budget) || total <= budget * (1 + 1e-9) + 0.01;
    ledger.holds("services.budget", "", within, "≤ " + budget, total);
  }

  private void certificate() {
    JsonNode certificate = plan.get("certificate");
    double stated = ServiceClaims.number(certificate, "value");
    double bound = ServiceClaims.number(certificate, "bound");
    near("services.value", "", value, stated);
    double gap = Gap.ratio(true, stated, bound);
    near("certificate.gap", "", gap, ServiceClaims.number(certificate, "gapRatio"));
    double slack = TOLERANCE_RATIO * Math.max(1, Math.abs(bound));
    ledger.holds("bound.value", "", bound >= stated - slack, "≥ " + stated, bound);
    ledger.rule(Verification.BOUND_PROVEN);
    double proven = new ServiceBound(claims, plan).bound();
    ledger.holds(Verification.BOUND_PROVEN, "", bound >= proven - slack, "≥ " + proven, bound);
  }

  private void near(String code, String where, double expected, double found) {
    double scale = Math.max(1, Math.abs(expected));
    boolean ok =
        Double.compare(expected, found) == 0
            || Math.abs(expected - found) <= TOLERANCE_RATIO * scale;
    ledger.holds(code, where, ok, expected, found);
  }
}
