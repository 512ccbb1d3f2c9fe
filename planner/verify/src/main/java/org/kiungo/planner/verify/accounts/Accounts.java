package org.kiungo.planner.verify.accounts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.verify.accounts.Account.Line;
import org.kiungo.planner.verify.formula.BusyHourLoad;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.law.Market;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;

/**
 * Accounts of all that a plan serves, country by country. An operator recovers network cost,
 * administration, tax and margin as shares of it, what its capital costs beyond the discount rate,
 * levies on revenue and licences; it has revenue and what is given up front. What is missing
 * others' surpluses fill, as far as they are spent so, then the universal-service fund, the
 * smallest gap first; the rest, and what was given up front, is public money.
 *
 * @see <a href="https://doi.org/10.1016/j.techfore.2021.121409">Oughton, Comini, Foster and Hall
 *     2022: shares of network cost, licences by MHz and person, cross-subsidy by rising deficit</a>
 */
public final class Accounts {

  private static final List<EconomicTerm> ASKED =
      List.of(EconomicTerm.ARPU_LOW, EconomicTerm.ARPU_MIDDLE);

  private final Market market;
  private final Money money;
  private final Map<String, AccessTechnology> technologies = new HashMap<>();
  private final Revenues revenues;

  /** In the order of the table of accounts. */
  private final List<Account> accounts = new ArrayList<>();

  private boolean revenueUnknown;

  /** Amounts that the last bits of the arithmetic round. */
  private int unsure;

  /** Accounts of all that a plan serves. */
  public static Accounts of(Facts facts, Claims claims) {
    return new Accounts(facts.market(), facts.money(), facts.load(), facts.settlements(), claims);
  }

  private Accounts(
      Market market,
      Money money,
      BusyHourLoad load,
      Map<String, Settlement> settlements,
      Claims claims) {
    this.market = market;
    this.money = money;
    revenues = new Revenues(load, money);
    market.catalogue().technologies().forEach(a -> technologies.put(a.id(), a));
    CostShares shares = new CostShares(claims);
    Map<String, List<Account>> byCountry = new TreeMap<>();
    for (int i = 0; i < claims.services().size(); i++) {
      SettlementService service = claims.services().get(i);
      Settlement s = settlements.get(service.settlementId());
      boolean has = shares.lifetimeCents[i] > 0 || service.peopleServed() > 0;
      if (s != null && has) {
        Account account = account(s, service, shares.lifetimeCents[i], shares.capexCents[i]);
        byCountry.computeIfAbsent(s.country(), k -> new ArrayList<>()).add(account);
      }
    }
    byCountry.forEach(
        (country, all) -> {
          settle(all, terms(country));
          accounts.addAll(all);
        });
  }

  private CountryEconomics terms(String country) {
    return market.economics().get(country);
  }

  private Account account(
      Settlement s, SettlementService service, long lifetimeCents, long capexCents) {
    CountryEconomics country = terms(s.country());
    EconomicTerm tier = Revenues.tier(s);
    revenueUnknown |= Market.figure(country, tier) == null;
    for (EconomicTerm asked : ASKED) {
      revenueUnknown |= Market.figure(country, asked) == null;
    }
    int from = Math.max(money.firstYear(), service.buildYear());
    double networkUsd = Cost.usd(lifetimeCents);
    double capexUsd = Cost.usd(capexCents);
    double revenueUsd = revenues.presentUsd(s, country, service.peopleServed(), from);
    double paidOfCapex = Market.value(country, EconomicTerm.CAPEX_SUBSIDY, 0);
    double paidOfOpex = Market.value(country, EconomicTerm.OPEX_SUBSIDY, 0);
    Account account = new Account(s.id());
    account.set(Line.NETWORK, rounded(networkUsd));
    double financedUsd = (1 - paidOfCapex) * capexUsd;
    account.set(Line.CAPITAL, rounded(financedUsd * capitalRatio(country, money, from)));
    share(account, Line.ADMINISTRATION, country, EconomicTerm.ADMINISTRATION, networkUsd);
    share(account, Line.TAX, country, EconomicTerm.TAX, networkUsd);
    share(account, Line.MARGIN, country, EconomicTerm.MARGIN, networkUsd);
    share(account, Line.LEVY, country, EconomicTerm.UNIVERSAL_SERVICE_LEVY, revenueUsd);
    share(account, Line.SPECTRUM, country, EconomicTerm.SPECTRUM, licensedMhzPeople(service));
    account.set(
        Line.SUBSIDY, rounded(paidOfCapex * capexUsd + paidOfOpex * (networkUsd - capexUsd)));
    account.set(Line.REVENUE, rounded(revenueUsd));
    return account;
  }

  private void share(
      Account account, Line line, CountryEconomics country, EconomicTerm term, double of) {
    account.set(line, rounded(Market.value(country, term, 0) * of));
  }

  private long rounded(double usd) {
    Cost cost = Cost.ofUsd(usd, 0, 0);
    unsure += (int) cost.unsureCents();
    return cost.capexCents();
  }

  private double licensedMhzPeople(SettlementService service) {
    double sum = 0;
    for (PartService part : service.each()) {
      AccessTechnology a = technologies.get(part.technologyId());
      boolean licensed = a != null && a.licensedMhz() != null;
      sum += licensed ? part.peopleServed() * a.licensedMhz().value() : 0;
    }
    return sum;
  }

  /**
   * What a dollar of capital costs beyond itself: it is paid back in equal instalments at the end
   * of each year at the cost of capital i, Σ v^k of them discounted at r: (Σ_r v^k) / (Σ_i v^k) −
   * 1, k from 1 to the years left; nothing where i is not above r.
   */
  static double capitalRatio(CountryEconomics country, Money money, int from) {
    double i = Market.value(country, EconomicTerm.COST_OF_CAPITAL, 0);
    double r = money.discountRateRatio();
    int years = money.lastYear() - from + 1;
    return i > r ? instalments(r, years) / instalments(i, years) - 1 : 0;
  }

  private static double instalments(double rate, int years) {
    double sum = 0;
    for (int k = 1; k <= years; k++) {
      sum += StrictMath.pow(1 + rate, -k);
    }
    return sum;
  }

  /** Fills gaps from surpluses and the fund. */
  static void settle(List<Account> accounts, CountryEconomics country) {
    long surplus = 0;
    long levies = 0;
    for (Account each : accounts) {
      surplus += Math.max(0, each.balance());
      levies += each.get(Line.LEVY);
      each.set(Line.GAP, Math.max(0, -each.balance()));
    }
    double spent = Market.value(country, EconomicTerm.CROSS_SUBSIDY, 1);
    double paidOut = Market.value(country, EconomicTerm.UNIVERSAL_SERVICE_DISBURSED, 0);
    long pool = (long) Math.floor(spent * surplus);
    long fund = (long) Math.floor(paidOut * levies);
    List<Account> byGap = new ArrayList<>(accounts);
    byGap.sort(
        Comparator.comparingLong((Account each) -> each.get(Line.GAP))
            .thenComparing(Account::settlementId));
    for (Account each : byGap) {
      long gap = each.get(Line.GAP);
      long received = Math.min(gap, pool);
      long funded = Math.min(gap - received, fund);
      pool -= received;
      fund -= funded;
      each.set(Line.RECEIVED, received);
      each.set(Line.FUND, funded);
      each.set(Line.PUBLIC, each.get(Line.SUBSIDY) + gap - received - funded);
    }
  }

  /** What public money may be off by: a cent for each amount of which rounding is not sure. */
  public double unsureUsd() {
    return Cost.usd(unsure);
  }

  /** All accounts, by country, then in the plan's order. */
  List<Account> all() {
    return Collections.unmodifiableList(accounts);
  }

  /** Sum of a line of all accounts, cents. */
  long sum(Line line) {
    return accounts.stream().mapToLong(each -> each.get(line)).sum();
  }

  /**
   * Public money that the plan needs.
   *
   * @return USD; NaN where nobody knows what some of its people bring in
   */
  public double publicUsd() {
    return revenueUnknown ? Double.NaN : Cost.usd(sum(Line.PUBLIC));
  }
}
