package org.kiungo.web.review;

/**
 * A decision on a plan. It can be taken back by another one and is never changed.
 *
 * @param planId of the plan, which never changes either
 * @param version 1 for the first decision on the plan
 * @param state what the plan is by it
 * @param author who decided, as typed or as they came in
 * @param reason why
 * @param decidedAt ISO 8601, UTC
 */
public record PlanReview(
    String planId, int version, State state, String author, String reason, String decidedAt) {

  /** How far a plan has come. */
  public enum State {
    /** Nobody has decided anything, or somebody took it back. */
    DRAFT,
    /** Somebody has looked through it. */
    REVIEWED,
    /** Whoever may has said that it is what is to be done. */
    APPROVED
  }
}
