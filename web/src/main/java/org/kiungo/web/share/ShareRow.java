package org.kiungo.web.share;

/**
 * A link as the database keeps it; times are milliseconds since 1970.
 *
 * @param expiresMs null = never
 * @param revokedMs null = not taken back
 * @param parts what it opens beside the brief
 * @param organisationId whose it is
 */
record ShareRow(
    String id,
    String planId,
    String label,
    long madeMs,
    Long expiresMs,
    Long revokedMs,
    Share.Parts parts,
    String organisationId) {

  Share.State state(long nowMs) {
    if (revokedMs != null) {
      return Share.State.REVOKED;
    }
    return expiresMs != null && expiresMs <= nowMs ? Share.State.EXPIRED : Share.State.OPEN;
  }
}
