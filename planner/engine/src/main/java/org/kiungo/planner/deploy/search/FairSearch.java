package org.kiungo.planner.deploy.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.kiungo.planner.deploy.construct.BudgetFit;
import org.kiungo.planner.deploy.construct.GreedyConstruction;
import org.kiungo.planner.deploy.construct.PricedDescent;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.prices.PriceSearch;
import org.kiungo.planner.deploy.question.Districts;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.question.Welfare;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.BoundProof;

/**
 * The fairest shares of people with service, by districts, within the budget.
 *
 * <p>Bound: a {@link Welfare} is at most the weighted mean of districts' shares for any of its
 * weights, whose best value is a most-people question where a person of district d counts weight_d
 * / people_d, bounded by {@link PriceSearch}. The weights follow the districts that fall short;
 * every round's bound holds, the least is kept. Plan: the best for each round's weights, and each
 * of these with districts above a level cut down to it and those below brought up, the level found
 * by bisection; the best of all searched on from.
 */
public final class FairSearch {

  public static final String METHOD = "weighted districts, " + PriceSearch.METHOD;

  private static final int BISECTIONS = 12;

  /** What a level must be above another to be looked for. */
  private static final double HIGHER_RATIO = 1e-4;

  private static final int ROUNDS = 16;
  private static final int ROUNDS_OF_LARGE = 6;

  /** Of what is between bound and plan, how far a step goes; less after rounds without gain. */
  private static final double STEP = 0.5;

  private static final double SHORTER = 0.6;
  private static final int PATIENCE = 3;

  private final Question question;
  private final Welfare welfare;
  private final PlanImprover improver;
  private final Districts districts;
  private final BooleanSupplier stop;
  private final Watch watch;
  private Draft best;

  /** The highest share so far that no district of a draft falls short of. */
  private double level;

  private double bound = 1;
  private Supplier<BoundProof> proof = () -> BoundProof.NONE;

  /**
   * @param improver of the best draft, for the weights of the least bound
   */
  public FairSearch(
      Question question,
      Welfare welfare,
      PlanImprover improver,
      BooleanSupplier stop,
      Watch watch) {
    this.question = question;
    this.welfare = welfare;
    this.improver = improver;
    this.stop = stop;
    this.watch = watch;
    districts = new Districts(question.problem().settlements(), question.problem().standard());
  }

  /**
   * @param draft within the budget
   * @param boundRatio no plan within the budget is fairer
   * @param proof of that
   */
  public record Found(Draft draft, double boundRatio, BoundProof proof) {}

  /** Hears how a search goes on. */
  @FunctionalInterface
  public interface Watch {
    /**
     * @param doneRatio 0–1
     * @param valueRatio what the best draft so far reaches, 0–1
     * @param boundRatio what none exceeds, 0–1; NaN before the first bound
     */
    void at(String phase, double doneRatio, double valueRatio, double boundRatio, Draft best);
  }

  /**
   * @param mostPeople the best draft that was found for most people within the budget
   */
  public Found search(Draft mostPeople) {
    best = new GreedyConstruction(question).buildTo(districts.quota(0), () -> false);
    best = levelled(best);
    // whoever serves most people may also serve them most fairly
    keepEither(mostPeople);
    watch.at("construction", 0.2, value(best), Double.NaN, best);
    boolean large = question.granularity().large();
    int rounds = large ? ROUNDS_OF_LARGE : ROUNDS;
    Welfare.Weights weights = welfare.weights(districts.peopleRatio());
    Question leastBound = question;
    double price = 0;
    double step = STEP;
    int idle = 0;
    for (int round = 0; round < rounds && !stop.getAsBoolean(); round++) {
      double[] weight = weights.weight();
      Question weighted = question.withWeights(districts, weight);
      Draft greedy = new GreedyConstruction(weighted).build(stop);
      PriceSearch prices = new PriceSearch(weighted);
      PriceSearch.Found found = prices.search(weighted, firstPrice(greedy), stop, done -> {});
      double most = mostRatio(weight, found.bound());
      idle = most < bound ? 0 : idle + 1;
      if (most < bound) {
        bound = most;
        proof = () -> prices.prove(weighted);
        leastBound = weighted;
        price = found.valuePerCent();
      }
      Draft draft = greedy.orBetter(ofPrices(found));
      keepEither(draft);
      watch.at("bound", 0.2 + 0.5 * (round + 1) / rounds, value(best), bound, best);
      if (idle == PATIENCE) {
        step *= SHORTER;
        idle = 0;
      }
      weights.learn(shares(draft), step * (most - value(best)));
    }
    improve(leastBound, price);
    return new Found(best, bound, proof.get());
  }

  private void improve(Question weighted, double price) {
    if (price > 0 && !stop.getAsBoolean()) {
      Draft start = best.in(weighted);
      keepEither(improver.improve(start, price, question.settings(), stop).draft());
      watch.at("search", 0.95, value(best), bound, best);
    }
  }

  private static double firstPrice(Draft greedy) {
    return greedy.value() / (2.0 * Math.max(1, greedy.costCents()));
  }

  /** No plan's welfare is more where weighted values of plans are at most that. */
  private double mostRatio(double[] weight, double mostValue) {
    double rounding = 0.5 * question.places().settlements();
    return districts.todayRatio(weight)
        + (mostValue + rounding) / SolverUnits.VALUE_PER_PERSON / districts.people();
  }

  /** The best tree of all prices within the budget. */
  private Draft ofPrices(PriceSearch.Found found) {
    List<Draft> drafts = found.drafts();
    double price = found.valuePerCent();
    return drafts.stream()
        .max(Comparator.comparingDouble(each -> each.profit(price, price)))
        .map(each -> PricedDescent.fitted(each, price, stop))
        .orElseGet(() -> new Draft(question));
  }

  /** Keeps the fairer draft of two; of equally fair ones that which serves more. */
  private void keep(Draft draft) {
    if (draft.violation() > 0) {
      return;
    }
    double fairer = value(draft) - value(best);
    best = fairer > 0 || (fairer == 0 && draft.value() > best.value()) ? draft : best;
  }

  /** Keeps what a draft of weights is by itself, or levelled. */
  private void keepEither(Draft weighted) {
    Draft draft = weighted.in(question);
    keep(levelled(draft));
    keep(filled(draft));
  }

  private Draft filled(Draft draft) {
    BudgetFit.reroute(draft);
    return new GreedyConstruction(question).fill(draft, () -> false);
  }

  /**
   * A draft in which districts with more than need be lend to those with less; as it is where that
   * lifts the least served no higher than in drafts before.
   */
  private Draft levelled(Draft draft) {
    double low = Arrays.stream(shares(draft)).min().orElse(1);
    Draft found = draft.copy();
    if (low < level) {
      Optional<Draft> higher = lifted(draft, level + HIGHER_RATIO);
      if (higher.isEmpty()) {
        return filled(found);
      }
      found = higher.get();
      low = level + HIGHER_RATIO;
    }
    double high = bound;
    for (int k = 0; k < BISECTIONS && !stop.getAsBoolean(); k++) {
      double middle = (low + high) / 2;
      Optional<Draft> tried = lifted(draft, middle);
      found = tried.orElse(found);
      low = tried.isPresent() ? middle : low;
      high = tried.isPresent() ? high : middle;
    }
    level = Math.max(level, low);
    return filled(found);
  }

  /** With no district below a share, and none far above it; empty where money does not reach. */
  private Optional<Draft> lifted(Draft draft, double shareRatio) {
    Districts.Quota quota = districts.quota(shareRatio);
    Draft tried = draft.copy();
    BudgetFit.cutTo(tried, quota);
    tried = new GreedyConstruction(question).fillTo(tried, quota, stop);
    return quota.isMetEverywhere() && tried.violation() == 0
        ? Optional.of(tried)
        : Optional.empty();
  }

  private double[] shares(Draft draft) {
    return districts.shares(i -> question.options().valueOf(draft.choice(i)));
  }

  private double value(Draft draft) {
    return welfare.of(shares(draft), districts.peopleRatio());
  }
}
