package org.kiungo.web.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;

/**
 * Asks the provider again, every few minutes of a session, whether it still vouches for its user
 * and in which role. Whoever it vouches for no longer is signed out; where it cannot be asked,
 * sessions end an hour after it was.
 */
@Component
@WithAccounts
class Vouchers {

  private static final Logger LOG = LoggerFactory.getLogger(Vouchers.class);

  /** So old a word is asked for again. */
  static final Duration ASKED_EVERY = Duration.ofMinutes(5);

  /** And no older one is believed. */
  static final Duration BELIEVED = Duration.ofHours(1);

  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient database;
  private final Clock clock;

  Vouchers(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Asks a provider. */
  @FunctionalInterface
  interface Provider {
    /**
     * @param refreshToken of the last answer
     * @return what it says now
     * @throws OAuth2AuthenticationException where it vouches no longer
     * @throws OAuth2AuthorizationException likewise, or where something is wrong with it
     */
    Answer ask(String refreshToken);
  }

  /**
   * What a provider says.
   *
   * @param accountId for whom it vouches
   * @param refreshToken with which it is asked the next time; null for none
   */
  record Answer(String accountId, String refreshToken) {}

  private record Row(String accountId, byte[] refreshToken, long confirmedMs, long askedMs) {}

  /** Keeps what the provider said when somebody signed in. */
  void keep(String session, Answer said) {
    long now = clock.millis();
    database
        .sql("DELETE FROM login_voucher WHERE confirmed_ms < ?")
        .param(now - KEPT.toMillis())
        .update();
    database
        .sql("INSERT INTO login_voucher VALUES (?, ?, ?, ?, ?)")
        .params(
            Secrets.sha256(session),
            said.accountId(),
            sealed(session, said.refreshToken()),
            now,
            now)
        .update();
  }

  /** Whether a session's user is still vouched for, as far as that can be known. */
  boolean isStill(String session, String accountId, Provider provider) {
    Optional<Row> kept = find(session).filter(row -> row.accountId().equals(accountId));
    if (kept.isEmpty()) {
      return false;
    }
    Row row = kept.get();
    long now = clock.millis();
    boolean due = now - row.askedMs() >= ASKED_EVERY.toMillis();
    if (!due || row.refreshToken() == null || !isMine(session, row, now)) {
      return now - row.confirmedMs() < BELIEVED.toMillis();
    }
    try {
      Answer said = provider.ask(opened(session, row.refreshToken()));
      confirm(session, said, now);
      return said.accountId().equals(accountId);
    } catch (OAuth2AuthenticationException refused) {
      return isStill(session, row, now, refused.getError(), OpenIdUsers.NOT_HERE);
    } catch (OAuth2AuthorizationException refused) {
      return isStill(session, row, now, refused.getError(), "invalid_grant");
    }
  }

  /** Tells a provider that says no from one that cannot be asked. */
  private boolean isStill(String session, Row row, long now, OAuth2Error error, String no) {
    if (!error.getErrorCode().equals(no)) {
      LOG.warn("the provider of OpenID Connect cannot be asked: {}", error);
      return now - row.confirmedMs() < BELIEVED.toMillis();
    }
    LOG.info("the provider of OpenID Connect vouches no longer: {}", error);
    database
        .sql("DELETE FROM login_voucher WHERE session_sha256 = ?")
        .param(Secrets.sha256(session))
        .update();
    return false;
  }

  /** Of requests that find it due at once, at whatever server, one asks. */
  private boolean isMine(String session, Row row, long now) {
    return database
            .sql("UPDATE login_voucher SET asked_ms = ? WHERE session_sha256 = ? AND asked_ms = ?")
            .params(now, Secrets.sha256(session), row.askedMs())
            .update()
        > 0;
  }

  private void confirm(String session, Answer said, long now) {
    database
        .sql(
            "UPDATE login_voucher SET confirmed_ms = ?, refresh_token = ? WHERE session_sha256 = ?")
        .params(now, sealed(session, said.refreshToken()), Secrets.sha256(session))
        .update();
  }

  private Optional<Row> find(String session) {
    return database
        .sql(
            "SELECT account_id, refresh_token, confirmed_ms, asked_ms FROM login_voucher"
                + " WHERE session_sha256 = ?")
        .param(Secrets.sha256(session))
        .query(
            (row, number) ->
                new Row(row.getString(1), row.getBytes(2), row.getLong(3), row.getLong(4)))
        .optional();
  }

  private static byte[] sealed(String session, String refreshToken) {
    return refreshToken == null
        ? null
        : cipher(session).encrypt(refreshToken.getBytes(StandardCharsets.UTF_8));
  }

  private static String opened(String session, byte[] sealed) {
    return new String(cipher(session).decrypt(sealed), StandardCharsets.UTF_8);
  }

  /** The session's id has 192 random bits and is kept nowhere but in the browser. */
  private static AesBytesEncryptor cipher(String session) {
    try {
      byte[] key =
          MessageDigest.getInstance("SHA-256")
              .digest(("voucher " + session).getBytes(StandardCharsets.UTF_8));
      return new AesBytesEncryptor(
          new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(16), CipherAlgorithm.GCM);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
