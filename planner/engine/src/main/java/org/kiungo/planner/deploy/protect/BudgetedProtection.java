package org.kiungo.planner.deploy.protect;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.construct.GreedyConstruction;
import org.kiungo.planner.deploy.construct.PricedDescent;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.question.Question;

/**
 * Brings a draft and its second ways within a budget: people and second ways are paid from the same
 * money, so what is too dear is cut back until both fit, and what is left is spent on further
 * people with their second ways.
 */
public final class BudgetedProtection {

  private static final int CUTS = 8;
  private static final int FILLS = 3;

  private final Hubs hubs;
  private final Protection protection;
  private final long budgetCents;

  public BudgetedProtection(Hubs hubs, long budgetCents) {
    this.hubs = hubs;
    this.budgetCents = budgetCents;
    protection = new Protection(hubs);
  }

  /**
   * The best that was found from a start.
   *
   * @param charge what a second way is taken to cost each settlement, cents
   * @param valuePerCent price of money
   * @return empty where nothing fits the budget
   */
  public Optional<Protected> fitted(
      Draft start, long[] charge, double valuePerCent, BooleanSupplier stop) {
    Question charged = hubs.charging(charge);
    Draft draft = start.in(charged.withBudgetCents(budgetCents));
    for (int k = 0; k < CUTS; k++) {
      if (draft.violation() > 0) {
        draft = PricedDescent.bestFitted(draft, valuePerCent, stop);
      }
      Protected found = protection.of(draft.in(hubs.question()));
      long over = found.costCents() - budgetCents;
      if (over <= 0 && found.draft().unkept() == 0) {
        return Optional.of(filled(found, charged, stop));
      }
      draft = found.draft().in(charged);
      draft =
          draft.in(charged.withBudgetCents(Math.max(0, draft.costCents() - over * (k + 2) / 2)));
    }
    return Optional.empty();
  }

  /** The same with what is left of the budget spent, as far as that can be. */
  private Protected filled(Protected found, Question charged, BooleanSupplier stop) {
    Protected best = found;
    long left = budgetCents - found.costCents();
    for (int k = 0; k < FILLS && left > 0; k++) {
      Draft at = best.draft().in(charged);
      Question more = charged.withBudgetCents(at.costCents() + left);
      Draft filled = new GreedyConstruction(more).extend(at.in(more), stop);
      Protected other = protection.of(filled.in(hubs.question()), best.ways());
      boolean better = other.isWithin(budgetCents) && other.orBetter(best) == other;
      best = better ? other : best;
      left = better ? budgetCents - best.costCents() : left / 2;
    }
    return best;
  }
}
