package org.kiungo.web.job;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The time of the database, the same for every server on it, carried on by the machine's monotonic
 * clock: a wall clock that is set back or forward neither ends a lease early nor keeps it for ever.
 */
final class DatabaseClock implements Clock {

  private static final Duration READ_EVERY = Duration.ofMinutes(10);

  private final JdbcClient database;
  private Instant read = Instant.now();
  private long readNanos = System.nanoTime() - READ_EVERY.toNanos();

  DatabaseClock(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  @Override
  public synchronized Instant now() {
    long since = System.nanoTime() - readNanos;
    if (since >= READ_EVERY.toNanos()) {
      read();
      since = System.nanoTime() - readNanos;
    }
    return read.plusNanos(since);
  }

  private void read() {
    long asked = System.nanoTime();
    try {
      read =
          database
              .sql("SELECT CURRENT_TIMESTAMP")
              .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
              .single();
      readNanos = asked;
    } catch (DataAccessException away) {
      // what was read before goes on
      read = read.plusNanos(asked - readNanos);
      readNanos = asked;
    }
  }
}
