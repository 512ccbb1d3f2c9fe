package org.kiungo.planner.verify.accounts;

import java.util.Collection;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.verify.formula.BusyHourLoad;
import org.kiungo.planner.verify.formula.PeopleServed;
import org.kiungo.planner.verify.formula.Prices;
import org.kiungo.planner.verify.law.Market;

/**
 * What comes on top of network cost in public money, by the least of any country; and what leaving
 * a settlement without service forgoes. Public money is never below Σ (what it costs so) − Σ (what
 * is brought in): gaps and surpluses are differences of cost and revenue, and of the levies that
 * revenue pays only those are lost that are not paid out.
 *
 * @param onEverything 1 + administration + tax + margin
 * @param onFirstPurchases what capital costs of each dollar that is not given
 * @param licenceUsdPerMhzPop licences
 */
public record PublicTerms(double onEverything, double onFirstPurchases, double licenceUsdPerMhzPop)
    implements Prices.MarkUps {

  /**
   * Cents that accounts of a settlement and of an asset may be off by, each amount being rounded.
   */
  private static final int CENTS_PER_SETTLEMENT = 9;

  private static final int CENTS_PER_ASSET = 2;

  /** The least of some countries. */
  public static PublicTerms of(Collection<CountryEconomics> countries, Money money) {
    double everything = Double.MAX_VALUE;
    double first = Double.MAX_VALUE;
    double licence = Double.MAX_VALUE;
    for (CountryEconomics each : countries) {
      double charges =
          Market.value(each, EconomicTerm.ADMINISTRATION, 0)
              + Market.value(each, EconomicTerm.TAX, 0)
              + Market.value(each, EconomicTerm.MARGIN, 0);
      everything = Math.min(everything, 1 + charges);
      double financed = 1 - Market.value(each, EconomicTerm.CAPEX_SUBSIDY, 0);
      first = Math.min(first, financed * Accounts.capitalRatio(each, money, money.firstYear()));
      licence = Math.min(licence, Market.value(each, EconomicTerm.SPECTRUM, 0));
    }
    return new PublicTerms(everything, first, licence);
  }

  /**
   * What the people of a settlement bring in once they are served, in cents rounded up; what of it
   * goes into levies that nobody pays out is lost.
   */
  public static long forgoneCents(
      Settlement s, CountryEconomics country, BusyHourLoad load, Money money) {
    double people = PeopleServed.below(s);
    double usd = new Revenues(load, money).presentUsd(s, country, people, money.firstYear());
    double paidOut = Market.value(country, EconomicTerm.UNIVERSAL_SERVICE_DISBURSED, 0);
    double lost = (1 - paidOut) * Market.value(country, EconomicTerm.UNIVERSAL_SERVICE_LEVY, 0);
    // a whole cent stays one whatever the last bits say
    return (long) Math.ceil(100 * usd * (1 - lost) - 1e-6);
  }

  /** What rounding may take off public money, cents. */
  public static long slackCents(long settlements, long assets) {
    return CENTS_PER_SETTLEMENT * settlements + CENTS_PER_ASSET * assets;
  }
}
