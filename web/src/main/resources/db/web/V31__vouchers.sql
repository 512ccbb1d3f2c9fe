-- Whom a provider of OpenID Connect vouches for, by session: until when, and with what it is asked
-- again. The secret that the browser holds is the key to the latter; nobody reads it without.
CREATE TABLE login_voucher (
  session_sha256   VARCHAR(64) PRIMARY KEY,
  account_id       VARCHAR(64) NOT NULL,
  refresh_token    BYTEA,
  confirmed_ms     BIGINT NOT NULL,
  asked_ms         BIGINT NOT NULL
);
CREATE INDEX login_voucher_confirmed ON login_voucher (confirmed_ms);
