package org.kiungo.planner.verify.bound;

import org.kiungo.planner.verify.accounts.BoundMoney;
import org.kiungo.planner.verify.check.Ledger;

/** What a branch of a proof proves: value that no plan of it exceeds, or cents none undercuts. */
interface Proves {

  /** By the raises of a price, which sum up so. */
  double priced(ProofCharges charges, long sum);

  /**
   * By the most that those are worth whom the branch lets be served.
   *
   * @throws IllegalStateException where bounds must follow from one price
   */
  default double worth(long value) {
    throw new IllegalStateException("a branch without a price");
  }

  /**
   * By the cost that the decisions of the branch force.
   *
   * @throws IllegalStateException as {@link #worth}
   */
  default double forced(ProofGraph graph, long cents) {
    throw new IllegalStateException("a branch without a price");
  }

  /** No plan of a branch within the budget is worth more; values are whole. */
  record MostValue(BoundMoney money, Ledger ledger) implements Proves {

    /** More than anything costs that a plan builds. */
    private static final double DEAREST_USD = 1e12;

    private boolean isCapped() {
      return !Double.isNaN(money.capUsd());
    }

    private long capCents() {
      double usd = isCapped() ? money.capUsd() : DEAREST_USD;
      return money.raisedCents(usd) + money.slackCents();
    }

    @Override
    public double priced(ProofCharges charges, long sum) {
      double all = charges.graph.totalValue;
      if (!isCapped() && !(charges.prices.areByCountry() && charges.price == 0)) {
        return all;
      }
      long ceiling = charges.prices.ceilingCents();
      boolean covers = ceiling >= capCents();
      ledger.holds("bound.proof", "", covers, capCents(), ceiling);
      return covers ? Math.min(all, Math.floor(all + charges.prices.money(capCents()) - sum)) : all;
    }

    @Override
    public double worth(long value) {
      return value;
    }

    @Override
    public double forced(ProofGraph graph, long cents) {
      return isCapped() && cents > capCents() ? Double.NEGATIVE_INFINITY : graph.totalValue;
    }
  }

  /** No plan of a branch that reaches the target costs less; cents are whole. */
  final class LeastCents implements Proves {

    /** What sums of doubles may be off by, cents. */
    private static final double OFF = 0.01;

    private final double target;

    /**
     * @param wantedPeople weighted people to serve, today's service taken off
     */
    LeastCents(double wantedPeople) {
      target = Math.ceil(wantedPeople * 1e6);
    }

    @Override
    public double priced(ProofCharges charges, long sum) {
      double cents = (sum - (charges.graph.totalValue - target)) / charges.price;
      return Math.min(Math.ceil(cents - OFF), charges.prices.ceilingCents());
    }

    @Override
    public double worth(long value) {
      return value < target ? Double.POSITIVE_INFINITY : 0;
    }

    @Override
    public double forced(ProofGraph graph, long cents) {
      return cents;
    }
  }
}
