package org.kiungo.planner.deploy.branch;

import java.util.Optional;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.prices.PriceSearch;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.model.BoundProof;

/**
 * The bound of guided ascents in place of one that branching did not narrow as far.
 *
 * @param bound no plan is worth more
 * @param best plan known
 */
public record GuidedBound(double bound, double valuePerCent, Draft best, BoundProof proof)
    implements Branched {

  @Override
  public String method() {
    return PriceSearch.METHOD;
  }

  /**
   * The lower of two bounds.
   *
   * @param guided empty = the other
   */
  public static Branched lower(
      Question question, Branched branched, Optional<PriceSearch.Guided> guided) {
    return guided
        .<Branched>map(
            each ->
                new GuidedBound(
                    each.value() + each.valuePerCent() * question.slackCents(),
                    each.valuePerCent(),
                    branched.best(),
                    each.proof()))
        .filter(each -> each.bound() < branched.bound())
        .orElse(branched);
  }
}
