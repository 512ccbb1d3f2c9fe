package org.kiungo.planner.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Plan.Status;
import tools.jackson.databind.JsonNode;

/** The certificate: the value recomputed, the gap, and a bound that follows from its price. */
final class BoundChecks {

  /** Allows for sums in another order and for values counted in millionths of a person. */
  private static final double TOLERANCE_RATIO = 1e-9;

  private final Facts facts;
  private final Ledger ledger;
  private final Map<String, String> always = new HashMap<>();
  private final Map<String, Set<String>> never = new HashMap<>();

  BoundChecks(Facts facts, Ledger ledger) {
    this.facts = facts;
    this.ledger = ledger;
    for (JsonNode lock : facts.scenario.get("locks")) {
      String settlement = FolderReader.text(lock, "settlementId");
      String technology = FolderReader.text(lock, "technologyId");
      if (lock.get("forbid").booleanValue()) {
        never.computeIfAbsent(settlement, k -> new HashSet<>()).add(technology);
      } else {
        always.put(settlement, technology);
      }
    }
  }

  void check(JsonNode certificate, ServiceChecks services, AssetCost cost) {
    Sense sense = Sense.valueOf(FolderReader.text(certificate, "sense"));
    boolean most = "MOST_PEOPLE_UNDER_BUDGET".equals(FolderReader.text(facts.scenario, "goal"));
    ledger.same("certificate.sense", "", most ? Sense.MAXIMISE : Sense.MINIMISE, sense);
    double value = number(certificate, "value");
    ledger.near("certificate.value", "", most ? worth(services) : cost.lifetimeUsd(), value);
    ledger.same(
        "certificate.catalogue",
        "",
        facts.catalogueVersion,
        FolderReader.text(certificate, "catalogueVersion"));
    double bound = number(certificate, "bound");
    double gap = Certificate.gapRatio(sense, value, bound);
    ledger.near("certificate.gap", "", gap, number(certificate, "gapRatio"));
    if (!Double.isNaN(bound)) {
      double slack = TOLERANCE_RATIO * Math.max(1, Math.abs(value));
      boolean beyond = most ? bound >= value - slack : bound <= value + slack;
      ledger.holds("bound.value", "", beyond, most ? "≥ " + value : "≤ " + value, bound);
      if (most) {
        proven(certificate, bound);
      }
    }
  }

  private double worth(ServiceChecks services) {
    return services.people(Status.STANDARD)
        + services.people(Status.BASIC) * facts.standard.basicWeightRatio();
  }

  private void proven(JsonNode certificate, double bound) {
    String method = FolderReader.text(certificate, "method");
    if (!SeparableBound.METHOD.equals(method)) {
      ledger.holds("bound.method", "", false, SeparableBound.METHOD, method);
      return;
    }
    double budgetUsd = number(facts.scenario, "budgetUsd");
    double lambda = number(certificate, "lambdaPeoplePerUsd");
    double proven = new SeparableBound(facts, always, never).at(lambda, budgetUsd);
    double slack = TOLERANCE_RATIO * Math.max(1, proven) + 1e-6 * facts.settlements.size();
    ledger.holds("bound.proven", "", bound >= proven - slack, "≥ " + proven, bound);
  }

  private static double number(JsonNode object, String name) {
    return FolderReader.number(object, name);
  }
}
