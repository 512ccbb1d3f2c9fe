-- Who is signed in, as Spring Session keeps it; session_id is the SHA-256 of what the browser holds.
CREATE TABLE login_session (
  primary_id             VARCHAR(36) PRIMARY KEY,
  session_id             VARCHAR(64) NOT NULL UNIQUE,
  creation_time          BIGINT NOT NULL,
  last_access_time       BIGINT NOT NULL,
  max_inactive_interval  INT NOT NULL,
  expiry_time            BIGINT NOT NULL,
  principal_name         VARCHAR(100)
);
CREATE INDEX login_session_expiry ON login_session (expiry_time);
CREATE INDEX login_session_principal ON login_session (principal_name);

CREATE TABLE login_session_attributes (
  session_primary_id     VARCHAR(36) NOT NULL REFERENCES login_session (primary_id) ON DELETE CASCADE,
  attribute_name         VARCHAR(200) NOT NULL,
  attribute_bytes        BYTEA NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);

-- wrong passwords of the last quarter of an hour, by name and by address, neither of them readable
CREATE TABLE login_failure (
  key_sha256             VARCHAR(64) PRIMARY KEY,
  failures               INT NOT NULL,
  last_ms                BIGINT NOT NULL
);
CREATE INDEX login_failure_last ON login_failure (last_ms);
