package org.kiungo.web.plan.file;

import org.kiungo.web.job.JobFailure;
import org.kiungo.web.job.JobState;

/**
 * An export that is made in its turn.
 *
 * @param id opaque
 * @param planId of the plan
 * @param format as {@link PlanExports#formats} names it
 * @param state where it stands
 * @param before how many come before it; 0 unless it waits
 * @param file address of the file; null until it is there, and once it is deleted
 * @param error why it failed; null unless it did
 */
record Export(
    String id,
    String planId,
    String format,
    JobState state,
    int before,
    String file,
    JobFailure error) {}
