package org.kiungo.web.job;

import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.worker.Refusal;
import org.springframework.http.HttpStatus;

/**
 * A job as the database keeps it.
 *
 * @param id opaque
 * @param organisationId whose it is
 * @param kind which {@link JobWork} does it
 * @param state where it stands
 * @param subject what it is about, in the notation of its kind
 * @param body what is asked for, likewise
 * @param questionSha256 of what was asked for; null where it was not written down
 * @param asked who asked for it, and when
 * @param turn its place in the line of its lane, the lower the earlier
 * @param attempts how often it was begun without an orderly end
 * @param progress how far it has come, likewise; null before it began
 * @param result what came of it, likewise; null until it is over, or where that is kept elsewhere
 * @param error a {@link Refusal}; null unless failed
 */
public record JobRow(
    String id,
    String organisationId,
    String kind,
    JobState state,
    String subject,
    String body,
    String questionSha256,
    Asked asked,
    long turn,
    int attempts,
    String progress,
    String result,
    String error) {

  /**
   * A job that brings servers down is not tried for ever. Most that were under way when one was
   * killed are innocent, as what is heavy has a Java of its own: of 1,000 beside which a server was
   * killed every ten, nine were interrupted twice.
   */
  public static final int ATTEMPTS = 5;

  /** Refuses as a job did that failed. */
  public void requireNoFailure() {
    if (error == null) {
      return;
    }
    InputRefused refused = Refusal.of(error).thrown();
    if (refused.code().equals("internal")) {
      Object fault = refused.arguments().get("fault");
      throw new ApiRefusal(HttpStatus.INTERNAL_SERVER_ERROR, refused.code(), fault);
    }
    throw refused;
  }
}
