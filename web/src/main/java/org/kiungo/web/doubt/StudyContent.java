package org.kiungo.web.doubt;

import org.kiungo.web.plan.verdict.PlanVerdict;

/**
 * What pages tell of a study, as its folder has it; nothing where that is not as it was kept.
 *
 * @param <C> the content of its kind
 */
public interface StudyContent<C> {

  /** Of the study. */
  String id();

  /** What may be said of the folder. */
  PlanVerdict verdict();

  /** The same with another verdict. */
  C withVerdict(PlanVerdict verdict);

  /** The same where this, too, is said of the plan. */
  default C of(PlanVerdict plan) {
    return withVerdict(plan.isRefused() ? plan : verdict().with(plan.open()));
  }
}
