package org.kiungo.web.share;

/**
 * A link to the brief of one plan.
 *
 * @param id opaque; says nothing about the link itself
 * @param planId the plan, for ever the same
 * @param label for whom, as typed
 * @param state whether it opens
 * @param madeAt ISO 8601, UTC
 * @param expiresAt ISO 8601, UTC; null = never
 * @param href the link's path; null except in the answer that makes it, since it is not kept
 */
record Share(
    String id,
    String planId,
    String label,
    State state,
    String madeAt,
    String expiresAt,
    String href) {

  /** Whether a link opens. */
  enum State {
    OPEN,
    EXPIRED,
    REVOKED
  }
}
