package org.kiungo.planner.verify.bound;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.verify.accounts.BoundMoney;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.law.Market;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.separable.RecomputedBound;
import tools.jackson.databind.JsonNode;

/**
 * The rules that a bound leaves out, as they follow from what is asked and how it is bounded: a
 * certificate that keeps one of them to itself claims more than is proven.
 */
final class Relaxed {

  /** What {@link ProofReplay} does not hold plans to. */
  private static final List<String> REPLAYED =
      List.of("linkRounding", "hopSpectrum", "sharedSiteUnits", "beamCapacity", "nodeUpgrade");

  /** What {@link RecomputedBound} does not. */
  private static final List<String> ALONE = List.of("links", "sharedSiteUnits", "beamCapacity");

  private static final String CODE = "bound.relaxed";

  private Relaxed() {}

  private static List<String> of(String method) {
    return method.startsWith(RecomputedBound.METHOD) ? ALONE : REPLAYED;
  }

  /** Holds the list of a certificate without rows. */
  static void check(BoundMoney money, JsonNode certificate, Ledger ledger) {
    JsonNode scenario = money.facts().scenario();
    List<String> due = new ArrayList<>(of(Fields.text(certificate, "method")));
    boolean priced = Fields.text(certificate, "method").contains(StatedBound.BY_COUNTRY);
    if (!scenario.path("budgetsByCountry").isEmpty() && !priced) {
      due.add("budgetsByCountry");
    }
    if (scenario.path("twoPaths").isObject()
        && !scenario.path("twoPaths").isEmpty()
        && isAskedForTwo(scenario.path("twoPaths"))) {
      due.add("twoPaths");
    }
    if (money.isPublic()) {
      due.addAll(ofPublicMoney(money.facts()));
    }
    same(due, certificate, ledger);
  }

  /** Of accounts that a sum of costs and forgone revenue does not have. */
  private static List<String> ofPublicMoney(Facts facts) {
    Set<Map<EconomicTerm, Figure>> terms = new HashSet<>();
    boolean kept = false;
    boolean upFront = false;
    for (Settlement each : facts.settlements().values()) {
      CountryEconomics country =
          facts
              .market()
              .economics()
              .getOrDefault(each.country(), new CountryEconomics(each.country(), Map.of()));
      terms.add(country.terms());
      kept |= Market.value(country, EconomicTerm.CROSS_SUBSIDY, 1) < 1;
      upFront |=
          Market.value(country, EconomicTerm.CAPEX_SUBSIDY, 0)
                  + Market.value(country, EconomicTerm.OPEX_SUBSIDY, 0)
              > 0;
    }
    List<String> relaxed = new ArrayList<>();
    if (terms.size() > 1) {
      relaxed.add("marketTermsOfSeveralCountries");
    }
    if (kept) {
      relaxed.add("surplusesKept");
    }
    if (upFront) {
      relaxed.add("subsidyWhereNoneIsNeeded");
    }
    return relaxed;
  }

  private static boolean isAskedForTwo(JsonNode rule) {
    return rule.path("capitals").asBoolean(false)
        || rule.path("abovePeople").isNumber()
        || !rule.path("hubIds").isEmpty();
  }

  /** The same of a programme. */
  static void checkRows(JsonNode scenario, JsonNode certificate, Ledger ledger) {
    String goal = Fields.text(scenario, "goal");
    Collection<String> due = new TreeSet<>();
    if (goal.equals("LEAST_PUBLIC_MONEY_TO_TARGET")) {
      due.add("publicMoneyOfPhases");
    } else if (goal.equals("LEAST_COST_TO_TARGET")) {
      due.addAll(REPLAYED);
    } else {
      due.add("phaseOrder");
      for (JsonNode row : certificate.path("rows")) {
        due.addAll(of(Fields.text(row, "method")));
      }
    }
    if (scenario.path("publicBudgetUsd").isNumber()) {
      due.add("publicBudget");
    }
    same(List.copyOf(due), certificate, ledger);
  }

  private static void same(List<String> due, JsonNode certificate, Ledger ledger) {
    List<String> stated =
        certificate.path("relaxed").values().stream().map(JsonNode::asString).toList();
    ledger.same(CODE, "", due, stated);
  }
}
