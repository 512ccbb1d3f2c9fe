package org.kiungo.web.account;

import java.time.Clock;
import java.util.List;
import org.kiungo.web.store.Organisation;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever tries passwords: after some failures for one name, or from one address, each
 * further one doubles the wait, at whatever server and after whatever restart. Sessions go on
 * meanwhile, so nobody can be locked out of their work.
 */
@Component
@WithAccounts
class LoginThrottle {

  static final int FREE_BY_NAME = 5;
  static final int FREE_BY_ADDRESS = 20;
  private static final long LONGEST_WAIT_MS = 300_000;
  private static final long FORGOTTEN_MS = 900_000;

  private record Failures(int count, long lastMs) {}

  private final JdbcClient database;
  private final Clock clock;

  LoginThrottle(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Seconds to wait before the next try; 0 for none. */
  long waitSeconds(String name, String address) {
    return Organisation.as(
        Organisation.EVERY,
        () -> {
          long wait =
              Math.max(wait(ofName(name), FREE_BY_NAME), wait(ofAddress(address), FREE_BY_ADDRESS));
          return (wait + 999) / 1000;
        });
  }

  /** Of a name nothing is kept that can be read: it may be a password in the wrong field. */
  private static String ofName(String name) {
    return Secrets.sha256("name " + name);
  }

  private static String ofAddress(String address) {
    return Secrets.sha256("address " + address);
  }

  private long wait(String key, int free) {
    return database
        .sql("SELECT failures, last_ms FROM login_failure WHERE key_sha256 = ?")
        .param(key)
        .query((row, number) -> new Failures(row.getInt(1), row.getLong(2)))
        .optional()
        .filter(known -> known.count() >= free)
        .map(
            known -> {
              long wait = Math.min(LONGEST_WAIT_MS, 1000L << Math.min(20, known.count() - free));
              return Math.max(0, known.lastMs() + wait - clock.millis());
            })
        .orElse(0L);
  }

  void failed(String name, String address) {
    Organisation.as(
        Organisation.EVERY,
        () -> {
          long now = clock.millis();
          forget(now - FORGOTTEN_MS);
          List.of(ofName(name), ofAddress(address)).forEach(key -> fail(key, now));
        });
  }

  private void forget(long beforeMs) {
    database.sql("DELETE FROM login_failure WHERE last_ms < ?").param(beforeMs).update();
  }

  private void fail(String key, long now) {
    if (again(key, now)) {
      return;
    }
    try {
      database.sql("INSERT INTO login_failure VALUES (?, 1, ?)").params(key, now).update();
    } catch (DuplicateKeyException meanwhile) {
      again(key, now);
    }
  }

  private boolean again(String key, long now) {
    return database
            .sql(
                "UPDATE login_failure SET failures = failures + 1, last_ms = ? WHERE key_sha256 = ?")
            .params(now, key)
            .update()
        > 0;
  }

  void succeeded(String name) {
    Organisation.as(
        Organisation.EVERY,
        () -> {
          forget(clock.millis() - FORGOTTEN_MS);
          database
              .sql("DELETE FROM login_failure WHERE key_sha256 = ?")
              .param(ofName(name))
              .update();
        });
  }
}
