package org.kiungo.planner.verify;

import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Plan.Status;
import tools.jackson.databind.JsonNode;

/** The certificate: the value recomputed, the gap, and a bound that follows from its price. */
final class BoundChecks {

  /** Allows for sums in another order and for values counted in millionths of a person. */
  private static final double TOLERANCE_RATIO = 1e-9;

  static final String PROVEN = "bound.proven";

  private final Facts facts;
  private final Ledger ledger;

  BoundChecks(Facts facts, Ledger ledger) {
    this.facts = facts;
    this.ledger = ledger;
  }

  /**
   * Checks the certificate; a bound that comes with a proof is then proven or refused by it.
   *
   * @param publicUsd public money that the plan needs, as recomputed
   * @param proof replays {@code bound.proof} where there is one
   */
  void check(
      FolderReader reader,
      JsonNode certificate,
      ServiceChecks services,
      AssetCost cost,
      double publicUsd,
      ProofChecks proof) {
    Sense sense = Sense.valueOf(FolderReader.text(certificate, "sense"));
    String goal = FolderReader.text(facts.scenario, "goal");
    boolean most = !goal.startsWith("LEAST_");
    ledger.same("certificate.sense", "", most ? Sense.MAXIMISE : Sense.MINIMISE, sense);
    double value = number(certificate, "value");
    ledger.near("certificate.value", "", worth(goal, services, cost, publicUsd), value);
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
      ledger.rule(PROVEN);
      if ("MOST_PEOPLE_UNDER_BUDGET".equals(goal)) {
        proven(certificate, value, bound);
      }
      if (reader.has(ProofChecks.FILE)) {
        proof.check(reader, certificate, most, bound);
      }
    }
  }

  private double worth(String goal, ServiceChecks services, AssetCost cost, double publicUsd) {
    return switch (goal) {
      case "LEAST_COST_TO_TARGET" -> cost.lifetimeUsd();
      case "LEAST_PUBLIC_MONEY_TO_TARGET" -> publicUsd;
      case "HIGHEST_DISTRICT_FLOOR" -> services.floorRatio();
      default -> worth(services);
    };
  }

  private double worth(ServiceChecks services) {
    return services.people(Status.STANDARD)
        + services.people(Status.BASIC) * facts.standard.basicWeightRatio();
  }

  /**
   * A bound by {@link SeparableBound#METHOD} must follow from its price. Any other is proven by its
   * proof or not at all: without one {@code bound.proven} applies to nothing, and the value is held
   * against the separable bound at the same price, which is weaker but no less valid.
   */
  private void proven(JsonNode certificate, double value, double bound) {
    double budgetUsd = number(facts.scenario, "budgetUsd");
    double lambda = number(certificate, "lambdaPeoplePerUsd");
    double price = Double.isNaN(budgetUsd) || Double.isNaN(lambda) ? 0 : lambda;
    double separable = new SeparableBound(facts, facts.always, facts.never).at(price, budgetUsd);
    double slack = TOLERANCE_RATIO * Math.max(1, separable) + 1e-6 * facts.settlements.size();
    ledger.holds("bound.separable", "", value <= separable + slack, "≤ " + separable, value);
    if (SeparableBound.METHOD.equals(FolderReader.text(certificate, "method"))) {
      ledger.holds(PROVEN, "", bound >= separable - slack, "≥ " + separable, bound);
    }
  }

  private static double number(JsonNode object, String name) {
    return FolderReader.number(object, name);
  }
}
