package org.kiungo.planner.fund;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.RowPrice;

/**
 * Assigns projects to partners: prices of money give a bound and an order, local search the rest.
 */
public final class Funding {

  /** What the bound leaves out; screens word it under {@code relaxed.<code>}. */
  private static final List<String> RELAXED =
      List.of("whole-projects", "pay-together", "least-amounts", "several-required");

  private static final int WALK = 600;

  /** Of search and prices in turn. */
  private static final int ROUNDS = 3;

  private final FundingQuestion question;
  private final FundingImprover improver;
  private final List<Job> jobs;
  private final List<Row> rows;
  private final Prices prices;
  private final Payer payer;
  private final Greedy greedy;
  private final double[] gift;
  private State best;

  Funding(FundingQuestion question, FundingImprover improver) {
    this.improver = improver;
    this.question = question;
    jobs = question.jobs();
    rows = question.rows();
    prices = new Prices(jobs, rows, question.partners());
    payer = new Payer(question.company());
    greedy = new Greedy(jobs, rows, question.partners(), payer, prices);
    gift =
        question.partnership().partners().stream()
            .map(Partner::instrument)
            .mapToDouble(i -> i.grantElementRatio())
            .toArray();
  }

  /**
   * How long to search.
   *
   * @param seed of chance
   * @param steps of local search, ≥ 0
   */
  public record Limits(long seed, long steps) {
    public static final Limits DEFAULT = new Limits(1, 30_000);
  }

  /** Funds projects from nothing. */
  public static FundedPlan of(
      FundingQuestion question, Limits limits, FundingImprover improver, BooleanSupplier stop) {
    return new Funding(question, improver)
        .solve(new Deal[question.projects().size()], limits, stop);
  }

  /**
   * Funds projects starting from payments that stand: what of them is not lawful any more, or not
   * covered, is let go first.
   *
   * @param ledger cents by project and partner's letter
   */
  public static FundedPlan from(
      Map<String, Map<String, Long>> ledger,
      FundingQuestion question,
      Limits limits,
      FundingImprover improver,
      BooleanSupplier stop) {
    Funding funding = new Funding(question, improver);
    Kept kept = new Kept(ledger, question, funding.jobs, funding.rows, funding.payer);
    return funding.solve(kept.deals(), limits, stop);
  }

  private FundedPlan solve(Deal[] start, Limits limits, BooleanSupplier stop) {
    double[] lambda = startPrices();
    best = greedy.at(lambda, start);
    Ascent ascent = ascent(lambda);
    ascent.walk(WALK, prices -> consider(greedy.at(prices, start)));
    consider(greedy.at(ascent.prices(), new Deal[jobs.size()]));
    for (int round = 0; round < ROUNDS; round++) {
      boolean proven = best.value() >= ascent.bound() - 1;
      if (limits.steps() >= ROUNDS && !proven && !jobs.isEmpty()) {
        long steps = limits.steps() / ROUNDS;
        long seed = limits.seed() + round;
        Deal[] deals = best.deals();
        Exchange exchange = exchange(ascent.prices());
        deals = improver.improve(deals, exchange, standing(), seed, steps, stop);
        best = new State(jobs, rows, question.partners(), payer, deals);
      }
      Deal[] kept = best.deals();
      ascent.walk(WALK, prices -> consider(greedy.at(prices, kept)));
    }
    // the same projects with as little of gifts as there is room for
    for (int p = 0; p < jobs.size(); p++) {
      if (best.funded(p)) {
        best.repay(p, gift);
      }
    }
    Deal[] deals = best.deals();
    return answer(deals, ascent, limits, stop);
  }

  /** Prices at which every row of money is worth the same part of all people. */
  double[] startPrices() {
    double[] lambda = new double[rows.size()];
    double most = prices.at(lambda).bound();
    for (int r = 0; r < lambda.length; r++) {
      lambda[r] = rows.get(r).cents() == 0 ? most : most / lambda.length / rows.get(r).cents();
    }
    return lambda;
  }

  Ascent ascent(double[] lambda) {
    return new Ascent(prices, rows, lambda);
  }

  Deal[] greedy(double[] lambda) {
    return greedy.at(lambda, new Deal[jobs.size()]).deals();
  }

  private void consider(State state) {
    if (best == null || state.value() > best.value()) {
      best = state;
    }
  }

  Exchange exchange(double[] lambda) {
    return new Exchange(jobs, rows, payer, prices, lambda, gift);
  }

  Standing standing() {
    return new Standing(jobs, rows);
  }

  private FundedPlan answer(Deal[] deals, Ascent ascent, Limits limits, BooleanSupplier stop) {
    double value = new State(jobs, rows, question.partners(), payer, deals).value() / 1000.0;
    double bound = Math.max(value, ascent.bound() / 1000);
    Books books = new Books(rows);
    for (int p = 0; p < deals.length; p++) {
      if (deals[p] != null) {
        books.add(jobs.get(p), deals[p]);
      }
    }
    List<RowPrice> priced = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      Row row = rows.get(r);
      priced.add(
          new RowPrice(
              question.partnership().partners().get(row.partner()).letter(),
              row.first() + 1,
              row.last() + 1,
              AssetCost.usd(row.cents()),
              row.guarantor(),
              AssetCost.usd(books.spent(r)),
              ascent.prices()[r] / 10));
    }
    Certificate certificate =
        new Certificate(
            Sense.MAXIMISE,
            value,
            bound,
            Certificate.gapRatio(Sense.MAXIMISE, value, bound),
            Double.NaN,
            "Lagrangian: price per row of money, projects as trees of what they require",
            "projects of the plan",
            RELAXED,
            limits.seed(),
            limits.steps(),
            "",
            "");
    certificate = certificate.endedBy(stop, stop.getAsBoolean());
    return new FundedPlan(question, Arrays.asList(deals), certificate, priced);
  }
}
