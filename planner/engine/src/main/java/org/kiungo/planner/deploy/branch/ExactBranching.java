package org.kiungo.planner.deploy.branch;

import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.prices.BoundTree;
import org.kiungo.planner.deploy.prices.BranchPrices;
import org.kiungo.planner.deploy.prices.PriceSearch;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.model.BoundProof;

/**
 * Branch and bound on every decision of a small question: whether settlements are served, by which
 * option, over which links; the branch of the worst bound first. A branch is closed when a price
 * shows that none of its plans is better than the best known, or all it lets be served are worth
 * too little, or its decisions alone cost too much ({@link ForcedCost}); where all is decided the
 * last is exact, so that enough work ends at the optimum. Of several decisions that one is taken
 * whose two branches are bounded best at the branch's price (strong branching).
 *
 * @see <a href="https://doi.org/10.2307/1910129">Land and Doig 1960, An automatic method of solving
 *     discrete programming problems</a>
 * @see <a href="https://doi.org/10.1016/j.orl.2004.04.002">Achterberg, Koch and Martin 2005,
 *     Branching rules revisited</a>
 */
public final class ExactBranching implements Branched {

  /** Settlements of the largest question that is searched to the end. */
  public static final int MOST_SETTLEMENTS = 60;

  /** Arcs that may be looked at for each step that the local search may take. */
  private static final long LOOKED_PER_STEP = 2_000;

  /** Prices tried at most in each branch. */
  private static final int PRICES = 8;

  /** Prices tried beside another differ by this ratio at least, and at most. */
  private static final double STRIDE = 1.15;

  private static final double FARTHEST = 4;

  /** Between two prices the next lies this share of the way from either at least. */
  private static final double INSIDE = 0.1;

  /** Prices nearer than this ratio are not told apart. */
  private static final double FINEST = 1.002;

  private final Question question;
  private final BranchPrices prices;
  private final Aim aim;
  private final long mostLooked;
  private final PriorityQueue<ExactBranch> open =
      new PriorityQueue<>(
          (a, b) -> a.most != b.most ? Double.compare(b.most, a.most) : a.number - b.number);
  private final ExactBranch root;

  /** The worst bound of branches in which all is decided and that are not closed all the same. */
  private Optional<ExactBranch> stuck = Optional.empty();

  /** How good a plan may be at most, once the search is over. */
  private double proven = Double.POSITIVE_INFINITY;

  private Draft best;
  private long looked;
  private int made;

  /**
   * @param tried prices of the question, of which the best is begun at
   * @param known a plan that is within what is asked for
   */
  public ExactBranching(Question question, PriceSearch tried, Aim aim, Draft known) {
    this.question = question;
    prices = tried.ofBranches();
    this.aim = aim;
    best = known;
    mostLooked = LOOKED_PER_STEP * question.settings().steps();
    double price = tried.leastPrice(question);
    double paid = known.value() / (double) Math.max(1, known.costCents());
    double first = price > 0 ? price : Math.max(paid, Double.MIN_NORMAL);
    root = new ExactBranch(question, first, prices.charged());
  }

  /** Hears how the search goes on. */
  @FunctionalInterface
  public interface Watch {

    /**
     * @param doneRatio share of the work, 0–1
     */
    void at(double doneRatio, Branched soFar);
  }

  /** True for a question that may be searched so, with steps to do so. */
  public static boolean isFor(Question question) {
    return question.places().settlements() <= MOST_SETTLEMENTS
        && question.settings().steps() > 0
        && question.districtWeight().length == 0;
  }

  /**
   * Branches until all is closed, or as many arcs were looked at as may be.
   *
   * @param stop looked at between two branches
   * @param watch told the share of the work that is done
   */
  public ExactBranching search(BooleanSupplier stop, Watch watch) {
    if (!isBoundedAway(root)) {
      open.add(root);
    }
    while (!open.isEmpty() && looked < mostLooked && !stop.getAsBoolean()) {
      ExactBranch branch = open.poll();
      if (!aim.isClosed(branch.most, best)) {
        branch(branch, stop);
      }
      watch.at(Math.min(1, looked / (double) mostLooked), this);
    }
    proven = root.provable();
    return this;
  }

  /** True when the best plan known is proven to be the best there is. */
  public boolean isExact() {
    return aim.isClosed(proven, best);
  }

  private Optional<ExactBranch> worst() {
    Optional<ExactBranch> first =
        Optional.ofNullable(open.peek()).filter(each -> !aim.isClosed(each.most, best));
    Optional<ExactBranch> other = stuck.filter(each -> !aim.isClosed(each.most, best));
    return first.isEmpty() || other.isPresent() && other.get().most > first.get().most
        ? other
        : first;
  }

  private void branch(ExactBranch branch, BooleanSupplier stop) {
    for (Draft draft : List.copyOf(branch.drafts)) {
      consider(aim.fitted(draft.in(question), branch.valuePerCent, stop));
    }
    List<BranchChoices.Choice> choices = BranchChoices.of(branch, best);
    if (choices.isEmpty()) {
      stuck = stuck.filter(each -> each.most >= branch.most).or(() -> Optional.of(branch));
      return;
    }
    BranchChoices.Choice chosen = strongest(branch, choices);
    ExactBranch yes = branch.part(chosen.yes(), ++made);
    ExactBranch no = branch.part(chosen.no(), ++made);
    branch.split(chosen.decision(), yes, no);
    for (ExactBranch side : List.of(yes, no)) {
      if (!isBoundedAway(side)) {
        open.add(side);
      }
    }
  }

  /** The choice whose worse side is bounded best, and then the other one. */
  private BranchChoices.Choice strongest(ExactBranch branch, List<BranchChoices.Choice> choices) {
    BranchChoices.Choice strongest = choices.get(0);
    double most = -1;
    for (BranchChoices.Choice choice : choices) {
      double yes = gain(branch, choice.yes());
      double no = gain(branch, choice.no());
      double gain = Math.min(yes, no) + 1e-3 * Math.max(yes, no);
      if (gain > most) {
        most = gain;
        strongest = choice;
      }
    }
    return strongest;
  }

  /** By how much a side is bounded better than the branch at its price. */
  private double gain(ExactBranch branch, Question side) {
    ExactBranch part = branch.part(side, made);
    if (isClosedAlone(part)) {
      return Math.abs(branch.most);
    }
    return tried(side, branch.valuePerCent, branch.ways)
        .map(found -> branch.most - aim.most(found.profit(), found.valuePerCent()))
        .map(gain -> Math.max(0, gain))
        .orElse(0.0);
  }

  private Optional<BranchPrices.Tried> tried(
      Question side, double valuePerCent, List<BranchPrices.Charged> ways) {
    Optional<BranchPrices.Tried> found = prices.tried(side, valuePerCent, ways);
    found.ifPresent(
        each -> {
          looked += each.looked();
          each.drafts().forEach(this::consider);
        });
    return found;
  }

  private void consider(Draft draft) {
    Draft within = draft.in(question);
    if (within.unkept() == 0
        && within.value() >= aim.leastValue(best)
        && within.costCents() <= aim.mostCents(best)) {
      best = within;
    }
  }

  /** Closes a branch whose decisions alone do. */
  private boolean isClosedAlone(ExactBranch branch) {
    if (branch.mostValue() < aim.leastValue(best)) {
      branch.close(new BoundTree.Worthless());
      return true;
    }
    if (ForcedCost.cents(branch.question) > aim.mostCents(best)) {
      branch.close(new BoundTree.Forced());
      return true;
    }
    return false;
  }

  /**
   * Bounds a branch by prices; true when that closes it. Value that is missed at a price, over what
   * the plan found there spends too much or too little, leads to the next; between a price that
   * spends too much and one that spends too little, where their tangents cross.
   */
  private boolean isBoundedAway(ExactBranch branch) {
    if (isClosedAlone(branch)) {
      return true;
    }
    Tangent dear = null;
    Tangent cheap = null;
    double at = branch.valuePerCent;
    for (int k = 0; k < PRICES && at > 0; k++) {
      Optional<BranchPrices.Tried> tried = tried(branch.question, at, branch.ways);
      if (tried.isEmpty()) {
        return false;
      }
      BranchPrices.Tried found = tried.get();
      branch.take(found, aim.most(found.profit(), at));
      if (aim.isClosed(branch.most, best)) {
        return true;
      }
      long cents = aim.mostCents(best);
      double missed = found.profit() + at * cents - aim.leastValue(best);
      double slope = (double) cents - found.drafts().get(0).costCents();
      Tangent here = new Tangent(at, missed, slope);
      cheap = slope < 0 ? here : cheap;
      dear = slope < 0 ? dear : here;
      at = Tangent.next(cheap, dear);
    }
    return branch.ways.size() < prices.charged().size() && isBoundedAwayOtherwise(branch);
  }

  /** The other way to charge loads, at the best price. */
  private boolean isBoundedAwayOtherwise(ExactBranch branch) {
    List<BranchPrices.Charged> other = List.of(branch.ways.get(0).other());
    tried(branch.question, branch.valuePerCent, other)
        .ifPresent(found -> branch.take(found, aim.most(found.profit(), found.valuePerCent())));
    return aim.isClosed(branch.most, best);
  }

  /**
   * What is missed at a price and how that changes with it.
   *
   * @param missed value by which the bound is too high to close the branch
   * @param slope of it by price, cents
   */
  private record Tangent(double valuePerCent, double missed, double slope) {

    /**
     * @param cheap the highest price that spends too much; null = none yet
     * @param dear the lowest that does not; null = none yet
     * @return 0 when no other price is worth trying
     */
    static double next(Tangent cheap, Tangent dear) {
      if (dear == null) {
        double up = cheap.zero();
        double at = cheap.valuePerCent;
        return Math.max(at * STRIDE, Math.min(at * FARTHEST, up));
      }
      if (cheap == null) {
        double at = dear.valuePerCent;
        double down = dear.slope > 0 ? dear.zero() : 0;
        return Math.min(at / STRIDE, Math.max(at / FARTHEST, down));
      }
      if (dear.valuePerCent < cheap.valuePerCent * FINEST) {
        return 0;
      }
      double width = dear.valuePerCent - cheap.valuePerCent;
      double rise = dear.missed - dear.slope * dear.valuePerCent;
      double fall = cheap.missed - cheap.slope * cheap.valuePerCent;
      double cross = (rise - fall) / (cheap.slope - dear.slope);
      double low = cheap.valuePerCent + INSIDE * width;
      return Math.max(low, Math.min(dear.valuePerCent - INSIDE * width, cross));
    }

    /** Where nothing is missed any more if the slope stays, and a little beyond. */
    private double zero() {
      return valuePerCent - 1.05 * missed / slope;
    }
  }

  @Override
  public double bound() {
    double known = aim.of(best);
    double soFar = worst().map(each -> each.most).orElse(known);
    double most = Double.isInfinite(proven) ? soFar : proven;
    return aim.isClosed(most, best) ? known : Math.max(known, Math.floor(most));
  }

  @Override
  public double valuePerCent() {
    return root.worstPriced(enough()).map(each -> each.valuePerCent).orElse(Double.NaN);
  }

  @Override
  public Draft best() {
    return best;
  }

  @Override
  public String method() {
    return root.isPricedAlone(enough()) ? PriceSearch.METHOD : NARROWED;
  }

  /** What is to be proven. */
  private double enough() {
    return Math.max(proven, aim.of(best) + Aim.LEAST_GAIN);
  }

  @Override
  public BoundProof proof() {
    return Double.isInfinite(proven) && proven > 0
        ? BoundProof.NONE
        : prices.prove(root.tree(enough()));
  }
}
