package org.kiungo.planner.finance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.finance.CrossSubsidy.Funded;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.CountryEconomics;
import org.kiungo.planner.model.EconomicTerm;
import org.kiungo.planner.model.Figure;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;

/**
 * A plan's money by settlement, district and country.
 *
 * @param settlements what the plan serves, in the plan's order, after cross-subsidy in its country
 * @param districts sums by country and district
 * @param countries sums by country
 * @param publicCents public money of the whole plan
 * @param unknownTerms market terms that nobody has published and that counted as nothing: country
 *     and record component; empty when all are known
 */
public record PlanFinance(
    List<Funded> settlements,
    List<Funded> districts,
    List<Funded> countries,
    long publicCents,
    SortedSet<String> unknownTerms) {

  /** Terms without which public money cannot be told. */
  private static final List<EconomicTerm> ASKED =
      List.of(
          EconomicTerm.ARPU_LOW,
          EconomicTerm.ARPU_MIDDLE,
          EconomicTerm.TAX,
          EconomicTerm.SPECTRUM,
          EconomicTerm.COST_OF_CAPITAL);

  /** Accounts for everything a plan serves. */
  public static PlanFinance of(PlanningProblem problem, Plan plan) {
    return new Books(problem, plan).close();
  }

  /** True when no revenue is known, so that gaps are costs and must be shown as not known. */
  public boolean revenueUnknown() {
    return unknownTerms.stream().anyMatch(term -> term.endsWith("UsdPerMonth"));
  }

  /** Work in progress. */
  private static final class Books {
    private final PlanningProblem problem;
    private final Plan plan;
    private final Map<String, Settlement> settlements = new HashMap<>();
    private final Map<String, AccessTechnology> technologies = new HashMap<>();
    private final Map<String, CountryEconomics> economics = new HashMap<>();
    private final SortedSet<String> unknown = new TreeSet<>();

    private Books(PlanningProblem problem, Plan plan) {
      this.problem = problem;
      this.plan = plan;
      problem.settlements().forEach(s -> settlements.put(s.id(), s));
      problem.catalogue().technologies().forEach(t -> technologies.put(t.id(), t));
      problem.economics().forEach(e -> economics.put(e.country(), e));
    }

    private PlanFinance close() {
      CostAllocation.Shares shares = CostAllocation.of(plan);
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
      byCountry.forEach((country, all) -> funded.addAll(CrossSubsidy.settle(all, share(country))));
      long publicCents = funded.stream().mapToLong(Funded::publicCents).sum();
      return new PlanFinance(
          List.copyOf(funded),
          sums(funded, s -> s.country() + "/" + s.district()),
          sums(funded, Settlement::country),
          publicCents,
          unknown);
    }

    private Account account(SettlementService service, long lifetimeCents, long capexCents) {
      Settlement settlement = settlements.get(service.settlementId());
      CountryEconomics country = terms(settlement.country());
      MarketTerms terms = MarketTerms.of(country);
      Figure arpu = Revenue.arpu(settlement, country);
      double revenueUsd =
          arpu == null
              ? 0
              : Revenue.presentUsd(
                  service.peopleServed(), arpu.value(), problem.standard(), problem.money());
      AccessTechnology technology = technologies.get(service.technologyId());
      double mhz =
          technology == null || technology.licensedMhz() == null
              ? 0
              : technology.licensedMhz().value();
      double lifetimeUsd = AssetCost.usd(lifetimeCents);
      double capexUsd = AssetCost.usd(capexCents);
      return terms.account(
          service.settlementId(),
          lifetimeUsd,
          capexUsd,
          lifetimeUsd - capexUsd,
          mhz * service.peopleServed(),
          revenueUsd,
          problem.money());
    }

    private CountryEconomics terms(String country) {
      CountryEconomics known =
          economics.computeIfAbsent(country, iso3 -> CountryEconomics.unknown(iso3));
      for (EconomicTerm term : ASKED) {
        if (known.figure(term) == null) {
          unknown.add(country + " " + term.term());
        }
      }
      return known;
    }

    private double share(String country) {
      return terms(country).value(EconomicTerm.CROSS_SUBSIDY, 1);
    }

    private List<Funded> sums(
        List<Funded> funded, java.util.function.Function<Settlement, String> region) {
      Map<String, Funded> sums = new TreeMap<>();
      for (Funded each : funded) {
        String name = region.apply(settlements.get(each.account().id()));
        Funded before = sums.getOrDefault(name, new Funded(Account.empty(name), 0, 0, 0));
        sums.put(
            name,
            new Funded(
                before.account().plus(each.account(), name),
                before.givenCents() + each.givenCents(),
                before.receivedCents() + each.receivedCents(),
                before.publicCents() + each.publicCents()));
      }
      return List.copyOf(sums.values());
    }
  }
}
