package org.kiungo.planner.verify.bound;

import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.verify.accounts.BoundMoney;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.formula.Gap;
import org.kiungo.planner.verify.plan.PhaseChecks;
import org.kiungo.planner.verify.plan.ServiceChecks;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import org.kiungo.planner.verify.separable.RecomputedBound;
import tools.jackson.databind.JsonNode;

/** The certificate: the value recomputed, the gap, and a bound that follows from its price. */
public final class BoundChecks {

  /** Allows for sums in another order and for values counted in millionths of a person. */
  private static final double TOLERANCE_RATIO = 1e-9;

  private final BoundMoney money;
  private final Facts facts;
  private final Ledger ledger;

  public BoundChecks(BoundMoney money, Ledger ledger) {
    this.money = money;
    facts = money.facts();
    this.ledger = ledger;
  }

  /**
   * Checks the certificate; a bound that comes with a proof is then proven or refused by it.
   *
   * @param publicUsd public money that the plan needs, as recomputed
   * @param phases whose person-years are the objective of a programme
   * @param proof replays {@code bound.proof} where there is one
   */
  public void check(
      FolderReader reader,
      JsonNode certificate,
      ServiceChecks services,
      Cost cost,
      double publicUsd,
      PhaseChecks phases,
      ProofChecks proof) {
    Sense sense = Sense.valueOf(Fields.text(certificate, "sense"));
    String goal = Fields.text(facts.scenario(), "goal");
    boolean most = !goal.startsWith("LEAST_");
    ledger.same("certificate.sense", "", most ? Sense.MAXIMISE : Sense.MINIMISE, sense);
    double value = number(certificate, "value");
    double worth = worth(goal, services, cost, publicUsd, phases);
    ledger.about("certificate.value", "", worth, value);
    ledger.same(
        "certificate.catalogue",
        "",
        facts.catalogueVersion(),
        Fields.text(certificate, "catalogueVersion"));
    double bound = number(certificate, "bound");
    double gap = Gap.ratio(most, value, bound);
    ledger.about("certificate.gap", "", gap, number(certificate, "gapRatio"));
    if (Double.isNaN(bound)) {
      ledger.open("bound.none", "");
    } else {
      double slack = TOLERANCE_RATIO * Math.max(1, Math.abs(value));
      boolean beyond = most ? bound >= value - slack : bound <= value + slack;
      ledger.holds("bound.value", "", beyond, most ? "≥ " + value : "≤ " + value, bound);
      ledger.rule(Verification.BOUND_PROVEN);
      if (phases.isProgramme()) {
        Relaxed.checkRows(facts.scenario(), certificate, ledger);
        return;
      }
      Relaxed.check(money, certificate, ledger);
      if (facts.redacted().isThere()) {
        ledger.open("bound.redacted", Fields.text(certificate, "method"));
        return;
      }
      if ("MOST_PEOPLE_UNDER_BUDGET".equals(goal)) {
        atMost(certificate, value, bound);
      } else if (DistrictWeights.areFor(goal) && bound >= 1) {
        ledger.holds(Verification.BOUND_PROVEN, "", true, "≥ 1: no share is more than all", bound);
      } else if (!most && bound == 0) {
        ledger.holds(Verification.BOUND_PROVEN, "", true, "0: no cost lies below nothing", bound);
      } else if (!most && isSeparable(certificate)) {
        atLeast(certificate, bound);
      }
      if (reader.has(ProofChecks.FILE)) {
        proof.check(reader, certificate, most, bound);
      } else if (!ledger.holds(Verification.BOUND_PROVEN)) {
        ledger.open("bound.unconfirmed", Fields.text(certificate, "method"));
      }
    }
  }

  private static double worth(
      String goal, ServiceChecks services, Cost cost, double publicUsd, PhaseChecks phases) {
    return switch (goal) {
      case "LEAST_COST_TO_TARGET" -> cost.lifetimeUsd();
      case "LEAST_PUBLIC_MONEY_TO_TARGET" -> publicUsd;
      case "HIGHEST_EQUITABLE_SHARE" -> services.equitableRatio();
      case "HIGHEST_DISTRICT_FLOOR" ->
          phases.isProgramme() ? phases.floorRatio() : services.floorRatio();
      default -> phases.isProgramme() ? phases.weightedPersonYears() : services.weightedPeople();
    };
  }

  /**
   * A bound by {@link RecomputedBound#METHOD} must follow from its price. Any other is proven by
   * its proof or not at all: without one {@code bound.proven} applies to nothing, and the value is
   * held against the separable bound at the same price, which is weaker but no less valid.
   */
  private void atMost(JsonNode certificate, double value, double bound) {
    double lambda = number(certificate, "lambdaPeoplePerUsd");
    double price = Double.isNaN(money.capUsd()) || Double.isNaN(lambda) ? 0 : lambda;
    double separable = new RecomputedBound(money).at(price, money.capUsd());
    double slack = TOLERANCE_RATIO * Math.max(1, separable) + 1e-6 * facts.settlements().size();
    ledger.holds("bound.separable", "", value <= separable + slack, "≤ " + separable, value);
    if (isSeparable(certificate)) {
      ledger.holds(
          Verification.BOUND_PROVEN, "", bound >= separable - slack, "≥ " + separable, bound);
    }
  }

  /** No plan for less than the bound reaches the target, as the separable bound has it. */
  private void atLeast(JsonNode certificate, double bound) {
    double people = new RecomputedBound(money).at(number(certificate, "lambdaPeoplePerUsd"), bound);
    double wanted = facts.wantedPeople();
    ledger.holds(Verification.BOUND_PROVEN, "", people <= wanted, "≤ " + wanted, people);
  }

  private static boolean isSeparable(JsonNode certificate) {
    return Fields.text(certificate, "method").startsWith(RecomputedBound.METHOD);
  }

  private static double number(JsonNode object, String name) {
    return Fields.number(object, name);
  }
}
