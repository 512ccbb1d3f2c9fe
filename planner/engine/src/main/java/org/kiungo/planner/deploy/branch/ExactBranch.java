package org.kiungo.planner.deploy.branch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.prices.BoundTree;
import org.kiungo.planner.deploy.prices.BranchPrices;
import org.kiungo.planner.deploy.question.Question;

/** A branch of a question, what bounds its plans, and the branches it was split into. */
final class ExactBranch {

  final Question question;

  /** In the order they were made. */
  final int number;

  /**
   * How good a plan of it may be at most, as {@link Aim} counts; known of what it is part of too.
   */
  double most;

  /** Price of that bound, or to begin at. */
  double valuePerCent;

  /** Ways to charge links for load that are tried: the one of that bound, or all. */
  List<BranchPrices.Charged> ways;

  /** Plans found at its prices, of other branches too. */
  final List<Draft> drafts = new ArrayList<>();

  /** What was found of it alone: raises of a larger branch cannot be replayed in a smaller one. */
  private double ownMost = Double.POSITIVE_INFINITY;

  /** What proves that without splitting; empty before the first price. */
  private Optional<BoundTree> own = Optional.empty();

  private Optional<Parts> parts = Optional.empty();

  private record Parts(BoundTree.Decision decision, ExactBranch yes, ExactBranch no) {}

  /** All plans. */
  ExactBranch(Question question, double valuePerCent, List<BranchPrices.Charged> ways) {
    this(question, 0, Double.POSITIVE_INFINITY, valuePerCent, ways);
  }

  private ExactBranch(
      Question question,
      int number,
      double most,
      double valuePerCent,
      List<BranchPrices.Charged> ways) {
    this.question = question;
    this.number = number;
    this.most = most;
    this.valuePerCent = valuePerCent;
    this.ways = ways;
  }

  /** Part of it; what is known of the whole holds there too. */
  ExactBranch part(Question decided, int next) {
    return new ExactBranch(decided, next, most, valuePerCent, ways);
  }

  /** Takes what a price gave, if that is better than what other prices gave. */
  void take(BranchPrices.Tried tried, double bound) {
    drafts.addAll(tried.drafts());
    if (own.isEmpty() || bound < ownMost) {
      ownMost = bound;
      most = Math.min(most, bound);
      valuePerCent = tried.valuePerCent();
      ways = List.of(tried.charged());
      own = Optional.of(new BoundTree.Leaf(tried.raised()));
    }
  }

  /** Closes it for a reason that needs no price. */
  void close(BoundTree why) {
    own = Optional.of(why);
    ownMost = Double.NEGATIVE_INFINITY;
    most = ownMost;
  }

  void split(BoundTree.Decision decision, ExactBranch yes, ExactBranch no) {
    parts = Optional.of(new Parts(decision, yes, no));
    drafts.clear();
  }

  /** Most that all are worth whom it lets be served. */
  long mostValue() {
    AccessOptions options = question.options();
    long value = 0;
    for (int i = 0; i < question.places().settlements(); i++) {
      long best = 0;
      for (int o = options.first(i); o < options.end(i); o++) {
        best = question.isOut(o) ? best : Math.max(best, options.value(o));
      }
      value += best;
    }
    return value;
  }

  /** How good a plan may be at most, as what was found of branches alone proves. */
  double provable() {
    return parts
        .map(p -> Math.min(ownMost, Math.max(p.yes.provable(), p.no.provable())))
        .orElse(ownMost);
  }

  /**
   * Bounds that prove that no plan of it is better than this: its own where it suffices, else those
   * of its parts.
   *
   * @param bound not below {@link #provable()}
   */
  BoundTree tree(double bound) {
    if (ownMost <= bound || parts.isEmpty()) {
      return own.orElseThrow();
    }
    Parts p = parts.get();
    return new BoundTree.Split(p.decision, p.yes.tree(bound), p.no.tree(bound));
  }

  /**
   * Price of the worst bound of {@link #tree}; empty where none of them needs a price.
   *
   * @param bound as there
   */
  Optional<ExactBranch> worstPriced(double bound) {
    if (ownMost <= bound || parts.isEmpty()) {
      return Double.isInfinite(ownMost) ? Optional.empty() : Optional.of(this);
    }
    Parts p = parts.get();
    return Stream.of(p.yes.worstPriced(bound), p.no.worstPriced(bound))
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(each -> each.ownMost));
  }

  /** True when its own price proves as much, without branches. */
  boolean isPricedAlone(double bound) {
    return ownMost <= bound && !Double.isInfinite(ownMost);
  }
}
