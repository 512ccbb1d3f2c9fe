package org.kiungo.planner.verify.progress;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.ProgressReport.Again;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.verify.check.Ledger;

/**
 * A rest has no more than the money left and that of works it plans again, and all but these works
 * costs no more than what is left, whatever it charges for them.
 */
final class RestMoney {

  private static final String AGAIN = "progress.again";

  /** Halves of cents add up. */
  private static final double CENTS = 0.02;

  private final Plan signed;
  private final PlanFolder again;
  private final Ledger ledger;
  private final Map<String, Double> unitsOf = new HashMap<>();

  /**
   * @param finished sites that stand and are planned again
   */
  RestMoney(
      Plan signed, PlanFolder again, Stands stands, Collection<String> finished, Ledger ledger) {
    this.signed = signed;
    this.again = again;
    this.ledger = ledger;
    for (String id : finished) {
      AccessSite site = stands.site(id);
      unitsOf.put(key(site), units(signed, id, site.units()));
    }
    for (BuiltLink each : signed.links()) {
      if (stands.linkYears().containsKey(each.id()) && !stands.serves(each.id())) {
        unitsOf.put(key(each), units(signed, each.id(), each.systems()));
      }
    }
  }

  static String key(AccessSite site) {
    return "site " + site.technologyId() + " " + site.placeId();
  }

  private static String key(BuiltLink link) {
    return "link " + link.mediumId() + " " + link.fromId() + " " + link.toId();
  }

  /** What is there before any later phase adds to it. */
  private static double units(Plan plan, String id, double all) {
    double units = all;
    for (Further each : later(plan)) {
      units -= each.assetId().equals(id) ? each.further() : 0;
    }
    return units;
  }

  private static List<Further> later(Plan plan) {
    return plan.programme() == null ? List.of() : plan.programme().further();
  }

  /**
   * Works that stand, serve nobody and may be planned again, by what they are and where, with their
   * units: sites that are finished, and every such link.
   */
  Map<String, Double> units() {
    return unitsOf;
  }

  /** Works that were signed and do not stand, likewise. */
  Map<String, Double> open(Stands stands) {
    Map<String, Double> open = new HashMap<>();
    for (AccessSite each : signed.sites()) {
      if (!stands.stands(each.id())) {
        open.put(key(each), units(signed, each.id(), each.units()));
      }
    }
    for (BuiltLink each : signed.links()) {
      if (!stands.linkYears().containsKey(each.id())) {
        open.put(key(each), units(signed, each.id(), each.systems()));
      }
    }
    return open;
  }

  /**
   * Looks at money phase by phase, of all until its end.
   *
   * @param kept works that stand, serve nobody and are not planned again
   */
  void check(MoneyLeft money, Again told, Set<String> kept) {
    List<Phase> phases = again.scenario().phases();
    int planned = again.plan().programme() == null ? 0 : again.plan().programme().phases().size();
    if (!ledger.holds(AGAIN, "phases", planned == phases.size(), phases.size(), planned)) {
      return;
    }
    double[] most = left(money, told, kept, phases.size());
    double[] own = left(money, told, money.unusedIds(), phases.size());
    double[] charged = charged(phases);
    double has = 0;
    double may = 0;
    double spent = 0;
    double open = 0;
    for (int t = 0; t < most.length; t++) {
      has += phases.isEmpty() ? again.scenario().budgetUsd() : phases.get(t).budgetUsd();
      may += most[t];
      ledger.holds(AGAIN, "budgetUsd", has <= may + CENTS, "≤ " + may, has);
      spent +=
          again.plan().programme() == null
              ? again.plan().totals().lifetimeCostUsd()
              : again.plan().programme().phases().get(t).spentUsd();
      spent -= charged[t];
      open += own[t];
      ledger.holds(AGAIN, "lifetimeCostUsd", spent <= open + CENTS, "≤ " + open, spent);
    }
  }

  /** By phase of the rest; of the whole where it has none. */
  private double[] left(MoneyLeft money, Again told, Set<String> kept, int phases) {
    if (phases == 0) {
      return new double[] {money.restUsd(kept, told.moreUsd())};
    }
    double[] all = money.byPhase(told.fromYear(), kept, told.moreUsd());
    double[] last = new double[phases];
    for (int t = 0; t < phases; t++) {
      last[t] = all[all.length - phases + t];
    }
    return last;
  }

  /** What the rest charges for what stands, by phase: of a larger work its share of units. */
  private double[] charged(List<Phase> phases) {
    double[] usd = new double[Math.max(1, phases.size())];
    Plan plan = again.plan();
    for (AccessSite each : plan.sites()) {
      double share = share(key(each), units(plan, each.id(), each.units()));
      usd[phase(phases, each.buildYear())] += share * firstUsd(each.id(), each.lifetimeCostUsd());
    }
    for (BuiltLink each : plan.links()) {
      double share = share(key(each), units(plan, each.id(), each.systems()));
      usd[phase(phases, each.buildYear())] += share * firstUsd(each.id(), each.lifetimeCostUsd());
    }
    return usd;
  }

  private double share(String key, double units) {
    return Math.min(1, unitsOf.getOrDefault(key, 0.0) / units);
  }

  private double firstUsd(String id, double lifetimeUsd) {
    double usd = lifetimeUsd;
    for (Further each : later(again.plan())) {
      usd -= each.assetId().equals(id) ? each.lifetimeCostUsd() : 0;
    }
    return usd;
  }

  private static int phase(List<Phase> phases, int year) {
    int phase = 0;
    for (int t = 0; t < phases.size(); t++) {
      phase = year >= phases.get(t).firstYear() ? t : phase;
    }
    return phase;
  }
}
