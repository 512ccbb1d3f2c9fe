package org.kiungo.planner.joint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.RowPrice;

/** How much dearer than all money together the money is that may pay for each equipment. */
public final class Scarcity {

  /** Factors stay between these, so that no price decides everything. */
  private static final double LEAST = 0.05;

  private static final double MOST = 10;

  /** On what nobody may pay for. */
  private static final double NEVER = 100;

  private Scarcity() {}

  /**
   * The facts at such prices.
   *
   * @param prices of money, from payments for some network
   * @param phases number of phases, ≥ 1
   */
  public static PlanningProblem priced(
      PlanningProblem problem, Partnership partnership, List<RowPrice> prices, int phases) {
    ElementPrices elements = new ElementPrices(problem, partnership);
    double all = worth(prices) / Math.max(1e-9, money(partnership));
    Map<String, Double> factors = new TreeMap<>();
    for (int t = 1; t <= phases; t++) {
      elements
          .at(prices, t)
          .forEach((equipment, price) -> factors.merge(equipment, price / phases, Double::sum));
    }
    factors.replaceAll(
        (equipment, price) ->
            !elements.isPayable(equipment)
                ? NEVER
                : all == 0 ? 1 : Math.min(MOST, Math.max(LEAST, price / all)));
    return PricedCatalogue.of(problem, factors);
  }

  private static double worth(List<RowPrice> prices) {
    return prices.stream().mapToDouble(r -> r.usd() * r.lambdaPeoplePerUsd()).sum();
  }

  private static double money(Partnership partnership) {
    return partnership.partners().stream()
        .filter(each -> each.instrument().pays())
        .mapToDouble(each -> each.totalCents() / 100.0)
        .sum();
  }
}
