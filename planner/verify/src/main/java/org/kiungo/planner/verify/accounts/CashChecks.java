package org.kiungo.planner.verify.accounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.verify.accounts.Account.Line;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.formula.Discounting;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;

/**
 * A plan as an investment, from its yearly amounts: what the network takes over the years is worth
 * what it costs, replacements included, and what is left of revenue and subsidy after network,
 * administration, tax, levy and spectrum is its net present value. At the internal rate of return
 * that value is nothing; paid back is when the running sum stays at or above nothing.
 *
 * <p>Later phases cost what they are worth when they begin, so that the sums of a programme are not
 * those of its years.
 */
public final class CashChecks {

  /** Code of its rule. */
  public static final String RULE = "account.cash";

  private static final String FILE = "finance.json";

  /** A lifetime's price, purchases and upkeep are rounded to whole cents each. */
  private static final double HALF_CENT_USD = 0.005;

  private static final double ABOUT = 1e-6;

  private final Accounts accounts;
  private final Claims claims;
  private final Discounting years;
  private final Ledger ledger;

  /**
   * @param years of the plan
   */
  public CashChecks(Accounts accounts, Claims claims, Discounting years, Ledger ledger) {
    this.accounts = accounts;
    this.claims = claims;
    this.years = years;
    this.ledger = ledger;
  }

  /** Checks a folder's brief; one that is older than yearly amounts tells none. */
  public void check(FolderReader reader) {
    if (!reader.has(FILE)) {
      return;
    }
    JsonNode brief = reader.document(FILE);
    if (!brief.has("networkUsdByYear")) {
      return;
    }
    double[] networkUsd = amounts(brief.get("networkUsdByYear"));
    double[] cashUsd = amounts(brief.get("cashUsd"));
    if (claims.phases().isEmpty()) {
      worth("networkUsdByYear", accounts.sum(Line.NETWORK), years.presentUsd(networkUsd));
    }
    if (cashUsd.length == 0) {
      return;
    }
    double npvUsd = brief.get("npvUsd").asDouble(Double.NaN);
    double allUsd = Arrays.stream(cashUsd).map(Math::abs).sum();
    holds("npvUsd", years.presentUsd(cashUsd), npvUsd, ABOUT * allUsd);
    if (claims.phases().isEmpty()) {
      long cents = accounts.sum(Line.REVENUE) + accounts.sum(Line.SUBSIDY);
      for (Line line :
          List.of(Line.NETWORK, Line.ADMINISTRATION, Line.TAX, Line.LEVY, Line.SPECTRUM)) {
        cents -= accounts.sum(line);
      }
      worth("npvUsd", cents, npvUsd);
    }
    if (brief.get("irrRatio").isNumber()) {
      double rate = brief.get("irrRatio").doubleValue();
      double[] sizes = Arrays.stream(cashUsd).map(Math::abs).toArray();
      holds("irrRatio", 0, atRate(cashUsd, rate), ABOUT * atRate(sizes, rate));
    }
    payback(cashUsd, brief.get("paybackYears"), allUsd);
  }

  private void worth(String field, long cents, double usd) {
    double parts = claims.services().size() + claims.links().size() + claims.upgrades().size();
    for (AccessSite site : claims.sites()) {
      parts += site.units() + site.hopsBetweenMasts();
    }
    // no purchase is made more than once in a year, so that none is worth more than upkeep is
    double eachUsd = HALF_CENT_USD * (1 + 2 * years.upkeep());
    holds(field, Cost.usd(cents), usd, eachUsd * (1 + parts));
  }

  private void payback(double[] cashUsd, JsonNode stated, double allUsd) {
    List<Double> sums = new ArrayList<>();
    double sum = 0;
    int from = 0;
    for (int k = 0; k < cashUsd.length; k++) {
      sum += cashUsd[k];
      sums.add(sum);
      from = sum < 0 ? k + 1 : from;
    }
    boolean never = from == cashUsd.length || allUsd == 0;
    ledger.same(RULE, FILE + " paybackYears", never, !stated.isNumber());
    if (!never && stated.isNumber()) {
      double due = from == 0 ? 0 : from - sums.get(from - 1) / cashUsd[from] - 1;
      holds("paybackYears", due, stated.doubleValue(), ABOUT);
    }
  }

  private void holds(String field, double due, double found, double within) {
    boolean same = Math.abs(due - found) <= within;
    ledger.holds(RULE, FILE + " " + field, same, due, found);
  }

  private static double atRate(double[] usd, double rate) {
    double sum = 0;
    for (int k = 0; k < usd.length; k++) {
      sum += usd[k] * StrictMath.pow(1 + rate, -k);
    }
    return sum;
  }

  private static double[] amounts(JsonNode array) {
    double[] usd = new double[array.size()];
    for (int k = 0; k < usd.length; k++) {
      usd[k] = array.get(k).doubleValue();
    }
    return usd;
  }
}
