package org.kiungo.web.sample;

import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.scenario.Scenario;

/**
 * A candidate plan whose gap is still too wide, and the round that comes next: each does twice the
 * work of the one before, from the best plan so far.
 *
 * @param best plan and bound of all rounds
 * @param rounds done so far, the first one included
 */
record Deepening(PlanFolder best, int rounds) {

  /** No candidate is deepened further. */
  static final double WANTED_GAP_RATIO = 0.03;

  /** Rounds at most, the first one included. */
  static final int MOST_ROUNDS = 3;

  /** Another round of the same question; the first one where it is fed otherwise by now. */
  Deepening with(PlanFolder found) {
    if (!found.scenario().feeds().equals(best.scenario().feeds())) {
      return new Deepening(found, 1);
    }
    return new Deepening(better(best, found), rounds + 1);
  }

  /** True when the candidate is kept as it is. */
  boolean isDone() {
    return !(best.certificate().gapRatio() > WANTED_GAP_RATIO) || rounds >= MOST_ROUNDS;
  }

  /** What the next round is asked. */
  Scenario next(Scenario first) {
    return first.withSteps(Scenario.STEPS << rounds - 1);
  }

  /** The better plan with the better bound: what bounds a question bounds it in every round. */
  static PlanFolder better(PlanFolder before, PlanFolder after) {
    Certificate one = before.certificate();
    Certificate other = after.certificate();
    PlanFolder plan = other.value() >= one.value() ? after : before;
    boolean isAfter = !(one.bound() < other.bound());
    PlanFolder bound = isAfter ? after : before;
    return new PlanFolder(
        plan.problem(),
        plan.scenario(),
        plan.plan(),
        bound.certificate().withValue(plan.certificate().value()),
        bound.proof(),
        plan.blockedHops());
  }
}
