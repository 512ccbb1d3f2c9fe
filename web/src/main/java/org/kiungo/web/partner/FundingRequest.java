package org.kiungo.web.partner;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kiungo.web.job.JobFailure;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobState;
import org.kiungo.web.language.Words;

/**
 * A question who pays for a plan, and how it stands.
 *
 * @param id opaque
 * @param planId of the plan
 * @param without who is asked to leave, and which conditions to fall, as they were asked
 * @param state where it stands
 * @param before how many come before it
 * @param error why it failed; null unless it did
 */
record FundingRequest(
    String id, String planId, List<String> without, JobState state, int before, JobFailure error) {

  static FundingRequest of(JobRow row, int before, Words words) {
    return new FundingRequest(
        row.id(), row.subject(), without(row), row.state(), before, JobFailure.of(row, words));
  }

  /** Who is asked to leave, and which conditions to fall. */
  static List<String> without(JobRow row) {
    return FundingBody.read(row.body().getBytes(StandardCharsets.UTF_8), id -> null).without();
  }
}
