package org.kiungo.planner.deploy.prices;

import java.util.Optional;
import org.kiungo.planner.deploy.question.Question;

/**
 * Bounds a question once more at the price of its least bound and at others near it, each ascent
 * that charges links for load followed by two that the tree grown from it guides, as {@link
 * PricedAscent#guided} has it. Prices go downhill by a stride, then by its root. Doing this at
 * every price of a search would take three times as long; here it takes no longer than the search
 * did.
 */
final class GuidedPrices {

  /** Prices tried at most. */
  private static final int PRICES = 6;

  /** First stride, as a ratio of prices. */
  private static final double STRIDE = 1.03;

  /** Arcs that the ascents of one price may look at; about 20 s of processor time. */
  private static final long MOST_LOOKED = 150_000_000;

  private final Question question;
  private final PricedAscent ascent;
  private final BoundPool pool;
  private long left;
  private PricedAscent.Raised best;

  /**
   * @param mostLooked arcs after which no further price is begun
   */
  GuidedPrices(Question question, PricedAscent ascent, BoundPool pool, long mostLooked) {
    this.question = question;
    this.ascent = ascent;
    this.pool = pool;
    left = mostLooked;
  }

  /** The least bound found; empty where the first price takes too long. */
  Optional<PricedAscent.Raised> search(PricedAscent.Bounded least) {
    if (!isBetterAt(least, least.valuePerCent())) {
      return Optional.empty();
    }
    double at = least.valuePerCent();
    double stride = STRIDE;
    for (int k = 1; k < PRICES; stride = Math.sqrt(stride)) {
      boolean isDown = isBetterAt(least, at / stride);
      k++;
      boolean moved = isDown;
      if (!isDown && k < PRICES) {
        moved = isBetterAt(least, at * stride);
        k++;
      }
      for (double next = best.bounded().valuePerCent(); moved && k < PRICES; k++) {
        next = isDown ? next / stride : next * stride;
        moved = isBetterAt(least, next);
      }
      at = best.bounded().valuePerCent();
    }
    return Optional.of(best);
  }

  private boolean isBetterAt(PricedAscent.Bounded like, double valuePerCent) {
    if (left <= 0) {
      return false;
    }
    MoneyPrices prices = MoneyPrices.common(valuePerCent, question.ceilingCents());
    Optional<PricedAscent.Result> found = ascent.guided(prices, like.charging(), MOST_LOOKED);
    left -= found.map(PricedAscent.Result::looked).orElse(left);
    boolean isBetter =
        found
            .filter(
                each ->
                    best == null
                        || pool.bound(question, each.bounded())
                            < pool.bound(question, best.bounded()))
            .isPresent();
    best = isBetter ? found.get().raised() : best;
    return isBetter;
  }
}
