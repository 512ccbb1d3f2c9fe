package org.kiungo.planner.deploy.construct;

import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.draft.Journal;
import org.kiungo.planner.deploy.moves.HeavyPaths;
import org.kiungo.planner.deploy.moves.PricedMoves;
import org.kiungo.planner.deploy.question.Districts;

/**
 * Brings a draft within its budget: again and again gives up the settlement (with its site, if the
 * others on it do not pay for it) that loses least value per cent saved. Lazy: ratios are
 * recomputed when they come up.
 */
public final class BudgetFit {

  private record Loss(double valuePerCent, int settlement) implements Comparable<Loss> {
    @Override
    public int compareTo(Loss other) {
      int byRatio = Double.compare(valuePerCent, other.valuePerCent);
      return byRatio != 0 ? byRatio : Integer.compare(settlement, other.settlement);
    }
  }

  private static final int SWEEPS = 3;

  private BudgetFit() {}

  /** Reroutes, trims to the budget and spends what is left of it greedily; changes the draft. */
  static Draft fit(Draft draft, double valuePerCent, BooleanSupplier stop) {
    reroute(draft);
    trim(draft, valuePerCent);
    Draft filled = new GreedyConstruction(draft.question()).fill(draft, stop);
    if (reroute(filled)) {
      new GreedyConstruction(draft.question()).fill(filled, stop);
    }
    return filled;
  }

  /** Brings used branches to the network over cheaper ways; true when that saved money. */
  public static boolean reroute(Draft draft) {
    HeavyPaths paths = new HeavyPaths(new Journal(draft));
    boolean saved = false;
    for (int k = 0; k < SWEEPS && paths.sweep(); k++) {
      saved = true;
    }
    return saved;
  }

  static void trim(Draft draft, double valuePerCent) {
    if (draft.costCents() <= draft.question().budgetCents()) {
      return;
    }
    Journal journal = new Journal(draft);
    PricedMoves moves = new PricedMoves(journal, valuePerCent);
    PriorityQueue<Loss> queue = new PriorityQueue<>();
    for (int i = 0; i < draft.settlements(); i++) {
      if (draft.choice(i) >= 0 && !draft.question().options().isDemanded(i)) {
        queue.add(new Loss(moves.ratioOfDropping(i), i));
      }
    }
    while (draft.costCents() > draft.question().budgetCents() && !queue.isEmpty()) {
      int i = queue.poll().settlement;
      if (draft.choice(i) < 0) {
        continue;
      }
      Loss now = new Loss(moves.ratioOfDropping(i), i);
      if (!queue.isEmpty() && now.compareTo(queue.peek()) > 0) {
        queue.add(now);
      } else {
        moves.drop(i);
        journal.keep();
      }
    }
  }

  /**
   * Gives up settlements that their districts can do without, those that lose least value per cent
   * saved first; what stays is counted in the quota.
   */
  public static void cutTo(Draft draft, Districts.Quota quota) {
    PricedMoves moves = new PricedMoves(new Journal(draft), 0);
    PriorityQueue<Loss> queue = new PriorityQueue<>();
    for (int i = 0; i < draft.settlements(); i++) {
      if (draft.choice(i) >= 0) {
        quota.served(i, draft.ownValue(i));
      }
    }
    for (int i = 0; i < draft.settlements(); i++) {
      if (draft.choice(i) >= 0
          && !draft.question().options().isDemanded(i)
          && quota.isMetWithout(i, draft.ownValue(i))) {
        queue.add(new Loss(moves.ratioOfDropping(i), i));
      }
    }
    while (!queue.isEmpty()) {
      int i = queue.poll().settlement;
      long value = draft.ownValue(i);
      if (quota.isMetWithout(i, value)) {
        quota.served(i, -value);
        draft.choose(i, -1);
      }
    }
  }

  /**
   * Spares money: gives up settlements, those that lose least value per cent saved first, as long
   * as the rest is worth the target.
   */
  public static void spare(Draft draft, long target, double valuePerCent) {
    Journal journal = new Journal(draft);
    PricedMoves moves = new PricedMoves(journal, valuePerCent);
    PriorityQueue<Loss> queue = new PriorityQueue<>();
    for (int i = 0; i < draft.settlements(); i++) {
      if (draft.choice(i) >= 0 && !draft.question().options().isDemanded(i)) {
        queue.add(new Loss(moves.ratioOfDropping(i), i));
      }
    }
    while (draft.value() > target && !queue.isEmpty()) {
      int i = queue.poll().settlement;
      if (draft.choice(i) >= 0) {
        long cents = draft.costCents();
        moves.drop(i);
        if (draft.value() >= target && draft.costCents() < cents) {
          journal.keep();
        } else {
          journal.rollBackTo(0);
        }
      }
    }
  }
}
