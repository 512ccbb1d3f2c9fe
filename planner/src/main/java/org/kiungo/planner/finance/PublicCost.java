package org.kiungo.planner.finance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.cost.PresentValue;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.CountryEconomics;
import org.kiungo.planner.model.EconomicTerm;
import org.kiungo.planner.model.Figure;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Money;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;

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

  private static final int CENTS_PER_SETTLEMENT = 8;
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
    MarkUp least = MarkUp.least(economics.values(), problem.money());
    Catalogue catalogue = problem.catalogue();
    List<AccessTechnology> technologies = new ArrayList<>();
    for (AccessTechnology each : catalogue.technologies()) {
      technologies.add(priced(each, least, problem));
    }
    List<Medium> media =
        catalogue.media().stream().map(m -> priced(m, least, problem.money())).toList();
    long[] revenue = new long[problem.settlements().size()];
    for (int i = 0; i < revenue.length; i++) {
      Settlement s = problem.settlements().get(i);
      revenue[i] = revenueCents(s, economics.get(s.country()), problem);
    }
    return new PublicCost(
        problem.withCatalogue(new Catalogue(catalogue.version(), technologies, media)), revenue);
  }

  /**
   * What comes on top of network cost.
   *
   * @param network factor on everything
   * @param capital on first purchases
   * @param spectrumUsdPerMhzPop licences
   */
  private record MarkUp(double network, double capital, double spectrumUsdPerMhzPop) {

    static MarkUp least(Iterable<CountryEconomics> countries, Money money) {
      double network = Double.POSITIVE_INFINITY;
      double capital = Double.POSITIVE_INFINITY;
      double spectrum = Double.POSITIVE_INFINITY;
      for (CountryEconomics each : countries) {
        MarketTerms terms = MarketTerms.of(each);
        double charges = terms.administrationRatio() + terms.taxRatio() + terms.marginRatio();
        network = Math.min(network, 1 + charges);
        capital = Math.min(capital, terms.capitalRatio(money) * (1 - terms.capexSubsidyRatio()));
        spectrum = Math.min(spectrum, terms.spectrumUsdPerMhzPop());
      }
      return new MarkUp(network, capital, spectrum);
    }

    /** Factor on a purchase that is repeated: the charge for capital falls on the first alone. */
    double purchase(Figure lifetimeYears, Money money) {
      double years = lifetimeYears == null ? money.years() : lifetimeYears.value();
      return network + capital / PresentValue.purchases(years, money);
    }
  }

  private static AccessTechnology priced(AccessTechnology t, MarkUp up, PlanningProblem problem) {
    Money money = problem.money();
    double site = up.purchase(t.siteLifetimeYears(), money);
    double adopter = up.purchase(t.adopterLifetimeYears(), money);
    double bought =
        PresentValue.purchases(
            t.adopterLifetimeYears() == null ? money.years() : t.adopterLifetimeYears().value(),
            money);
    double mhz = t.licensedMhz() == null ? 0 : t.licensedMhz().value();
    double peoplePerTerminal =
        problem.standard().peoplePerHousehold() / problem.standard().adoptionRatio();
    double licenceUsd = up.spectrumUsdPerMhzPop() * mhz * peoplePerTerminal / bought;
    return new AccessTechnology(
        t.id(),
        t.name(),
        t.family(),
        t.serves(),
        t.reachKm(),
        t.downlinkMbps(),
        t.roundTripMs(),
        times(t.siteCapexUsd(), site),
        times(t.siteOpexUsdPerYear(), up.network()),
        t.siteLifetimeYears(),
        t.siteCapacityMbps(),
        times(t.capexUsdPerKm2(), site),
        times(t.opexUsdPerKm2PerYear(), up.network()),
        plus(times(t.adopterCapexUsd(), adopter), licenceUsd),
        times(t.adopterOpexUsdPerYear(), up.network()),
        t.adopterLifetimeYears(),
        t.beamMbpsPerKm2(),
        times(t.towerSiteCapexUsd(), site),
        times(t.offGridCapexUsd(), site),
        times(t.offGridOpexUsdPerYear(), up.network()),
        t.licensedMhz());
  }

  private static Medium priced(Medium m, MarkUp up, Money money) {
    double purchase = up.purchase(m.lifetimeYears(), money);
    Medium dearer = m.withCapexTimes(purchase);
    return new Medium(
        m.id(),
        m.name(),
        dearer.capexUsdPerKm(),
        m.routeFactor(),
        times(m.opexRatioPerYear(), up.network() / purchase),
        m.lifetimeYears(),
        dearer.hops(),
        m.maxHopKm(),
        m.systemMbps(),
        m.furtherSystemRatio(),
        m.delayMsPerKm(),
        m.delayMsPerHop());
  }

  private static Figure times(Figure figure, double factor) {
    return figure == null ? null : figure.times(factor);
  }

  private static Figure plus(Figure figure, double usd) {
    if (usd == 0) {
      return figure;
    }
    double before = figure == null ? 0 : figure.value();
    return new Figure(before + usd, before + usd, before + usd, 0, "public cost", false);
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
    return (long) Math.ceil(usd * (1 - lost) * 100);
  }
}
