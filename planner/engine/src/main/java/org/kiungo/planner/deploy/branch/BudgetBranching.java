package org.kiungo.planner.deploy.branch;

import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.deploy.prices.PriceSearch;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.model.BoundProof;

/**
 * Branches on whether single settlements are served, the branch of the highest bound first, each
 * with prices of its own: branch and bound over the Lagrangian bounds of {@link PriceSearch}. One
 * price for all money cannot tell half a site from a whole one, so small budgets, which a few sites
 * fill, gain most; where the bound is loose for other reasons, and in large questions, it does not
 * branch at all. The worst bound of all branches holds for every plan; the plans found on the way
 * are candidates.
 *
 * @see <a href="https://doi.org/10.1007/BFb0120690">Geoffrion 1974, Lagrangean relaxation for
 *     integer programming</a>
 */
public final class BudgetBranching implements Branched {

  /** Settlements decided on at most, in all branches together. */
  private static final int MOST_SPLITS = 128;

  /** The same times the number of settlements: each split takes as long as there are many. */
  private static final int MOST_WORK = 320_000;

  /** Bound and plan nearer than this are not told apart. */
  private static final double NEAR_RATIO = 0.0001;

  /** Share of a gap that must be the price's loss. */
  private static final double PRICED_RATIO = 0.1;

  /** Arcs that all ascents of all branches look at, after which nothing more is split. */
  private static final long MOST_LOOKED = 400_000_000;

  /** So many splits, or a quarter of all where they are few, must narrow the gap … */
  private static final int PATIENCE_SPLITS = 16;

  /** … by this share of it. */
  private static final double NARROWED_RATIO = 0.05;

  /** So many must narrow the gap at all; where they would take too long, nothing is split. */
  private static final int FEWEST_SPLITS = 4;

  private final Question question;
  private final PriceSearch prices;
  private final BudgetBranch root;
  private final int most;
  private final PriorityQueue<BudgetBranch> open =
      new PriorityQueue<>((a, b) -> Double.compare(b.bound, a.bound));

  private Draft best;
  private long looked;

  /**
   * @param prices whose best is branched on
   * @param found with it
   * @param known best plan known before
   */
  public BudgetBranching(
      Question question, PriceSearch prices, PriceSearch.Found found, Draft known) {
    this.question = question;
    this.prices = prices;
    root = new BudgetBranch(question, prices, found);
    open.add(root);
    most =
        isAffordable()
            ? Math.min(MOST_SPLITS, MOST_WORK / Math.max(1, question.places().settlements()))
            : 0;
    best = known;
  }

  /** True when a few splits, as far as the prices known tell, look at no more arcs than all may. */
  private boolean isAffordable() {
    long each = 2L * BudgetBranch.PRICES * prices.lookedPerPrice();
    return !question.granularity().large() && each * FEWEST_SPLITS <= MOST_LOOKED;
  }

  /**
   * @param stop asked often; what is known then is kept
   * @param watch told the share of the splits that are done after each, 0–1
   */
  public BudgetBranching search(BooleanSupplier stop, DoubleConsumer watch) {
    int patience = Math.max(FEWEST_SPLITS, Math.min(PATIENCE_SPLITS, most / 4));
    double before = Double.POSITIVE_INFINITY;
    double first = bound();
    for (int k = 0;
        k < most && looked < MOST_LOOKED && bound() > enough() && !stop.getAsBoolean();
        k++) {
      if (k % patience == 0) {
        double gap = bound() - best.value();
        if (gap > (1 - NARROWED_RATIO) * before || !isPriced(gap)) {
          break;
        }
        before = gap;
      }
      int doubtful = open.peek().doubtful(best);
      boolean isFruitless = k == FEWEST_SPLITS && bound() == first;
      if (doubtful < 0 || isFruitless) {
        break;
      }
      split(open.poll(), doubtful, stop);
      watch.accept((k + 1.0) / most);
    }
    return this;
  }

  private double enough() {
    return best.value() * (1 + NEAR_RATIO);
  }

  /** True when enough of the gap is what one price for all money loses. */
  private boolean isPriced(double gap) {
    return open.peek().pricedValue() - best.value() > PRICED_RATIO * gap;
  }

  private record Side(BudgetBranch branch, Optional<Draft> fitted) {}

  private void split(BudgetBranch branch, int settlement, BooleanSupplier stop) {
    List<Side> sides =
        Blocks.each(
            2, question.settings().threads(), k -> decide(branch, settlement, k == 0, stop));
    branch.split(settlement, sides.get(0).branch, sides.get(1).branch);
    for (Side side : sides) {
      open.add(side.branch);
      looked += side.branch.looked();
      side.fitted.ifPresent(draft -> best = best.orBetter(draft.in(question)));
    }
  }

  /** One side, and a plan of it if that may be better than the best. */
  private Side decide(BudgetBranch branch, int settlement, boolean isServed, BooleanSupplier stop) {
    BudgetBranch side = branch.deciding(settlement, isServed, enough(), stop);
    boolean mayBeBetter = side.bound > enough() && side.pricedValue() > best.value();
    return new Side(side, mayBeBetter ? side.fitted(stop) : Optional.empty());
  }

  /** No plan is worth more. */
  @Override
  public double bound() {
    return open.peek().bound;
  }

  /** Price of the branch whose bound that is. */
  @Override
  public double valuePerCent() {
    return open.peek().valuePerCent;
  }

  @Override
  public Draft best() {
    return best;
  }

  @Override
  public String method() {
    return root.isNarrowed() ? NARROWED : PriceSearch.METHOD;
  }

  @Override
  public BoundProof proof() {
    return prices.isProvable(question) ? prices.prove(root.tree()) : BoundProof.NONE;
  }
}
