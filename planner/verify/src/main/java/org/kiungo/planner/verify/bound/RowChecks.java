package org.kiungo.planner.verify.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.verify.accounts.BoundMoney;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.plan.LinkChecks;
import org.kiungo.planner.verify.plan.PhaseChecks;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import org.kiungo.planner.verify.separable.RecomputedBound;
import tools.jackson.databind.JsonNode;

/**
 * The rows of a programme's bound where it serves most: each holds for the money that has come in
 * until the end of its phase, at prices that no build of the phases until then pays less than, and
 * their weighted sum is the bound.
 */
public final class RowChecks {

  private static final double TOLERANCE_RATIO = 1e-9;

  private final Facts facts;
  private final Claims claims;
  private final LinkChecks links;
  private final Ledger ledger;

  public RowChecks(Facts facts, Claims claims, LinkChecks links, Ledger ledger) {
    this.facts = facts;
    this.claims = claims;
    this.links = links;
    this.ledger = ledger;
  }

  /** Checks every row, and that the bound is their sum. */
  public void check(FolderReader reader, JsonNode certificate, PhaseChecks phases) {
    JsonNode rows = certificate.path("rows");
    int count = phases.weights().length;
    ledger.rule(Verification.BOUND_PROVEN);
    if (!ledger.same("bound.rows", "", count, rows.size())) {
      return;
    }
    boolean floor = "HIGHEST_DISTRICT_FLOOR".equals(Fields.text(facts.scenario(), "goal"));
    boolean together = !floor && isTogether(rows);
    double years = floor ? Arrays.stream(phases.weights()).sum() : 1;
    double sum = 0;
    double inUsd = 0;
    List<Integer> firstYears = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      JsonNode row = rows.get(t);
      String id = Integer.toString(t + 1);
      JsonNode phase = facts.scenario().path("phases").get(t);
      inUsd += Fields.number(phase, "budgetUsd");
      firstYears.add((int) Fields.number(phase, "firstYear"));
      ledger.about("bound.rows", id, t + 1, Fields.number(row, "phase"));
      ledger.about("bound.rows", id, inUsd, Fields.number(row, "cumulativeUsd"));
      ledger.about("bound.rows", id, phases.weights()[t], Fields.number(row, "weight"));
      double bound = Fields.number(row, floor ? "boundRatio" : "boundPeople");
      sum += phases.weights()[t] / years * bound;
      double ratio = Fields.number(row, "waitingRatio");
      double most = together ? laterRatio(rows, phases.weights(), t) : 0;
      boolean paid = ratio >= 0 && ratio <= most * (1 + TOLERANCE_RATIO);
      if (!ledger.holds("bound.rows", id, paid, "≤ " + most, ratio)) {
        return;
      }
      boolean isLast = t == count - 1;
      int nextYear =
          isLast ? 0 : (int) Fields.number(facts.scenario().path("phases").get(t + 1), "firstYear");
      Money money =
          new Money(
              facts.money().discountRateRatio(),
              firstYears.get(t),
              facts.money().lastYear(),
              facts.money().priceYear(),
              new Money.Waiting(firstYears, nextYear, ratio));
      BoundMoney asked = new BoundMoney(facts.in(money), false, inUsd, 0);
      if (together) {
        together(reader, row, t, asked, bound);
      } else {
        row(reader, row, t, asked, bound);
        double served = floor ? phases.floorRatios()[t] : phases.weightedPeople()[t];
        double slack = TOLERANCE_RATIO * Math.max(1, served);
        ledger.holds("bound.value", id, bound >= served - slack, "≥ " + served, bound);
      }
    }
    ledger.about("bound.rows", "", sum, Fields.number(certificate, "bound"));
  }

  /** True when rows hold at the prices they state only, and only together. */
  private static boolean isTogether(JsonNode rows) {
    for (JsonNode row : rows) {
      if (Fields.number(row, "waitingRatio") != 0) {
        return true;
      }
    }
    return false;
  }

  /** Σ weight · λ of later rows over a row's own. */
  private static double laterRatio(JsonNode rows, double[] weights, int t) {
    double later = 0;
    for (int s = t + 1; s < weights.length; s++) {
      later += weights[s] * Fields.number(rows.get(s), "lambdaPeoplePerUsd");
    }
    return later / (weights[t] * Fields.number(rows.get(t), "lambdaPeoplePerUsd"));
  }

  private void together(FolderReader reader, JsonNode row, int t, BoundMoney money, double bound) {
    String file = file(t);
    if (facts.redacted().isThere()) {
      ledger.open("bound.redacted", file);
    } else if (reader.has(file)) {
      double lambda = Fields.number(row, "lambdaPeoplePerUsd");
      new ProofChecks(money, claims, links, ledger).checkAtPrice(reader, file, row, lambda, bound);
    } else {
      ledger.open("bound.row", file);
    }
  }

  static String file(int t) {
    return "bound-" + (t + 1) + ".proof";
  }

  private void row(FolderReader reader, JsonNode row, int t, BoundMoney money, double bound) {
    String file = file(t);
    if (facts.redacted().isThere()) {
      ledger.open("bound.redacted", file);
    } else if (row.has("boundRatio") && bound >= 1) {
      ledger.holds(Verification.BOUND_PROVEN, file, true, "≥ 1: no share is more than all", bound);
    } else if (Fields.text(row, "method").startsWith(RecomputedBound.METHOD)) {
      double lambda = Fields.number(row, "lambdaPeoplePerUsd");
      double price = Double.isNaN(lambda) ? 0 : lambda;
      double separable = new RecomputedBound(money).at(price, money.capUsd());
      double slack = TOLERANCE_RATIO * Math.max(1, separable) + 1e-6 * facts.settlements().size();
      ledger.holds(
          Verification.BOUND_PROVEN, file, bound >= separable - slack, "≥ " + separable, bound);
    } else if (reader.has(file)) {
      new ProofChecks(money, claims, links, ledger).check(reader, file, row, true, bound);
    } else {
      ledger.open("bound.row", file);
    }
  }
}
