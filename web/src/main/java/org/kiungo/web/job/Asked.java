package org.kiungo.web.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.kiungo.web.access.Member;

/**
 * Who asked for a job, and when.
 *
 * @param by name of the user; empty where nobody is known
 * @param askedMs milliseconds since 1970; 0 where it was not written down
 * @param endedMs likewise; 0 until it has ended
 */
public record Asked(String by, long askedMs, long endedMs) {

  /** As a row has it. */
  static Asked of(ResultSet row) throws SQLException {
    return new Asked(row.getString("asked_by"), row.getLong("asked_ms"), row.getLong("ended_ms"));
  }

  /** The name of who asks now. */
  static String byNow() {
    return Member.nameOr("");
  }
}
