package org.kiungo.planner.cost;

import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.demand.BusyHour;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Subscriber;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.money.TransitPrice;

/**
 * What carrying a settlement's traffic costs beyond the node where a plan's links end: core,
 * interconnection, international transit. It depends on the country and the load alone, so it is
 * the settlement's own, whatever way its traffic takes. Free-standing satellite terminals pay none:
 * their subscription contains it.
 *
 * <p>Traffic grows from year to year and prices fall. Stated is the level yearly amount of the same
 * present value: with d_k the discount of year k, g_k the load in it as a share of the load that
 * networks are sized for and p_k the price, Σ d_k · g_k · p_k / Σ d_k per Mbps of that load.
 */
public final class TransitCost {

  private final BusyHour busyHour;
  private final Money money;
  private final Catalogue catalogue;
  private final Map<String, Double> level = new HashMap<>();

  public TransitCost(BusyHour busyHour, Money money, Catalogue catalogue) {
    this.busyHour = busyHour;
    this.money = money;
    this.catalogue = catalogue;
  }

  /** As a problem has it. */
  public static TransitCost of(PlanningProblem problem) {
    return new TransitCost(BusyHour.of(problem), problem.money(), problem.catalogue());
  }

  /**
   * Of one settlement's traffic.
   *
   * @param bps in the busy hour of the year that networks are sized for
   * @return running cost alone; nothing without backhaul or where the catalogue has no price
   */
  public AssetCost of(Settlement settlement, AccessTechnology technology, long bps) {
    if (!technology.needsBackhaul() || catalogue.transit().isEmpty()) {
      return AssetCost.ZERO;
    }
    double usdPerYear = bps / 1e6 * levelUsdPerMbpsYear(settlement, technology.subscriber());
    double lifetimeUsd =
        money.waiting() == null
            ? PresentValue.lifetimeUsd(0, usdPerYear, money.years(), money)
            : PresentValue.withoutRounding(
                bps / 1e6 * waiting(settlement, technology.subscriber()), money);
    return AssetCost.ofUsd(0, usdPerYear, lifetimeUsd);
  }

  /**
   * Present value per Mbps at prices that bound a programme. Traffic grows, so that waiting may
   * cost more: of a phase counts the least of those up to it.
   */
  private double waiting(Settlement settlement, Subscriber subscriber) {
    String key = settlement.country() + ' ' + subscriber + " waiting";
    Double known = level.get(key);
    if (known == null) {
      double now = Double.POSITIVE_INFINITY;
      for (int year : money.waiting().firstYears()) {
        now = Math.min(now, presentUsd(settlement.country(), subscriber, year));
      }
      double ratio = money.waiting().ratio();
      int nextYear = money.waiting().nextYear();
      double next =
          ratio == 0 ? 0 : Math.min(now, presentUsd(settlement.country(), subscriber, nextYear));
      known = (1 + ratio) * now - ratio * next;
      level.put(key, known);
    }
    return known;
  }

  private double presentUsd(String country, Subscriber subscriber, int year) {
    Money from = money.from(year);
    return levelled(country, subscriber, from) * PresentValue.upkeepYears(from);
  }

  /**
   * Of everybody whom a plan serves: a part of what its settlements cost.
   *
   * @return null where the catalogue has no price
   */
  public static Plan.TransitTotals totals(PlanningProblem problem, Plan plan) {
    if (problem.catalogue().transit().isEmpty()) {
      return null;
    }
    TransitCost transit = of(problem);
    Map<String, AccessTechnology> technologies = new HashMap<>();
    problem.catalogue().technologies().forEach(t -> technologies.put(t.id(), t));
    Map<String, Settlement> settlements = new HashMap<>();
    problem.settlements().forEach(s -> settlements.put(s.id(), s));
    AssetCost sum = AssetCost.ZERO;
    for (Plan.SettlementService each : plan.settlements()) {
      for (Plan.PartService part : each.each()) {
        AccessTechnology technology = technologies.get(part.technologyId());
        if (technology != null) {
          long bps = Math.round(part.demandMbps() * 1e6);
          sum = sum.plus(transit.of(settlements.get(each.settlementId()), technology, bps));
        }
      }
    }
    return new Plan.TransitTotals(sum.opexUsdPerYear(), sum.lifetimeUsd());
  }

  private double levelUsdPerMbpsYear(Settlement settlement, Subscriber subscriber) {
    String key = settlement.country() + ' ' + subscriber;
    Double known = level.get(key);
    if (known == null) {
      known = levelled(settlement.country(), subscriber, money.from(money.firstYear()));
      level.put(key, known);
    }
    return known;
  }

  private double levelled(String country, Subscriber subscriber, Money money) {
    TransitPrice price = catalogue.transitOf(country);
    if (price == null) {
      return 0;
    }
    double[] usd = new double[money.years()];
    for (int k = 0; k < usd.length; k++) {
      int year = money.firstYear() + k;
      usd[k] =
          busyHour.shareOfSized(country, subscriber, year) * price.usdPerMbpsYear(country, year);
    }
    return PresentValue.level(usd, money);
  }
}
