package org.kiungo.planner.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.finance.Account;
import org.kiungo.planner.finance.CrossSubsidy.Funded;
import org.kiungo.planner.finance.Investment;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.finance.TierYears;
import org.kiungo.planner.model.value.Figure;

/**
 * {@code finance.json}: a plan's money, present values in constant USD of the price year unless a
 * name says otherwise. Where revenue is not known, what depends on it is NaN, written as {@code
 * null}.
 *
 * @param total everything
 * @param countries by country
 * @param districts by country and district, {@code ISO3/district}
 * @param publicUsd public money needed; NaN when revenue is not known
 * @param takenWhereMissingUsd tax, spectrum and levy taken in places that then miss money
 * @param npvUsd of the plan as an investment of whoever builds it
 * @param irrRatio per year; NaN when its cash never changes sign, or when there is none; below 0
 *     where what comes in is less than what is spent, which is no return: {@link #returnsMoney}
 * @param paybackYears undiscounted; NaN when never, or when there is no cash
 * @param costUsdPerPerson network cost over people with service; NaN for nobody
 * @param costUsdPerPersonYear over discounted person-years
 * @param cashUsd by year, not discounted
 * @param networkUsdByYear purchases, replacements and upkeep, not discounted; null in a file of
 *     before it was told, when cash left out what replaces the energy of sites
 * @param tiers adopters, revenue per adopter and revenue by wealth tier and year
 * @param unknownTerms market terms to ask for, {@code ISO3 term}
 * @param localCurrency by country: rate, its date, and public money in it
 */
public record FinanceBrief(
    Sums total,
    List<Sums> countries,
    List<Sums> districts,
    double publicUsd,
    double takenWhereMissingUsd,
    double npvUsd,
    double irrRatio,
    double paybackYears,
    double costUsdPerPerson,
    double costUsdPerPersonYear,
    List<Double> cashUsd,
    List<Double> networkUsdByYear,
    List<Tier> tiers,
    List<String> unknownTerms,
    Map<String, LocalMoney> localCurrency) {

  /** A file without a total is none; lists that one of another time does not tell are empty. */
  public FinanceBrief {
    Objects.requireNonNull(total);
    countries = told(countries);
    districts = told(districts);
    cashUsd = told(cashUsd);
    tiers = told(tiers);
    unknownTerms = told(unknownTerms);
    localCurrency = localCurrency == null ? Map.of() : localCurrency;
  }

  private static <T> List<T> told(List<T> list) {
    return list == null ? List.of() : list;
  }

  /**
   * Sums of accounts.
   *
   * @param name country, or country and district
   * @param networkUsd sites, links, terminals: first purchases, replacements and upkeep
   * @param capitalUsd what financing costs beyond the discount rate
   * @param administrationUsd running the business
   * @param taxUsd on the network
   * @param levyUsd for universal service
   * @param spectrumUsd licences
   * @param marginUsd return asked for
   * @param subsidyUsd public money given before any gap is looked at
   * @param revenueUsd from adopters and visitors
   * @param gapBeforeCrossSubsidyUsd Σ of what places miss, before cross-subsidy
   * @param crossSubsidyUsd Σ of what operators bring from places with money to spare
   * @param fundUsd Σ of what the universal-service fund pays
   * @param publicUsd public money
   */
  public record Sums(
      String name,
      double networkUsd,
      double capitalUsd,
      double administrationUsd,
      double taxUsd,
      double levyUsd,
      double spectrumUsd,
      double marginUsd,
      double subsidyUsd,
      double revenueUsd,
      double gapBeforeCrossSubsidyUsd,
      double crossSubsidyUsd,
      double fundUsd,
      double publicUsd) {}

  /**
   * A wealth tier over the years.
   *
   * @param country ISO 3166-1 alpha-3
   * @param tier low, middle or high
   * @param people served
   * @param adopters by year
   * @param arpuUsdPerMonth by year; null when not known
   * @param revenueUsd by year, not discounted
   */
  public record Tier(
      String country,
      String tier,
      double people,
      List<Double> adopters,
      List<Double> arpuUsdPerMonth,
      List<Double> revenueUsd) {}

  /**
   * Money in a local currency.
   *
   * @param perUsd units for a dollar
   * @param source where the rate comes from, with its date
   * @param publicMoney public money of the country
   */
  public record LocalMoney(double perUsd, String source, double publicMoney) {}

  /** True where there is nothing to divide by: no network is paid for and nobody gets service. */
  public boolean buildsNothing() {
    return total.networkUsd() == 0 && Double.isNaN(costUsdPerPerson);
  }

  /**
   * True where at least what is spent comes back, so that there is a rate of return; only where
   * revenue is known does false mean never.
   */
  public boolean returnsMoney() {
    return irrRatio >= 0;
  }

  /** True where it has come back within the years of the plan; false as {@link #returnsMoney}. */
  public boolean paysBack() {
    return !Double.isNaN(paybackYears);
  }

  /**
   * Reads the brief of a plan folder.
   *
   * @throws org.kiungo.planner.model.value.InputRefused {@code folder.missing} when the folder was
   *     written before plans had accounts
   */
  public static FinanceBrief read(Path folder) {
    return TextFiles.read(folder, FinanceFiles.BRIEF, FinanceBrief.class);
  }

  static FinanceBrief of(PlanFinance finance) {
    boolean known = !finance.revenueUnknown();
    Investment i = finance.investment();
    Map<String, LocalMoney> local = new TreeMap<>();
    for (Funded country : finance.countries()) {
      Figure rate = finance.localCurrency().get(country.account().id());
      if (rate != null) {
        double usd = known ? AssetCost.usd(country.publicCents()) : Double.NaN;
        local.put(
            country.account().id(),
            new LocalMoney(rate.value(), rate.source(), usd * rate.value()));
      }
    }
    return new FinanceBrief(
        sums(finance.total(), known),
        finance.countries().stream().map(each -> sums(each, known)).toList(),
        finance.districts().stream().map(each -> sums(each, known)).toList(),
        finance.publicUsd(),
        known ? AssetCost.usd(finance.takenWhereMissingCents()) : Double.NaN,
        known ? i.npvUsd() : Double.NaN,
        known ? i.irrRatio() : Double.NaN,
        known ? i.paybackYears() : Double.NaN,
        i.costUsdPerPerson(),
        i.costUsdPerPersonYear(),
        known ? DoubleStream.of(i.cashUsd()).boxed().toList() : List.of(),
        DoubleStream.of(i.networkUsd()).boxed().toList(),
        finance.tiers().stream().map(FinanceBrief::tier).toList(),
        List.copyOf(finance.unknownTerms()),
        local);
  }

  /** Σ gaps = what others, the fund and the state bring, less what the state gave before. */
  private static Sums sums(Funded f, boolean known) {
    Account a = f.account();
    long gap = f.receivedCents() + f.fundCents() + f.publicCents() - a.subsidyCents();
    return new Sums(
        a.id(),
        AssetCost.usd(a.networkCents()),
        AssetCost.usd(a.capitalCents()),
        AssetCost.usd(a.administrationCents()),
        AssetCost.usd(a.taxCents()),
        usd(a.levyCents(), known),
        AssetCost.usd(a.spectrumCents()),
        AssetCost.usd(a.marginCents()),
        AssetCost.usd(a.subsidyCents()),
        usd(a.revenueCents(), known),
        usd(gap, known),
        usd(f.receivedCents(), known),
        usd(f.fundCents(), known),
        usd(f.publicCents(), known));
  }

  private static double usd(long cents, boolean known) {
    return known ? AssetCost.usd(cents) : Double.NaN;
  }

  private static Tier tier(TierYears t) {
    boolean known = !Double.isNaN(t.arpuUsdPerMonth().get(0));
    return new Tier(
        t.country(),
        t.tier().name().toLowerCase(Locale.ROOT),
        t.people(),
        t.adopters(),
        known ? t.arpuUsdPerMonth() : List.of(),
        known ? t.revenueUsd() : List.of());
  }
}
