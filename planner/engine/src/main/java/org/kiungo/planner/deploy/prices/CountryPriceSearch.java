package org.kiungo.planner.deploy.prices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.planner.deploy.prices.PricedForest.Charging;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.money.Money;

/**
 * Searches prices of money where countries have budgets of their own: λ for the budget in common
 * and λ + μ_c for what stands in country c, as {@link MoneyPrices} has it. What the raises of a
 * country's settlements sum up to is about its part of the bound, so that with every ascent each
 * country's price is narrowed by itself, as a single one would be; only the bound of all together
 * counts.
 */
final class CountryPriceSearch {

  /** First stride of the bracketing: prices to begin with are those of the countries alone. */
  private static final double STRIDE = 1.08;

  /** Prices closer than this ratio are not told apart. */
  private static final double FINEST = 1.002;

  private final Question question;
  private final PricedForest forest;
  private final PricedAscent ascent;
  private final List<Charging> ways;
  private final List<String> countries;

  /** By country and, last, for all else. */
  private final List<Line> lines = new ArrayList<>();

  private final long[] capCents;

  /** Price and bound of the lines tried, with the money that a price is paid for. */
  private static final class Line {
    private final double budgetCents;
    private final boolean moves;
    private double value;
    private final List<double[]> tried = new ArrayList<>();
    private double price;

    Line(double budgetCents, double first, boolean moves) {
      this.budgetCents = budgetCents;
      this.moves = moves;
      price = first;
    }

    /** Notes what the price gave and takes the next one. */
    void next(double lowerBound) {
      tried.add(new double[] {price, value + price * budgetCents - lowerBound});
      double[] best = tried.get(0);
      for (double[] each : tried) {
        best = each[1] < best[1] ? each : best;
      }
      double below = 0;
      double above = Double.POSITIVE_INFINITY;
      for (double[] each : tried) {
        below = each[0] < best[0] ? Math.max(below, each[0]) : below;
        above = each[0] > best[0] ? Math.min(above, each[0]) : above;
      }
      price = moves ? between(below, best[0], above) : price;
    }

    private static double between(double below, double at, double above) {
      if (below == 0) {
        return at / STRIDE;
      }
      if (above == Double.POSITIVE_INFINITY) {
        return at * STRIDE;
      }
      boolean wideAbove = above / at > at / below;
      double wide = wideAbove ? above / at : at / below;
      double golden = StrictMath.pow(wide, 0.382);
      return wide < FINEST ? at : wideAbove ? at * golden : at / golden;
    }
  }

  /**
   * @param question at the budget in common
   */
  CountryPriceSearch(
      Question question,
      PricedForest forest,
      PricedAscent ascent,
      List<Charging> ways,
      CountryBound.Asked asked) {
    this.question = question;
    this.forest = forest;
    this.ascent = ascent;
    this.ways = ways;
    countries = question.places().countries();
    capCents = new long[countries.size()];
    double leftCents = question.budgetCents();
    for (int c = 0; c < countries.size(); c++) {
      Double usd = asked.capsUsd().get(countries.get(c));
      capCents[c] = usd == null ? Long.MAX_VALUE : Money.wholeCents(usd);
      leftCents -= usd == null ? 0 : capCents[c];
      lines.add(
          new Line(usd == null ? 0 : capCents[c], first(asked, countries.get(c)), usd != null));
    }
    boolean isLimited = question.budgetCents() < SolverUnits.UNLIMITED_CENTS;
    double common = isLimited ? first(asked, "") : 0;
    lines.add(new Line(isLimited ? leftCents : 0, common, isLimited));
    for (int i = 0; i < question.places().settlements(); i++) {
      lineOf(i).value += forest.bestValue(i);
    }
  }

  private static double first(CountryBound.Asked asked, String country) {
    double people = asked.firstPeoplePerUsd().getOrDefault(country, 0.0);
    return Double.isNaN(people) ? 0 : people * SolverUnits.VALUE_PER_PERSON / 100;
  }

  private Line lineOf(int settlement) {
    return lines.get(line(settlement));
  }

  private int line(int settlement) {
    int c = question.places().country(settlement);
    return c < 0 || capCents[c] == Long.MAX_VALUE ? countries.size() : c;
  }

  private Line common() {
    return lines.get(countries.size());
  }

  /** Prices as they stand; no country pays less than what is in common is worth. */
  private MoneyPrices prices() {
    boolean all = common().value == 0;
    double lambda = all ? 0 : common().price;
    if (all && common().moves && common().budgetCents < 0) {
      // less in common than the countries' own together: the cheapest of them is that
      lambda =
          lines.stream().filter(each -> each != common()).mapToDouble(l -> l.price).min().orElse(0);
    }
    double[] of = new double[countries.size()];
    for (int c = 0; c < of.length; c++) {
      of[c] = capCents[c] == Long.MAX_VALUE ? lambda : Math.max(lambda, lines.get(c).price);
    }
    return new MoneyPrices(lambda, question.ceilingCents(), countries, of, capCents);
  }

  /** A bound with the prices and raises that prove it. */
  record Found(double bound, PricedAscent.Raised raised) {

    CountryBound told(BoundProof proof) {
      MoneyPrices prices = raised.bounded().prices();
      SortedMap<String, Double> own = new TreeMap<>();
      for (int c = 0; c < prices.countries().size(); c++) {
        if (prices.isCapped(c)) {
          own.put(prices.countries().get(c), perUsd(prices.of(c)));
        }
      }
      double people = bound / SolverUnits.VALUE_PER_PERSON;
      return new CountryBound(people, perUsd(prices.valuePerCent()), own, proof);
    }

    private static double perUsd(double valuePerCent) {
      return valuePerCent * 100 / SolverUnits.VALUE_PER_PERSON;
    }
  }

  /**
   * The least bound of so many prices.
   *
   * @return empty where all took too long
   */
  Optional<Found> search(int most) {
    Optional<Found> best = Optional.empty();
    double all = forest.totalValue();
    for (int k = 0; k < most; k++) {
      MoneyPrices prices = prices();
      boolean retry = best.isEmpty();
      Optional<PricedAscent.Result> result = ascent.at(question, prices, ways, retry, () -> false);
      if (result.isEmpty()) {
        break;
      }
      double money = prices.money(question.budgetCents());
      // values are whole, so that what a plan may be worth at most is, too
      double bound = Math.min(all, Math.floor(all + money - result.get().bounded().lowerBound()));
      if (best.isEmpty() || bound < best.get().bound) {
        best = Optional.of(new Found(bound, result.get().raised()));
      }
      double[] parts = parts(result.get().raised());
      for (int c = 0; c < lines.size(); c++) {
        lines.get(c).next(parts[c]);
      }
    }
    return best;
  }

  /** Raises of each line's settlements. */
  private double[] parts(PricedAscent.Raised raised) {
    double[] parts = new double[lines.size()];
    for (int k = 0; k < raised.raises().length; k++) {
      int i = raised.terminals()[k] - forest.firstTerminal();
      parts[line(i)] += raised.raises()[k];
    }
    return parts;
  }
}
