package org.kiungo.web.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Something that was done or refused. It names things by their ids and holds neither passwords nor
 * tokens nor what was sent.
 *
 * @param number from 1, without a gap
 * @param happenedAt ISO 8601, UTC
 * @param organisationId on whose behalf
 * @param actor the user's id; empty for nobody known
 * @param action what was asked for
 * @param subject of what
 * @param result {@code done}, or the status of the refusal
 * @param hash SHA-256 of all this and of the hash of the entry before, lower-case hexadecimal
 */
public record AuditEntry(
    long number,
    String happenedAt,
    String organisationId,
    String actor,
    String action,
    String subject,
    String result,
    String hash) {

  /** Comes before the first entry. */
  static final String NOTHING = "0".repeat(64);

  /** This entry with the hash that it has after another. */
  AuditEntry after(String before) {
    return new AuditEntry(
        number, happenedAt, organisationId, actor, action, subject, result, hashAfter(before));
  }

  /** Each part with its length before it, so that no text can pass for two. */
  private String hashAfter(String before) {
    StringBuilder text = new StringBuilder(before);
    for (Object each :
        new Object[] {number, happenedAt, organisationId, actor, action, subject, result}) {
      text.append('\n').append(String.valueOf(each).length()).append(':').append(each);
    }
    try {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String time(long ms) {
    return Instant.ofEpochMilli(ms).toString();
  }
}
