package org.kiungo.web.run;

import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Certificate;
import org.kiungo.web.worker.Told;

/**
 * How far a run has come.
 *
 * @param phase of the computation
 * @param doneRatio 0–1
 * @param value best objective value so far; NaN before the first plan
 * @param bound best proven bound so far; NaN before the first
 * @param gapRatio distance between both; NaN without both
 * @param people whom the best plan so far brings to the standard, each counted once; NaN before the
 *     first
 * @param elapsedSeconds since it began
 * @param drawn number of the latest plan that can be seen while the run goes on; 0 before the first
 */
record RunProgress(
    String phase,
    double doneRatio,
    double value,
    double bound,
    double gapRatio,
    double people,
    double elapsedSeconds,
    int drawn) {

  static final RunProgress NONE = of(new Told("", 0, Double.NaN, Double.NaN, Double.NaN), 0, 0);

  static RunProgress of(Told told, double elapsedSeconds, int drawn) {
    return new RunProgress(
        told.phase(),
        told.doneRatio(),
        told.value(),
        told.bound(),
        told.gapRatio(),
        told.people(),
        elapsedSeconds,
        drawn);
  }

  RunProgress withDrawn(int changed) {
    return new RunProgress(
        phase, doneRatio, value, bound, gapRatio, people, elapsedSeconds, changed);
  }

  /** The same with the numbers of the plan that is kept. */
  RunProgress of(PlanFolder plan) {
    Certificate proven = plan.certificate();
    double people = plan.plan().totals().peopleServed();
    return of(
        new Told(phase, doneRatio, proven.value(), proven.bound(), proven.gapRatio(), people),
        elapsedSeconds,
        drawn);
  }
}
