package org.kiungo.planner.verify.bound;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.verify.accounts.BoundMoney;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.plan.LinkChecks;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;

/**
 * The rows of a programme's bound where it is to cost least: what stands at the end of a phase
 * rents for no less than the row says, each row's target alone considered, and their priced sum,
 * less what money has come in for all but the last, is the bound.
 */
public final class LeastRows {

  private static final double TOLERANCE_RATIO = 1e-9;

  private final Facts facts;
  private final Claims claims;
  private final LinkChecks links;
  private final Ledger ledger;

  public LeastRows(Facts facts, Claims claims, LinkChecks links, Ledger ledger) {
    this.facts = facts;
    this.claims = claims;
    this.links = links;
    this.ledger = ledger;
  }

  /** Checks every row, and that the bound is no better than what they prove together. */
  public void check(FolderReader reader, JsonNode certificate) {
    JsonNode rows = certificate.path("rows");
    double bound = Fields.number(certificate, "bound");
    ledger.rule(Verification.BOUND_PROVEN);
    ledger.rule("bound.rows");
    if (bound <= 0) {
      ledger.holds(Verification.BOUND_PROVEN, "", true, "≤ 0: no cost lies below nothing", bound);
      return;
    }
    JsonNode phases = facts.scenario().path("phases");
    double sum = 0;
    int before = 0;
    for (int k = 0; k < rows.size(); k++) {
      JsonNode row = rows.get(k);
      String id = Integer.toString(k + 1);
      int phase = (int) Fields.number(row, "phase");
      boolean inOrder = phase > before && phase <= phases.size();
      double weight = Fields.number(row, "weight");
      boolean isLast = k == rows.size() - 1;
      boolean priced = isLast ? phase == phases.size() && weight == 1 : weight > 0;
      if (!ledger.holds("bound.rows", id, inOrder && priced, "a phase and its price", weight)) {
        return;
      }
      before = phase;
      double inUsd = 0;
      for (int t = 0; t < phase; t++) {
        inUsd += Fields.number(phases.get(t), "budgetUsd");
      }
      ledger.about("bound.rows", id, inUsd, Fields.number(row, "cumulativeUsd"));
      row(reader, rows, k, phase - 1);
      sum += weight * (Fields.number(row, "boundUsd") - (isLast ? 0 : inUsd));
    }
    double slack = TOLERANCE_RATIO * Math.max(1, sum);
    boolean follows = bound <= sum + slack;
    ledger.holds(Verification.BOUND_PROVEN, "", follows, "≤ " + sum, bound);
  }

  private void row(FolderReader reader, JsonNode rows, int k, int phase) {
    JsonNode row = rows.get(k);
    double later = 0;
    for (int s = k + 1; s < rows.size(); s++) {
      later += Fields.number(rows.get(s), "weight");
    }
    double most = later / Fields.number(row, "weight");
    double ratio = Fields.number(row, "waitingRatio");
    boolean paid = ratio >= 0 && ratio <= most * (1 + TOLERANCE_RATIO);
    String file = RowChecks.file(k);
    if (!ledger.holds("bound.rows", file, paid, "≤ " + most, ratio)) {
      return;
    }
    JsonNode phases = facts.scenario().path("phases");
    List<Integer> years = new ArrayList<>();
    for (int t = 0; t <= phase; t++) {
      years.add((int) Fields.number(phases.get(t), "firstYear"));
    }
    boolean isLast = phase == phases.size() - 1;
    int next = isLast ? 0 : (int) Fields.number(phases.get(phase + 1), "firstYear");
    Money money =
        new Money(
            facts.money().discountRateRatio(),
            years.get(phase),
            facts.money().lastYear(),
            facts.money().priceYear(),
            new Money.Waiting(years, next, ratio));
    BoundMoney asked = new BoundMoney(facts.in(money), false, Double.NaN, 0);
    double share = Fields.number(isLast ? facts.scenario() : phases.get(phase), "targetRatio");
    double boundUsd = Fields.number(row, "boundUsd");
    if (boundUsd <= 0) {
      ledger.holds(Verification.BOUND_PROVEN, file, true, "≤ 0: no rent is negative", boundUsd);
    } else if (facts.redacted().isThere()) {
      ledger.open("bound.redacted", file);
    } else if (reader.has(file)) {
      new ProofChecks(asked, claims, links, ledger)
          .checkLeast(reader, file, row, facts.wantedPeople(share), boundUsd);
    } else {
      ledger.holds(Verification.BOUND_PROVEN, file, false, "a proof", "none");
    }
  }
}
