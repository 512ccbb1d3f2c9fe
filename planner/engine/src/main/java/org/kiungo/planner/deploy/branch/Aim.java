package org.kiungo.planner.deploy.branch;

import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.construct.BudgetFit;
import org.kiungo.planner.deploy.construct.PricedDescent;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.question.Question;

/**
 * What is looked for: most value within an amount of money, or least money for a value. Either asks
 * whether some plan is worth at least so much and costs at most so much; a branch without any is
 * closed.
 */
public interface Aim {

  /** Value that a better plan than the best known is worth at least. */
  long leastValue(Draft best);

  /** What a better plan than the best known costs at most, cents. */
  long mostCents(Draft best);

  /**
   * How good a plan of a branch may be at most: its value, or its cost taken negative.
   *
   * @param profit value less price · cost of any plan of it, at most
   */
  double most(double profit, double valuePerCent);

  /** The same of a plan. */
  double of(Draft draft);

  /** A plan within what is asked for, made of another at a price; maybe none better. */
  Draft fitted(Draft draft, double valuePerCent, BooleanSupplier stop);

  /** Values and costs are whole: whatever may be less than this better is not better. */
  double LEAST_GAIN = 0.5;

  /** True when no plan of a branch is better than the best known. */
  default boolean isClosed(double most, Draft best) {
    return most <= of(best) + LEAST_GAIN;
  }

  /** Most value within the question's budget. */
  static Aim mostValue(Question question) {
    return new Aim() {
      @Override
      public long leastValue(Draft best) {
        return best.value() + 1;
      }

      @Override
      public long mostCents(Draft best) {
        return question.ceilingCents();
      }

      @Override
      public double most(double profit, double valuePerCent) {
        return profit + valuePerCent * question.ceilingCents();
      }

      @Override
      public double of(Draft draft) {
        return draft.value();
      }

      @Override
      public Draft fitted(Draft draft, double valuePerCent, BooleanSupplier stop) {
        return PricedDescent.fitted(draft, valuePerCent, stop);
      }
    };
  }

  /** Least cost of a value. */
  static Aim leastCost(long value) {
    return new Aim() {
      @Override
      public long leastValue(Draft best) {
        return value;
      }

      @Override
      public long mostCents(Draft best) {
        return best.costCents() - 1;
      }

      @Override
      public double most(double profit, double valuePerCent) {
        return (profit - value) / valuePerCent;
      }

      @Override
      public double of(Draft draft) {
        return -draft.costCents();
      }

      @Override
      public Draft fitted(Draft draft, double valuePerCent, BooleanSupplier stop) {
        Draft fitted = PricedDescent.fitted(draft, valuePerCent, stop);
        BudgetFit.spare(fitted, value, valuePerCent);
        return fitted;
      }
    };
  }
}
