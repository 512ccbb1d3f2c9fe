package org.kiungo.web.run;

import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.job.JobFailure;
import org.kiungo.web.job.JobState;

/**
 * A run.
 *
 * @param id opaque
 * @param state where it stands
 * @param phase of the computation, empty before it began
 * @param doneRatio 0–1
 * @param value best objective value so far; NaN before the first plan
 * @param bound best proven bound so far; NaN before the first
 * @param gapRatio distance between both; NaN without both
 * @param people whom the best plan so far brings to the standard, each counted once; NaN before the
 *     first
 * @param elapsedSeconds since it began
 * @param drawn number of the latest plan that can be seen while it runs; 0 before the first
 * @param before how many runs come before this one while it waits
 * @param planId the plan it made, null until then
 * @param scenario what it plans
 * @param lever of the scenario without which a second plan is made; null for one plan
 * @param withoutPlanId that plan, null until then
 * @param error why it failed, null otherwise
 */
record Run(
    String id,
    JobState state,
    String phase,
    double doneRatio,
    double value,
    double bound,
    double gapRatio,
    double people,
    double elapsedSeconds,
    int drawn,
    int before,
    String planId,
    Scenario scenario,
    String lever,
    String withoutPlanId,
    JobFailure error) {}
