package org.kiungo.planner.finance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.finance.CrossSubsidy.Funded;
import org.kiungo.planner.finance.Revenue.Tier;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;

/**
 * A plan's money by settlement, district and country, present value of the plan's years.
 *
 * @param settlements what the plan serves, by country, then in the plan's order, after
 *     cross-subsidy in its country
 * @param districts sums by country and district, {@code ISO3/district}
 * @param countries sums by country
 * @param total of everything
 * @param investment the plan as an investment
 * @param tiers adopters and revenue by wealth tier and year
 * @param takenWhereMissingCents tax, spectrum and levy taken in places that then miss money: what
 *     comes back to them as subsidy
 * @param unknownTerms market terms that nobody has published and that counted as nothing: country
 *     and {@link EconomicTerm#term}; empty when all are known
 * @param localCurrency rates by country, with their dates in the source; where known
 */
public record PlanFinance(
    List<Funded> settlements,
    List<Funded> districts,
    List<Funded> countries,
    Funded total,
    Investment investment,
    List<TierYears> tiers,
    long takenWhereMissingCents,
    SortedSet<String> unknownTerms,
    Map<String, Figure> localCurrency) {

  /** Terms without which public money cannot be told. */
  public static final List<EconomicTerm> ASKED =
      List.of(
          EconomicTerm.ARPU_LOW,
          EconomicTerm.ARPU_MIDDLE,
          EconomicTerm.TAX,
          EconomicTerm.ADMINISTRATION,
          EconomicTerm.MARGIN,
          EconomicTerm.SPECTRUM,
          EconomicTerm.COST_OF_CAPITAL);

  /** Accounts for everything a plan serves, under the problem's market terms. */
  public static PlanFinance of(PlanningProblem problem, Plan plan) {
    return new Books(problem, plan).close();
  }

  /**
   * Public money alone, without looking at single years.
   *
   * @return USD; NaN when no revenue is known somewhere
   */
  public static double publicUsd(PlanningProblem problem, Plan plan) {
    return publicUsd(problem, plan, CostAllocation.of(plan));
  }

  /**
   * The same where the plan's costs are shared already: they hang on no market term.
   *
   * @param shares of the plan
   */
  public static double publicUsd(PlanningProblem problem, Plan plan, CostAllocation.Shares shares) {
    Books books = new Books(problem, plan);
    long cents = books.funded(shares).stream().mapToLong(Funded::publicCents).sum();
    return revenueUnknown(books.unknown) ? Double.NaN : AssetCost.usd(cents);
  }

  /** Public money of the whole plan. */
  public long publicCents() {
    return total.publicCents();
  }

  /**
   * Public money the plan needs, USD.
   *
   * @return NaN when no revenue is known somewhere, so that gaps are costs
   */
  public double publicUsd() {
    return revenueUnknown() ? Double.NaN : AssetCost.usd(publicCents());
  }

  /** True when no revenue is known, so that gaps are costs and must be shown as not known. */
  public boolean revenueUnknown() {
    return revenueUnknown(unknownTerms);
  }

  private static boolean revenueUnknown(SortedSet<String> unknownTerms) {
    return unknownTerms.stream().anyMatch(term -> term.endsWith("UsdPerMonth"));
  }

  /** Work in progress. */
  private static final class Books {
    private final PlanningProblem problem;
    private final Money money;
    private final Plan plan;
    private final Map<String, Settlement> settlements = new HashMap<>();
    private final Map<String, AccessTechnology> technologies = new HashMap<>();
    private final Map<String, CountryEconomics> economics = new HashMap<>();

    /** People by country, tier and the year from which they are served. */
    private final Map<String, Map<Tier, Map<Integer, Double>>> tierPeople = new TreeMap<>();

    private final SortedSet<String> unknown = new TreeSet<>();

    /** Countries where somebody is served. */
    private final SortedSet<String> served = new TreeSet<>();

    /** People by the year from which they are served. */
    private final Map<Integer, Double> people = new TreeMap<>();

    private Books(PlanningProblem problem, Plan plan) {
      this.problem = problem;
      this.plan = plan;
      money = problem.money();
      problem.settlements().forEach(s -> settlements.put(s.id(), s));
      problem.catalogue().technologies().forEach(t -> technologies.put(t.id(), t));
      problem.economics().forEach(e -> economics.put(e.country(), e));
    }

    /** Accounts of everything that is served, settled country by country. */
    private List<Funded> funded(CostAllocation.Shares shares) {
      Map<String, List<Account>> byCountry = new TreeMap<>();
      for (int i = 0; i < plan.settlements().size(); i++) {
        SettlementService service = plan.settlements().get(i);
        if (shares.lifetimeCents()[i] > 0 || service.peopleServed() > 0) {
          String country = settlements.get(service.settlementId()).country();
          byCountry
              .computeIfAbsent(country, k -> new ArrayList<>())
              .add(account(service, shares.lifetimeCents()[i], shares.capexCents()[i]));
        }
      }
      List<Funded> funded = new ArrayList<>();
      byCountry.forEach((country, all) -> funded.addAll(settled(terms(country), all)));
      served.addAll(byCountry.keySet());
      return funded;
    }

    private PlanFinance close() {
      List<Funded> funded = funded(CostAllocation.of(plan));
      Funded total = new Funded(Account.empty(""), 0, 0, 0, 0);
      long taken = 0;
      for (Funded each : funded) {
        Account a = each.account();
        total = total.plus(each, "");
        taken += a.gapCents() == 0 ? 0 : a.taxCents() + a.spectrumCents() + a.levyCents();
      }
      Map<String, Figure> rates = new TreeMap<>();
      served.forEach(
          country -> {
            Figure rate = terms(country).figure(EconomicTerm.LOCAL_CURRENCY);
            if (rate != null) {
              rates.put(country, rate);
            }
          });
      List<TierYears> tiers = tiers();
      double[] networkUsd = NetworkCash.of(problem, plan).usdByYear();
      return new PlanFinance(
          List.copyOf(funded),
          sums(funded, s -> s.country() + "/" + s.district()),
          sums(funded, Settlement::country),
          total,
          Investment.of(
              networkUsd, tiers, total.account(), plan.totals().lifetimeCostUsd(), people, money),
          tiers,
          taken,
          unknown,
          rates);
    }

    private static List<Funded> settled(CountryEconomics terms, List<Account> accounts) {
      return CrossSubsidy.settle(
          accounts,
          terms.value(EconomicTerm.CROSS_SUBSIDY, 1),
          terms.value(EconomicTerm.UNIVERSAL_SERVICE_DISBURSED, 0));
    }

    private Account account(SettlementService service, long lifetimeCents, long capexCents) {
      Settlement settlement = settlements.get(service.settlementId());
      CountryEconomics country = terms(settlement.country());
      Tier tier = Revenue.tier(settlement);
      Money own = moneyOf(service);
      people.merge(own.firstYear(), service.peopleServed(), Double::sum);
      tierPeople
          .computeIfAbsent(settlement.country(), k -> new EnumMap<>(Tier.class))
          .computeIfAbsent(tier, k -> new TreeMap<>())
          .merge(own.firstYear(), service.peopleServed(), Double::sum);
      if (country.figure(tier.term()) == null) {
        unknown.add(country.country() + " " + tier.term().term());
      }
      double lifetimeUsd = AssetCost.usd(lifetimeCents);
      double capexUsd = AssetCost.usd(capexCents);
      return MarketTerms.of(country)
          .account(
              service.settlementId(),
              lifetimeUsd,
              capexUsd,
              lifetimeUsd - capexUsd,
              service.each().stream().mapToDouble(this::licensedMhzPeople).sum(),
              Revenue.presentUsd(
                  service.peopleServed(),
                  Revenue.arpuUsd(
                      MarketTerms.revenue(country, tier),
                      country.value(EconomicTerm.ARPU_GROWTH, 0),
                      own.firstYear() - money.firstYear()),
                  country.value(EconomicTerm.ARPU_GROWTH, 0),
                  problem.standard(),
                  own),
              own);
    }

    /** Money from the year on in which a service is built; cost and revenue are of that year. */
    private Money moneyOf(SettlementService service) {
      return service.buildYear() > money.firstYear() ? money.from(service.buildYear()) : money;
    }

    /** Licensed spectrum times the people served with it. */
    private double licensedMhzPeople(Plan.PartService part) {
      AccessTechnology technology = technologies.get(part.technologyId());
      return technology == null || technology.licensedMhz() == null
          ? 0
          : technology.licensedMhz().value() * part.peopleServed();
    }

    /** Terms of a country; those that public money depends on and nobody knows are noted. */
    private CountryEconomics terms(String country) {
      CountryEconomics known = economics.computeIfAbsent(country, CountryEconomics::unknown);
      for (EconomicTerm term : ASKED) {
        if (known.figure(term) == null) {
          unknown.add(country + " " + term.term());
        }
      }
      return known;
    }

    private List<TierYears> tiers() {
      List<TierYears> tiers = new ArrayList<>();
      tierPeople.forEach(
          (country, byTier) ->
              byTier.forEach(
                  (tier, served) ->
                      tiers.add(
                          TierYears.of(terms(country), tier, served, problem.standard(), money))));
      return List.copyOf(tiers);
    }

    private List<Funded> sums(List<Funded> funded, Function<Settlement, String> region) {
      Map<String, Funded> sums = new TreeMap<>();
      for (Funded each : funded) {
        String name = region.apply(settlements.get(each.account().id()));
        Funded none = new Funded(Account.empty(name), 0, 0, 0, 0);
        sums.put(name, sums.getOrDefault(name, none).plus(each, name));
      }
      return List.copyOf(sums.values());
    }
  }
}
