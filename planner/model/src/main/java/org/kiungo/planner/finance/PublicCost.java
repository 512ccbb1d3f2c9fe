package org.kiungo.planner.finance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;

/**
 * A planning question whose costs are public money instead of network cost, so that the one solver
 * answers both: every price of the catalogue carries what comes on top of it, and every settlement
 * a revenue that is forgone where it is left without service.
 *
 * <p>Public money as {@link PlanFinance} tells it is not a sum over decisions: gaps are cut off at
 * zero and surpluses fill them. What is solved here is below it. Per settlement, with cost c_i,
 * revenue r_i, upfront subsidy s_i, gap g_i = max(0, c_i − r_i − s_i) and surplus u_i = max(0, r_i
 * + s_i − c_i), in a country where operators spend a share σ ≤ 1 of surpluses on gaps and the fund
 * pays out a share δ ≤ 1 of the levies ℓ_i:
 *
 * <pre>
 * public = Σ s_i + Σ g_i − received − fund      received ≤ σ Σ u_i ≤ Σ u_i,  fund ≤ δ Σ ℓ_i
 *        ≥ Σ (s_i + g_i − u_i) − δ Σ ℓ_i = Σ (c_i − r_i) − δ Σ ℓ_i
 * </pre>
 *
 * and c_i is linear in assets: network · (1 + administration + tax + margin) + capex · (1 −
 * subsidy) · κ + spectrum + levy, κ the charge for capital of {@link MarketTerms#capitalRatio}.
 * Writing R_i for the revenue left after what of the levy is not paid out,
 *
 * <pre>public + Σ_all R_i ≥ Σ assets of cost' + Σ_unserved R_i</pre>
 *
 * whose right side has no negative term: an ordinary question with budget B + Σ R_i, in which
 * leaving i unserved costs R_i. Whatever bounds it bounds public money. With one country, σ = 1 and
 * no upfront subsidy that is wasted, both sides are equal wherever public money is above zero.
 *
 * <p>Prices belong to the catalogue, not to a country: where countries differ, the least mark-up of
 * any is taken, which keeps the inequality. The rounding of accounts and assets to cents is within
 * {@link #slackCents}.
 *
 * @param problem the question with public prices
 * @param revenueCents R_i per settlement, ≥ 0
 */
public record PublicCost(PlanningProblem problem, long[] revenueCents) {

  private static final int CENTS_PER_SETTLEMENT = 9;
  private static final int CENTS_PER_ASSET = 2;

  /** What public money may lie below the sum that is solved, for rounding alone. */
  public static long slackCents(long settlements, long assets) {
    return CENTS_PER_SETTLEMENT * settlements + CENTS_PER_ASSET * assets;
  }

  /** Revenue terms that public money depends on and nobody knows, as {@code ISO3 term}. */
  public static List<String> unknownRevenue(PlanningProblem problem) {
    java.util.SortedSet<String> unknown = new java.util.TreeSet<>();
    for (Settlement each : problem.settlements()) {
      EconomicTerm arpu = Revenue.tier(each).term();
      if (problem.economicsOf(each.country()).figure(arpu) == null) {
        unknown.add(each.country() + " " + arpu.term());
      }
    }
    return List.copyOf(unknown);
  }

  /**
   * What the sum leaves out under the problem's terms, for certificates; empty when it is exact.
   */
  public static List<String> relaxed(PlanningProblem problem) {
    List<CountryEconomics> all =
        problem.settlements().stream()
            .map(Settlement::country)
            .distinct()
            .map(problem::economicsOf)
            .toList();
    List<String> relaxed = new ArrayList<>();
    if (all.stream().map(CountryEconomics::terms).distinct().count() > 1) {
      relaxed.add("marketTermsOfSeveralCountries");
    }
    if (all.stream().anyMatch(e -> e.value(EconomicTerm.CROSS_SUBSIDY, 1) < 1)) {
      relaxed.add("surplusesKept");
    }
    boolean upFront =
        all.stream()
            .anyMatch(
                e ->
                    e.value(EconomicTerm.CAPEX_SUBSIDY, 0) + e.value(EconomicTerm.OPEX_SUBSIDY, 0)
                        > 0);
    if (upFront) {
      relaxed.add("subsidyWhereNoneIsNeeded");
    }
    return List.copyOf(relaxed);
  }

  /** The question in public money under the problem's market terms; an unknown term is nothing. */
  public static PublicCost of(PlanningProblem problem) {
    Map<String, CountryEconomics> economics = new HashMap<>();
    problem
        .settlements()
        .forEach(s -> economics.put(s.country(), problem.economicsOf(s.country())));
    PublicPrices prices = PublicPrices.least(economics.values(), problem.money());
    Catalogue catalogue = problem.catalogue();
    Catalogue priced =
        catalogue
            .withTechnologies(
                catalogue.technologies().stream()
                    .map(t -> prices.of(t, problem.standard()))
                    .toList())
            .withMedia(catalogue.media().stream().map(prices::of).toList())
            .withTransit(catalogue.transit().stream().map(prices::of).toList())
            .withEnergy(prices.of(catalogue.energy()))
            .withBorders(
                catalogue.borders().stream()
                    .map(each -> prices.of(each, catalogue.media()))
                    .toList());
    long[] revenue = new long[problem.settlements().size()];
    for (int i = 0; i < revenue.length; i++) {
      Settlement s = problem.settlements().get(i);
      revenue[i] = revenueCents(s, economics.get(s.country()), problem);
    }
    return new PublicCost(problem.withCatalogue(priced), revenue);
  }

  private static long revenueCents(
      Settlement settlement, CountryEconomics country, PlanningProblem problem) {
    double usd =
        Revenue.presentUsd(
            settlement.unservedPopulation(),
            MarketTerms.revenue(country, Revenue.tier(settlement)),
            country.value(EconomicTerm.ARPU_GROWTH, 0),
            problem.standard(),
            problem.money());
    double levy = country.value(EconomicTerm.UNIVERSAL_SERVICE_LEVY, 0);
    double lost = levy * (1 - country.value(EconomicTerm.UNIVERSAL_SERVICE_DISBURSED, 0));
    // a whole cent stays one whatever the last bits say
    return (long) Math.ceil(usd * (1 - lost) * 100 - 1e-6);
  }
}
