package org.kiungo.web.partner;

import org.kiungo.web.job.JobFailure;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobState;
import org.kiungo.web.language.Words;

/**
 * A question who pays for a plan, and how it stands.
 *
 * @param id opaque
 * @param planId of the plan
 * @param state where it stands
 * @param before how many come before it
 * @param error why it failed; null unless it did
 */
record FundingRequest(String id, String planId, JobState state, int before, JobFailure error) {

  static FundingRequest of(JobRow row, int before, Words words) {
    return new FundingRequest(
        row.id(), row.subject(), row.state(), before, JobFailure.of(row, words));
  }
}
