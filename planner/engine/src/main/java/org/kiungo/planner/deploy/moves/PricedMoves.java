package org.kiungo.planner.deploy.moves;

import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.draft.Journal;
import org.kiungo.planner.deploy.options.AccessOptions;

/**
 * Moves on a draft at a price λ (value per cent): profit = value − λ · cost. Every step is done on
 * the draft, measured there with all its consequences (site units, links and systems on the whole
 * way), and kept only if the profit rises.
 */
public final class PricedMoves {

  private final Journal journal;
  private final Draft draft;
  private final AccessOptions options;
  private final double valuePerCent;
  private final double valuePerCentBeyond;

  public PricedMoves(Journal journal, double valuePerCent) {
    this(journal, valuePerCent, valuePerCent);
  }

  /**
   * @param valuePerCent price of money up to the budget
   * @param valuePerCentBeyond price of money beyond it, no lower
   */
  public PricedMoves(Journal journal, double valuePerCent, double valuePerCentBeyond) {
    this.journal = journal;
    draft = journal.draft();
    options = draft.question().options();
    this.valuePerCent = valuePerCent;
    this.valuePerCentBeyond = valuePerCentBeyond;
  }

  public double profit() {
    return draft.profit(valuePerCent, valuePerCentBeyond);
  }

  /** No less than what an option of an unserved settlement gains; leaves its way to the network. */
  double mostGain(int o) {
    int s = options.site(o);
    long cents = options.privateCents(o) - draft.question().forgoneCents(options.owner(o));
    if (s >= 0) {
      cents += options.siteCents(s, draft.siteTaken(s) + options.taken(o)) - draft.siteCents(s);
    }
    return options.value(o) - (cents > 0 ? valuePerCent : valuePerCentBeyond) * cents;
  }

  /** True when an option can be chosen as things stand: reachable, and room in its beam. */
  boolean isAllowed(int o) {
    int s = options.site(o);
    return (s < 0 || draft.isReachable(s)) && draft.hasRoomInBeam(o);
  }

  /** Value that one more cent must bring as things stand. */
  double price() {
    return draft.costCents() <= draft.question().budgetCents() ? valuePerCent : valuePerCentBeyond;
  }

  /** What an option is worth with its own costs and so much of what it shares with others. */
  double worth(int o, double sharedCents) {
    return options.value(o) - price() * (options.privateCents(o) + sharedCents);
  }

  /** Closes an open site that serves few if that pays. */
  void closeIfBetter(int s) {
    if (draft.isOpen(s) && draft.siteUsers(s) <= 8) {
      double before = profit();
      int mark = journal.size();
      close(s);
      if (profit() <= before) {
        journal.rollBackTo(mark);
      }
    }
  }

  /** Closes a site; each of its settlements takes the best of what stands, or nothing. */
  public void close(int s) {
    int users = draft.siteUsers(s);
    int[] moved = new int[users];
    int count = 0;
    for (int k = options.siteFirst(s); k < options.siteEnd(s) && count < users; k++) {
      int o = options.siteOption(k);
      if (draft.choice(options.owner(o)) == o) {
        moved[count++] = options.owner(o);
        journal.choose(options.owner(o), -1);
      }
    }
    for (int k = 0; k < count; k++) {
      takeBest(moved[k], s);
    }
  }

  /**
   * Best option of a settlement without opening shared sites other than its own.
   *
   * @param closed site that is not to be used; −1 = none
   */
  public void takeBest(int i, int closed) {
    double best = options.isDemanded(i) ? Double.NEGATIVE_INFINITY : profit();
    int bestOption = -1;
    int mark = journal.size();
    for (int o = options.first(i); o < options.end(i); o++) {
      int s = options.site(o);
      boolean stands = s < 0 || draft.isOpen(s) || isOwn(s);
      if (s != closed && stands && isAllowed(o)) {
        journal.choose(i, o);
        if (profit() > best) {
          best = profit();
          bestOption = o;
        }
        journal.rollBackTo(mark);
      }
    }
    if (bestOption >= 0) {
      journal.choose(i, bestOption);
    }
  }

  boolean isOwn(int s) {
    return options.siteEnd(s) - options.siteFirst(s) == 1;
  }

  /** Value lost per cent saved by leaving a settlement, with its site if that serves no other. */
  public double ratioOfDropping(int i) {
    int mark = journal.size();
    long cost = draft.costCents();
    long value = draft.value();
    drop(i);
    double ratio = (value - draft.value()) / (double) Math.max(1, cost - draft.costCents());
    journal.rollBackTo(mark);
    return ratio;
  }

  /** Leaves a settlement, and everybody on its site when that loses less per cent saved. */
  public void drop(int i) {
    int o = draft.choice(i);
    int s = options.site(o);
    journal.choose(i, -1);
    if (s >= 0 && draft.siteUsers(s) > 0 && draft.siteUsers(s) <= 8) {
      closeIfBetter(s);
    }
  }
}
