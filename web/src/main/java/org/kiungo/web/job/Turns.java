package org.kiungo.web.job;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kiungo.web.access.Member;
import org.kiungo.web.portion.Portions;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose turn it is in a lane. Nobody may have more than a share of its waiting places, and each job
 * gets its place in a line in which organisations take turns, and within each its users: start-time
 * fair queueing, in which a user's next job starts behind their last one by as many steps as users
 * of the organisation wait.
 *
 * @see <a href="https://doi.org/10.1145/248157.248171">Goyal, Vin, Cheng, Start-time Fair Queuing,
 *     SIGCOMM 1996</a>
 */
final class Turns {

  /** So far back the line of an empty lane begins: places before now are ready at once. */
  private static final long BEGINS_MS = 12 * 3_600_000L;

  /**
   * So far back one begins at most: whatever was put at its end for a fault has its turn within a
   * day, however many come meanwhile.
   */
  private static final long HEAD_MS = 2 * BEGINS_MS;

  private static final long LEAST_SECONDS = 10;
  private static final long MOST_SECONDS = 900;

  private final JdbcClient database;
  private final Clock clock;

  Turns(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What a user has waiting in a lane. */
  private record Waiting(String organisation, String by, long first, long last, int jobs) {}

  /**
   * The place of who asks in a lane's line, the lower the earlier.
   *
   * @throws ApiRefusal 429 where their share is used up, 503 where all places are
   */
  long next(JobWork work) {
    String lane = work.lane();
    List<Waiting> waiting = Organisation.as(Organisation.EVERY, () -> waiting(lane));
    String organisation = Organisation.current();
    String by = Asked.byNow();
    List<Waiting> ofOrganisation =
        waiting.stream().filter(each -> each.organisation().equals(organisation)).toList();
    Optional<Waiting> own =
        ofOrganisation.stream().filter(each -> each.by().equals(by)).findFirst();
    int most = work.mostWaiting();
    if (Member.current().isPresent()) {
      require(own.map(Waiting::jobs).orElse(0), Portions.ofUser(most), "queue.user", lane);
      require(count(ofOrganisation), Portions.ofOrganisation(most), "queue.organisation", lane);
    }
    if (count(waiting) >= most) {
      throw new ApiRefusal(HttpStatus.SERVICE_UNAVAILABLE, "run.queue-full", String.valueOf(most))
          .after(againSeconds(lane));
    }
    if (waiting.isEmpty()) {
      return clock.millis() - BEGINS_MS;
    }
    long head = clock.millis() - HEAD_MS;
    long now = Math.max(head, waiting.stream().mapToLong(Waiting::first).min().getAsLong());
    int users = ofOrganisation.size() + (own.isPresent() ? 0 : 1);
    return Math.max(now, own.map(Waiting::last).orElse(now)) + users;
  }

  private void require(int jobs, int most, String code, String lane) {
    if (jobs >= most) {
      long seconds = againSeconds(lane);
      throw new ApiRefusal(HttpStatus.TOO_MANY_REQUESTS, code, most, seconds).after(seconds);
    }
  }

  private static int count(List<Waiting> waiting) {
    return waiting.stream().mapToInt(Waiting::jobs).sum();
  }

  private List<Waiting> waiting(String lane) {
    return database
        .sql(
            "SELECT organisation_id, asked_by, MIN(turn), MAX(turn), COUNT(*) FROM job"
                + " WHERE lane = ? AND state = 'QUEUED' GROUP BY organisation_id, asked_by")
        .param(lane)
        .query(
            (row, number) ->
                new Waiting(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getInt(5)))
        .list();
  }

  /** About how long until one more has ended, as the last ones did. */
  private long againSeconds(String lane) {
    List<Long> ends =
        Organisation.as(
            Organisation.EVERY,
            () ->
                database
                    .sql(
                        "SELECT ended_ms FROM job WHERE lane = ? AND ended_ms IS NOT NULL"
                            + " ORDER BY ended_ms DESC FETCH FIRST 10 ROWS ONLY")
                    .param(lane)
                    .query(Long.class)
                    .list());
    long apart =
        ends.size() < 2
            ? LEAST_SECONDS
            : (ends.get(0) - ends.get(ends.size() - 1)) / 1000 / (ends.size() - 1);
    return Math.max(LEAST_SECONDS, Math.min(MOST_SECONDS, apart));
  }
}
