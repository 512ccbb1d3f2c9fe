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
 * @param parts what it opens beside the brief
 * @param href the link's path; null except in the answer that makes it, since it is not kept
 */
public record Share(
    String id,
    String planId,
    String label,
    State state,
    String madeAt,
    String expiresAt,
    Parts parts,
    String href) {

  /**
   * What it opens beside the brief, as files.
   *
   * @param evidence decisions, money, scenario, certificate and proof
   * @param inputs facts, cost book and market terms, without which nobody can verify the plan
   * @param comments remarks with their authors
   */
  public record Parts(boolean evidence, boolean inputs, boolean comments) {

    /** What a link opens unless more or less is asked for. */
    static final Parts USUAL = new Parts(true, false, false);

    public boolean isAny() {
      return evidence || inputs || comments;
    }
  }

  /** Whether a link opens. */
  enum State {
    OPEN,
    EXPIRED,
    REVOKED
  }
}
