package org.kiungo.planner.deploy.construct;

import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.draft.Journal;
import org.kiungo.planner.deploy.moves.HeavyPaths;
import org.kiungo.planner.deploy.moves.PricedMoves;
import org.kiungo.planner.deploy.moves.SitePacking;
import org.kiungo.planner.deploy.options.AccessOptions;

/**
 * Takes a draft downhill at one price of money: sites are closed, settlements left out, branches
 * rerouted, settlements switched, and whom each site serves chosen anew, opened for it or not,
 * wherever that alone raises the profit, one sweep after the other, until a round gains little.
 * Closing a site offers each of its settlements the best of what stands, so a draft that was built
 * step by step is thinned out to what its money is worth. Heuristic, deterministic; O(options +
 * links · depth) a round.
 */
public final class PricedDescent {

  private static final int ROUNDS = 3;

  /** A round that gains less than this share of the value is the last. */
  private static final double LITTLE_RATIO = 0.001;

  /** Steps between two looks at the clock. */
  private static final int STEPS_UNWATCHED = 1_024;

  /** Prices tried at most until a descent spends about the budget. */
  private static final int PRICES = 5;

  /** Between prices that spend too much and none that spends too little, or the other way round. */
  private static final double STRIDE = 1.15;

  /** Spending this near the budget, as a ratio, is near enough: the rest is fitted. */
  private static final double NEAR = 1.05;

  private final Draft draft;
  private final AccessOptions options;
  private final Journal journal;
  private final PricedMoves moves;
  private final SitePacking packing;
  private final BooleanSupplier stop;

  private PricedDescent(Draft draft, double valuePerCent, BooleanSupplier stop) {
    this.draft = draft;
    this.stop = stop;
    options = draft.question().options();
    journal = new Journal(draft);
    moves = new PricedMoves(journal, valuePerCent);
    packing = new SitePacking(journal, moves, new HeavyPaths(journal));
  }

  /**
   * Changes a draft, whose cost may rise or fall; rules that it keeps stay kept.
   *
   * @param valuePerCent price of money, value per cent
   */
  static Draft descend(Draft draft, double valuePerCent, BooleanSupplier stop) {
    new PricedDescent(draft, valuePerCent, stop).rounds();
    return draft;
  }

  /** A copy taken downhill, then brought within its budget, which is spent as far as possible. */
  public static Draft fitted(Draft draft, double valuePerCent, BooleanSupplier stop) {
    return BudgetFit.fit(descend(draft.copy(), valuePerCent, stop), valuePerCent, stop);
  }

  /**
   * A copy within the budget: what pays least given up, what is left of the budget spent; taken
   * downhill before, where that is better, or where no time is left for both.
   */
  public static Draft bestFitted(Draft draft, double valuePerCent, BooleanSupplier stop) {
    Draft descended = fitted(draft, valuePerCent, stop);
    return stop.getAsBoolean()
        ? descended
        : BudgetFit.fit(draft.copy(), valuePerCent, stop).orBetter(descended);
  }

  /**
   * As {@link #fitted}, at the price at which the descent spends about the budget.
   *
   * @param paid what the draft's money brought on average, value per cent; the last of it brings
   *     less, so a lower price is tried first
   */
  public static Draft spending(Draft draft, double paid, BooleanSupplier stop) {
    double price = paid / STRIDE;
    double cheap = 0;
    double dear = Double.POSITIVE_INFINITY;
    Draft nearest = draft;
    double nearestPrice = price;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < PRICES && least > NEAR && !stop.getAsBoolean(); k++) {
      Draft tried = descend(draft.copy(), price, stop);
      double spent = tried.costCents() / (double) draft.question().budgetCents();
      if (Math.max(spent, 1 / spent) < least) {
        least = Math.max(spent, 1 / spent);
        nearest = tried;
        nearestPrice = price;
      }
      cheap = spent > 1 ? price : cheap;
      dear = spent > 1 ? dear : price;
      price =
          cheap == 0
              ? price / STRIDE
              : dear == Double.POSITIVE_INFINITY ? price * STRIDE : Math.sqrt(cheap * dear);
    }
    return BudgetFit.fit(nearest.copy(), nearestPrice, stop);
  }

  private void rounds() {
    double before = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < ROUNDS && moves.profit() - before > LITTLE_RATIO * draft.value(); k++) {
      before = moves.profit();
      sweep(options.sites(), this::close);
      sweep(draft.settlements(), this::drop);
      if (stop.getAsBoolean()) {
        return;
      }
      BudgetFit.reroute(draft);
      sweep(draft.settlements(), this::change);
      sweep(options.sites(), this::pack);
    }
  }

  /** Tries one step after the other and keeps those that raise the profit and break no rule. */
  private void sweep(int count, IntPredicate step) {
    for (int k = 0; k < count; k++) {
      if (k % STEPS_UNWATCHED == 0 && stop.getAsBoolean()) {
        return;
      }
      double profit = moves.profit();
      long unkept = draft.unkept();
      if (step.test(k) && moves.profit() > profit && draft.unkept() <= unkept) {
        journal.keep();
      } else {
        journal.rollBackTo(0);
      }
    }
  }

  private boolean close(int site) {
    if (draft.isOpen(site)) {
      moves.close(site);
    }
    return journal.size() > 0;
  }

  private boolean drop(int settlement) {
    if (draft.choice(settlement) >= 0) {
      moves.drop(settlement);
    }
    return journal.size() > 0;
  }

  /** Whoever leaves another site is taken to save its part of it, as if all of that site left. */
  private boolean pack(int site) {
    return draft.isReachable(site) && packing.pack(site, 1);
  }

  private boolean change(int settlement) {
    if (draft.choice(settlement) >= 0) {
      journal.choose(settlement, -1);
    }
    moves.takeBest(settlement, -1);
    return journal.size() > 0;
  }
}
