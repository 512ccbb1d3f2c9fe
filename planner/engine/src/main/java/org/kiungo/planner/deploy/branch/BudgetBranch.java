package org.kiungo.planner.deploy.branch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.kiungo.planner.deploy.construct.PricedDescent;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.prices.BoundTree;
import org.kiungo.planner.deploy.prices.PriceSearch;
import org.kiungo.planner.deploy.question.Question;

/** A question with some settlements decided on, its bound and the plans found for it. */
final class BudgetBranch {

  /** Prices tried at most; the best of the branch before is the first. */
  static final int PRICES = 5;

  private final Question question;
  private final PriceSearch prices;

  /** No plan of the branch is worth more, as it was known before it was split. */
  final double bound;

  /** Price of the bound. */
  final double valuePerCent;

  private final List<Draft> drafts;
  private Optional<Parts> parts = Optional.empty();

  /** The branches it was split into by one settlement. */
  private record Parts(int settlement, BudgetBranch served, BudgetBranch leftOut) {}

  /**
   * The question as a whole.
   *
   * @param found what its prices gave
   */
  BudgetBranch(Question question, PriceSearch prices, PriceSearch.Found found) {
    this(question, prices, found, Double.POSITIVE_INFINITY, 0);
  }

  /** What is known of the branch before holds here too. */
  private BudgetBranch(
      Question question,
      PriceSearch prices,
      PriceSearch.Found found,
      double knownBound,
      double knownValuePerCent) {
    this.question = question;
    this.prices = prices;
    drafts = new ArrayList<>(found.drafts());
    double own = found.bound() + found.valuePerCent() * question.slackCents();
    boolean isBetter = own < knownBound;
    bound = isBetter ? own : knownBound;
    valuePerCent = isBetter ? found.valuePerCent() : knownValuePerCent;
  }

  /**
   * The plans of it where one settlement is decided on.
   *
   * @param isServed true: those that serve it
   * @param enough a bound that need not be lowered
   */
  BudgetBranch deciding(int settlement, boolean isServed, double enough, BooleanSupplier stop) {
    Question decided = question.deciding(settlement, isServed);
    PriceSearch own = new PriceSearch(prices, decided, PRICES);
    BooleanSupplier end = () -> own.leastBound(decided) <= enough || stop.getAsBoolean();
    return new BudgetBranch(
        decided, own, own.search(decided, valuePerCent, end, done -> {}), bound, valuePerCent);
  }

  /** Puts two branches in place of this one. */
  void split(int settlement, BudgetBranch served, BudgetBranch leftOut) {
    parts = Optional.of(new Parts(settlement, served, leftOut));
    drafts.clear();
  }

  /** The most profitable of the plans found, brought within the budget; empty where none is. */
  Optional<Draft> fitted(BooleanSupplier stop) {
    return drafts.stream()
        .max(Comparator.comparingDouble(this::profit))
        .map(draft -> PricedDescent.fitted(draft, valuePerCent, stop));
  }

  private double profit(Draft draft) {
    return draft.profit(valuePerCent, valuePerCent);
  }

  /**
   * How much a plan may be worth as far as one price for all money can tell: the best of the plans
   * found, what it spends below or beyond the budget counted at the price. What the bound lies
   * above this is not the price's loss, and branching would not gain it.
   */
  double pricedValue() {
    double best = drafts.stream().mapToDouble(this::profit).max().orElse(Double.NEGATIVE_INFINITY);
    return best + valuePerCent * question.budgetCents();
  }

  /**
   * The settlement worth most that some of the plans serve and others do not, else one that only
   * they or only the best plan known serves; −1 = none.
   */
  int doubtful(Draft best) {
    int among = doubtful(drafts);
    return among >= 0 ? among : doubtful(Stream.concat(drafts.stream(), Stream.of(best)).toList());
  }

  private int doubtful(List<Draft> plans) {
    int[] serving = new int[question.places().settlements()];
    for (Draft plan : plans) {
      for (int i = 0; i < serving.length; i++) {
        serving[i] += plan.choice(i) >= 0 ? 1 : 0;
      }
    }
    AccessOptions options = question.options();
    int found = -1;
    long worth = 0;
    for (int o = 0; o < options.count(); o++) {
      int i = options.owner(o);
      boolean differs = serving[i] > 0 && serving[i] < plans.size() && !options.isDemanded(i);
      if (differs && options.value(o) > worth) {
        worth = options.value(o);
        found = i;
      }
    }
    return found;
  }

  /** Arcs looked at for its prices. */
  long looked() {
    return prices.looked();
  }

  /** True when the branches it was split into bound it better than it does by itself. */
  boolean isNarrowed() {
    return worst() < bound;
  }

  /** The worst bound of all branches it was split into. */
  private double worst() {
    return parts.map(p -> Math.max(p.served.worst(), p.leftOut.worst())).orElse(bound);
  }

  /**
   * Bounds of all branches it was split into, as far as splitting narrowed them: whoever only knows
   * what was known before it was split off leaves that as it is.
   */
  BoundTree tree() {
    return parts
        .filter(p -> isNarrowed())
        .<BoundTree>map(
            p ->
                new BoundTree.Split(
                    new BoundTree.Serves(p.settlement), p.served.tree(), p.leftOut.tree()))
        .orElseGet(() -> prices.raised(question));
  }
}
