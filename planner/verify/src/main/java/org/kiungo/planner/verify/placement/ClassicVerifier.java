package org.kiungo.planner.verify.placement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.formula.Gap;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;

/**
 * Checks the answer of one classic location model from {@code classic-problem.json} and {@code
 * classic-plan.json} alone: who may be served from where and from which open site nearest, number
 * of sites, capacity, and the objective of the model as the literature states it. The bound is
 * compared with the value, not proven again: branching leaves no short proof.
 */
public final class ClassicVerifier {

  private static final String PROBLEM = "classic-problem.json";
  private static final String PLAN = "classic-plan.json";

  /** Round trips are kept as floats where they are computed. */
  private static final double MS_TOLERANCE = 1e-3;

  private static final double TOLERANCE_RATIO = 1e-6;

  /** Share of a person's weight that a first site within the standard counts (BACOP2). */
  private static final double FIRST_COVERAGE_RATIO = 0.75;

  private static final Set<String> COVERING = Set.of("mclp", "lscp", "backup-coverage");
  private static final Set<String> COUNTING =
      Set.of("p-median", "p-centre", "mclp", "backup-coverage");

  private final Ledger ledger = new Ledger();
  private final ServiceClaims claims;
  private final JsonNode plan;
  private final JsonNode service;
  private final String model;
  private final double maxMs;

  /** Longest round trip at which a user counts as served. */
  private final double limitMs;

  private final Set<Integer> open = new HashSet<>();
  private final Map<Integer, Double> loadMbps = new TreeMap<>();
  private double sum;
  private double longestMs;

  private ClassicVerifier(FolderReader reader) {
    claims = new ServiceClaims(reader.document(PROBLEM));
    plan = reader.document(PLAN);
    service = claims.service(0);
    model = Fields.text(plan, "model");
    maxMs = ServiceClaims.figure(service, "maxRoundTripMs");
    double standardMs = ServiceClaims.number(plan, "standardMs");
    limitMs = COVERING.contains(model) && standardMs < maxMs ? standardMs : maxMs;
  }

  /** True when a folder holds the answer of one model alone. */
  public static boolean holdsPlacement(Path folder) {
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
      return new ClassicVerifier(new FolderReader(folder)).check();
    } catch (NullPointerException | IllegalArgumentException e) {
      throw Unreadable.file(PLAN, e);
    }
  }

  private Verification check() {
    for (String code :
        List.of("services.law", "services.tooFar", "services.capacity", "services.eligible")) {
      ledger.rule(code);
    }
    sites();
    Map<String, JsonNode> answers = new HashMap<>();
    for (JsonNode served : plan.get("users")) {
      String id = Fields.text(served, "userId");
      Integer i = claims.userNumber.get(id);
      boolean asked = i != null && needs(claims.users.get(i));
      boolean once = asked && answers.put(id, served) == null;
      ledger.holds("services.once", id, once, "once", "again or unasked");
    }
    for (int i = 0; i < claims.users.size(); i++) {
      if (needs(claims.users.get(i))) {
        String id = Fields.text(claims.users.get(i), "id");
        JsonNode answer = answers.get(id);
        if (ledger.holds("services.all", id, answer != null, "an answer", "none")) {
          user(i, id, answer);
        }
      }
    }
    double capacity = ServiceClaims.figure(service, "siteCapacityMbps");
    loadMbps.forEach(
        (j, load) ->
            ledger.holds(
                "services.capacity",
                siteId(j),
                load <= capacity * (1 + TOLERANCE_RATIO),
                "≤ " + capacity,
                load));
    certificate();
    return ledger.outcome();
  }

  private boolean needs(JsonNode user) {
    for (JsonNode id : user.get("serviceIds")) {
      if (id.stringValue().equals(Fields.text(service, "id"))) {
        return true;
      }
    }
    return false;
  }

  private void sites() {
    for (JsonNode id : plan.get("siteIds")) {
      Integer j = claims.siteNumber.get(id.stringValue());
      boolean may = j != null && ServiceClaims.eligible(service, claims.sites.get(j));
      ledger.holds("services.eligible", id.stringValue(), may, "eligible", id);
      if (may) {
        open.add(j);
      }
    }
    int listed = plan.get("siteIds").size();
    ledger.same("classic.sites", "", open.size(), listed);
    if (COUNTING.contains(model)) {
      double asked = ServiceClaims.number(plan, "sitesAsked");
      ledger.holds("classic.sites", "", listed <= asked, "≤ " + asked, listed);
    }
  }

  private String siteId(int j) {
    return Fields.text(claims.sites.get(j), "id");
  }

  /** True when the law lets site j serve user i, and it may host the service at all. */
  private boolean lawful(int i, int j) {
    return claims.allows(
        Fields.text(claims.users.get(i), "country"),
        Fields.text(claims.sites.get(j), "country"),
        Fields.text(service, "dataClass"));
  }

  private void user(int i, String id, JsonNode answer) {
    double people = ServiceClaims.number(claims.users.get(i), "people");
    double nearestMs = Double.POSITIVE_INFINITY;
    int within = 0;
    for (int j : open) {
      if (lawful(i, j) && claims.ms(i, j) <= limitMs + MS_TOLERANCE) {
        nearestMs = Math.min(nearestMs, claims.ms(i, j));
        within++;
      }
    }
    String siteId = Fields.text(answer, "siteId");
    if (siteId.isEmpty()) {
      boolean chosen = model.equals("sscflp") || nearestMs >= limitMs - MS_TOLERANCE;
      ledger.holds("classic.nearest", id, chosen, "served in " + nearestMs, "unserved");
      unserved(i, id, people);
      return;
    }
    Integer j = claims.siteNumber.get(siteId);
    boolean hosted = j != null && open.contains(j);
    if (!ledger.holds("services.host", id, hosted, "an open site", siteId)) {
      return;
    }
    double ms = claims.ms(i, j);
    double statedMs = ServiceClaims.number(answer, "roundTripMs");
    ledger.holds("services.law", id, lawful(i, j), "allowed", siteId);
    ledger.holds("services.tooFar", id, ms <= limitMs + MS_TOLERANCE, "≤ " + limitMs, ms);
    ledger.holds("services.roundTrip", id, Math.abs(statedMs - ms) <= MS_TOLERANCE, ms, statedMs);
    if (model.equals("sscflp")) {
      double mbps =
          ServiceClaims.number(claims.users.get(i), "units")
              * ServiceClaims.figure(service, "demandMbpsPerUser");
      loadMbps.merge(j, mbps, Double::sum);
    } else {
      ledger.holds("classic.nearest", id, ms <= nearestMs + MS_TOLERANCE, nearestMs, ms);
    }
    longestMs = Math.max(longestMs, ms);
    sum +=
        switch (model) {
          case "mclp" -> people;
          case "backup-coverage" -> people * (within > 1 ? 1 : FIRST_COVERAGE_RATIO);
          default -> people * ms;
        };
  }

  /** Whoever some site may serve, open or not, counts at the limit where the model counts times. */
  private void unserved(int i, String id, double people) {
    boolean reachable = false;
    for (int j = 0; j < claims.sites.size() && !reachable; j++) {
      reachable =
          ServiceClaims.eligible(service, claims.sites.get(j))
              && lawful(i, j)
              && claims.ms(i, j) <= limitMs - MS_TOLERANCE;
    }
    if (model.equals("lscp") || model.equals("p-centre")) {
      ledger.holds("classic.everybody", id, !reachable, "served", "unserved");
    } else if (!COVERING.contains(model) && reachable) {
      sum += people * maxMs;
    }
  }

  private double value() {
    return switch (model) {
      case "p-centre" -> longestMs;
      case "lscp" -> open.size();
      case "uflp", "sscflp" -> ServiceClaims.number(plan, "usdPerPersonMs") * sum + openedUsd();
      default -> sum;
    };
  }

  private double openedUsd() {
    double usd = 0;
    for (int j : open) {
      JsonNode site = claims.sites.get(j);
      if (!ServiceClaims.stands(site, Fields.text(service, "id"))) {
        usd += claims.serviceUsd(service) + claims.buildingUsd(site);
      }
    }
    return usd;
  }

  private void certificate() {
    double stated = ServiceClaims.number(plan, "value");
    double bound = ServiceClaims.number(plan, "bound");
    near("services.value", value(), stated);
    Certificate.Sense sense =
        model.equals("mclp") || model.equals("backup-coverage")
            ? Certificate.Sense.MAXIMISE
            : Certificate.Sense.MINIMISE;
    near(
        "certificate.gap",
        Gap.ratio(sense == Certificate.Sense.MAXIMISE, stated, bound),
        ServiceClaims.number(plan, "gapRatio"));
    double slack = TOLERANCE_RATIO * Math.max(1, Math.abs(bound));
    boolean maximised = sense == Certificate.Sense.MAXIMISE;
    boolean beyond = maximised ? bound >= stated - slack : bound <= stated + slack;
    ledger.holds("bound.value", "", beyond, (maximised ? "≥ " : "≤ ") + stated, bound);
    ledger.open("bound.unconfirmed", Fields.text(plan, "method"));
  }

  private void near(String code, double expected, double found) {
    double scale = Math.max(1, Math.abs(expected));
    boolean ok =
        Double.compare(expected, found) == 0
            || Math.abs(expected - found) <= TOLERANCE_RATIO * scale;
    ledger.holds(code, "", ok, expected, found);
  }
}
