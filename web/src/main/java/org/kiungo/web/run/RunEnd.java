package org.kiungo.web.run;

import org.kiungo.web.job.JobState;

/**
 * How a run ended.
 *
 * @param planId the plan it made, null when none
 * @param state FINISHED, STOPPED or FAILED
 */
record RunEnd(String planId, JobState state) {}
