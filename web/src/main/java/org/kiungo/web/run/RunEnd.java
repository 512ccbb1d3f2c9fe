package org.kiungo.web.run;

/**
 * How a run ended.
 *
 * @param planId the plan it made, null when none
 * @param state FINISHED, STOPPED or FAILED
 */
record RunEnd(String planId, RunState state) {}
