package org.kiungo.web.account;

import org.kiungo.web.access.Role;

/**
 * What a program comes in with, in place of a user.
 *
 * @param id opaque; says nothing about the token itself
 * @param accountId whose it is
 * @param label what for
 * @param role it acts in, at most the user's own
 * @param expiresMs milliseconds since 1970; null = never
 * @param revokedMs milliseconds since 1970; null = not taken back
 */
public record ApiToken(
    String id, String accountId, String label, Role role, Long expiresMs, Long revokedMs) {

  boolean isOpen(long nowMs) {
    return revokedMs == null && (expiresMs == null || expiresMs > nowMs);
  }
}
