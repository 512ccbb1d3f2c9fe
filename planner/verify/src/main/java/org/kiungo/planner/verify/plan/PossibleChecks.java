package org.kiungo.planner.verify.plan;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.law.PlaceLaw;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;

/**
 * Whom the plan may possibly gain: its own works, sized anew for the low end of today's coverage
 * without the places left out, cost no more than its money and keep to its rules.
 */
public final class PossibleChecks {

  private static final String RULE = "total.possible";

  /** Rules that hang on how large the works are; what they state is of other loads. */
  private static final Set<String> SIZES =
      Set.of(
          "site.density",
          "link.spectrum",
          "link.backhaul",
          "link.rooted",
          "beam",
          "node.limit",
          "site.exists");

  private final Facts facts;
  private final Claims claims;
  private final Ledger ledger;

  public PossibleChecks(Facts facts, Claims claims, Ledger ledger) {
    this.facts = facts;
    this.claims = claims;
    this.ledger = ledger;
  }

  /**
   * @param totals of the plan, as it states them
   * @param services of the plan
   * @param cost of the plan, recomputed
   */
  public void check(FolderReader reader, JsonNode totals, ServiceChecks services, Cost cost) {
    JsonNode today = totals.path("today");
    ledger.rule(RULE);
    if (!today.isObject()) {
      return;
    }
    double likely = services.today().likely();
    double sure = Fields.number(today, "peopleGainedSure");
    ledger.holds(RULE, "sure", sure <= likely * (1 + 1e-9), "≤ " + likely, sure);
    double stated = Fields.number(today, "peopleGainedPossible");
    JsonNode works = reader.findBrief("plan.json", "possible").orElse(null);
    if (works == null) {
      boolean none = Double.isNaN(stated) || Math.abs(stated - likely) <= 1e-9 * likely;
      ledger.holds(RULE, "possible", none, "the likely ones", stated);
      return;
    }
    Set<String> left = new TreeSet<>();
    for (Iterator<JsonNode> each = works.path("without").iterator(); each.hasNext(); ) {
      left.add(each.next().asString());
    }
    Facts low = facts.atLowEnd();
    Claims some = claims.without(left, low);
    Ledger aside = new Ledger();
    Payments payments = new Payments(low, some, aside);
    SiteChecks sites = new SiteChecks(low, some, payments, aside);
    LinkChecks links = new LinkChecks(low, some, sites, payments, aside);
    ServiceChecks served = new ServiceChecks(low, some, sites, links, payments, aside);
    NodeChecks nodes = new NodeChecks(low, some, links, payments, aside);
    double usd =
        served.total().plus(sites.total()).plus(links.total()).plus(nodes.total()).lifetimeUsd();
    double people = served.people(Status.STANDARD) + served.people(Status.BASIC);
    ledger.about(RULE, "people", people, stated);
    ledger.about(RULE, "people of the works", people, Fields.number(works, "people"));
    ledger.about(RULE, "lifetimeCostUsd", usd, Fields.number(works, "lifetimeCostUsd"));
    ledger.holds(RULE, "possible", people >= likely * (1 - 1e-9), "≥ " + likely, people);
    double budgetUsd = Fields.number(facts.scenario(), "budgetUsd");
    double capUsd = Double.isNaN(budgetUsd) ? cost.lifetimeUsd() : budgetUsd;
    ledger.holds(RULE, "budget", usd <= capUsd, "≤ " + capUsd, usd);
    for (Check each : aside.checks()) {
      if (SIZES.contains(each.code())) {
        ledger.holds(RULE, each.code(), each.wrong() == 0, each.expected(), each.found());
      }
    }
    musts(left);
  }

  /** Whoever must be served is served then, too. */
  private void musts(Set<String> left) {
    Set<String> musts = new HashSet<>();
    for (JsonNode lock : facts.scenario().path("locks")) {
      if (!lock.path("forbid").asBoolean(false)) {
        musts.add(Fields.text(lock, "settlementId"));
      }
    }
    for (Settlement each : facts.settlements().values()) {
      if (PlaceLaw.obliges(facts.rules(), each)) {
        musts.add(each.id());
      }
    }
    musts.retainAll(left);
    ledger.holds(RULE, "musts", musts.isEmpty(), "none of those who must be served", musts);
  }
}
