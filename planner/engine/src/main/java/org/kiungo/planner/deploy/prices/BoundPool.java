package org.kiungo.planner.deploy.prices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kiungo.planner.deploy.prices.PricedAscent.Bounded;
import org.kiungo.planner.deploy.question.Question;

/**
 * Bounds found at the prices tried so far, for whatever budgets: one found with options dearer than
 * B₀ deleted holds for every budget up to B₀.
 */
final class BoundPool {

  /** What sums of doubles may be off by. */
  private static final double OFF_CENTS = 0.01;

  private final List<Bounded> pool = new ArrayList<>();

  /** Σ best value of every settlement. */
  private final long totalValue;

  BoundPool(long totalValue) {
    this.totalValue = totalValue;
  }

  void add(Bounded found) {
    pool.add(found);
  }

  int size() {
    return pool.size();
  }

  /** What would follow if a price had given a bound. */
  <T> T supposing(Bounded supposed, Supplier<T> what) {
    pool.add(supposed);
    T told = what.get();
    pool.remove(pool.size() - 1);
    return told;
  }

  /** UB(λ) = Σ best values + λ · B − LB(λ): value that no plan within the budget exceeds. */
  double bound(Question question, Bounded b) {
    return totalValue + b.valuePerCent() * question.budgetCents() - b.lowerBound();
  }

  private static boolean holds(Question question, Bounded b) {
    return b.deletedAboveCents() >= question.ceilingCents();
  }

  /** The bound that is least for a question. */
  Optional<Bounded> least(Question question) {
    Bounded best = null;
    for (Bounded b : pool) {
      if (holds(question, b) && (best == null || bound(question, b) < bound(question, best))) {
        best = b;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The price of the least bound between its neighbours.
   *
   * @param below 0 = none
   * @param above infinite = none
   */
  record Bracket(double below, double at, double above) {

    boolean isClosed() {
      return below > 0 && above < Double.POSITIVE_INFINITY;
    }
  }

  /** Prices tried next to the one of the least bound. */
  Bracket bracket(Question question, Bounded least) {
    double below = 0;
    double above = Double.POSITIVE_INFINITY;
    for (Bounded b : pool) {
      if (holds(question, b) && b.valuePerCent() < least.valuePerCent()) {
        below = Math.max(below, b.valuePerCent());
      } else if (holds(question, b) && b.valuePerCent() > least.valuePerCent()) {
        above = Math.min(above, b.valuePerCent());
      }
    }
    return new Bracket(below, least.valuePerCent(), above);
  }

  /**
   * Turns the pool round: whoever reaches a value loses at most the rest, so λ · cost ≥ LB(λ) − (Σ
   * best values − value). The bound that asks most money.
   *
   * @param knownCents cost of a plan that reaches it; only bounds that hold up to there count
   * @return empty where none asks more than nothing
   */
  Optional<Bounded> dearest(long value, long knownCents) {
    Bounded best = null;
    for (Bounded b : pool) {
      double least = best == null ? 0 : cents(best, value);
      if (b.deletedAboveCents() >= knownCents && cents(b, value) > least) {
        best = b;
      }
    }
    return Optional.ofNullable(best);
  }

  /** No plan that reaches the value costs less, as far as one bound tells; cents are whole. */
  double cents(Bounded b, long value) {
    double cents = (b.lowerBound() - (totalValue - value)) / b.valuePerCent();
    return Math.min(Math.ceil(cents - OFF_CENTS), b.deletedAboveCents());
  }
}
