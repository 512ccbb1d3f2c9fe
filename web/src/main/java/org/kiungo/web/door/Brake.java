package org.kiungo.web.door;

import java.time.Clock;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.store.Sha256;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever tries secrets: after some failures for one name, or from one address, each
 * further one doubles the wait, at whatever server and after whatever restart. A try is counted
 * before its password is looked at, in one statement, so that however many come at once no more are
 * looked at than one after another. Sessions go on meanwhile, so nobody can be locked out of their
 * work.
 */
@Component
public class Brake {

  public static final int FREE_BY_NAME = 5;
  public static final int FREE_BY_ADDRESS = 20;

  /** Of secrets that are too long to be guessed; whoever tries so many does harm by the trying. */
  public static final int FREE_SECRETS = 100;

  private static final long LONGEST_WAIT_MS = 300_000;
  private static final long FORGOTTEN_MS = 900_000;

  private final JdbcClient database;
  private final Clock clock;

  public Brake(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Counts a try of somebody's password as a failure; {@link #succeeded} takes it back.
   *
   * @param name of whom; nothing readable is kept of it, as it may be a password in the wrong field
   * @throws TooManyTries where it is not to be looked at; it is not counted then
   */
  public void begin(String name, String address) {
    Organisation.as(
        Organisation.EVERY,
        () -> {
          long now = clock.millis();
          forget(now - FORGOTTEN_MS);
          count(ofAddress(address), FREE_BY_ADDRESS, now);
          try {
            count(ofName(name), FREE_BY_NAME, now);
          } catch (TooManyTries one) {
            // whoever is made to wait does not make others of the same address wait
            takeBack(ofAddress(address));
            throw one;
          }
        });
  }

  /** The password was right. */
  public void succeeded(String name, String address) {
    Organisation.as(
        Organisation.EVERY,
        () -> {
          takeBack(ofAddress(address));
          database
              .sql("DELETE FROM login_failure WHERE key_sha256 = ?")
              .param(ofName(name))
              .update();
        });
  }

  /**
   * Counts a link or a token that opened nothing.
   *
   * @throws TooManyTries where there were too many
   */
  public void openedNothing(String address) {
    Organisation.as(
        Organisation.EVERY,
        () -> {
          long now = clock.millis();
          forget(now - FORGOTTEN_MS);
          count(Sha256.of("secret " + address), FREE_SECRETS, now);
        });
  }

  private static String ofName(String name) {
    return Sha256.of("name " + name);
  }

  private static String ofAddress(String address) {
    return Sha256.of("address " + address);
  }

  private void count(String key, int free, long now) {
    if (again(key, free, now)) {
      return;
    }
    try {
      database.sql("INSERT INTO login_failure VALUES (?, 1, ?)").params(key, now).update();
    } catch (DuplicateKeyException known) {
      // there before, or since a moment
      if (!again(key, free, now)) {
        throw new TooManyTries(Math.max(1, (waitMs(key, free, now) + 999) / 1000));
      }
    }
  }

  /** One more, where the wait of the last one is over. */
  private boolean again(String key, int free, long now) {
    return database
            .sql(
                "UPDATE login_failure SET failures = failures + 1, last_ms = ?"
                    + " WHERE key_sha256 = ? AND (failures < ? OR last_ms <= ? - LEAST("
                    + LONGEST_WAIT_MS
                    + ", 1000 * POWER(2, LEAST(20, failures - ?))))")
            .params(now, key, free, now, free)
            .update()
        > 0;
  }

  private long waitMs(String key, int free, long now) {
    return database
        .sql("SELECT failures, last_ms FROM login_failure WHERE key_sha256 = ?")
        .param(key)
        .query(
            (row, number) -> {
              long wait = 1000L << Math.max(0, Math.min(20, row.getInt(1) - free));
              return row.getLong(2) + Math.min(LONGEST_WAIT_MS, wait) - now;
            })
        .optional()
        .orElse(0L);
  }

  private void takeBack(String key) {
    database
        .sql(
            "UPDATE login_failure SET failures = failures - 1 WHERE key_sha256 = ? AND failures >"
                + " 0")
        .param(key)
        .update();
  }

  private void forget(long beforeMs) {
    database.sql("DELETE FROM login_failure WHERE last_ms < ?").param(beforeMs).update();
  }
}
