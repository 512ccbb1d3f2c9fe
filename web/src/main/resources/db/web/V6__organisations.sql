-- Whose things they are. What was there before there were organisations is the first one's, which is
-- also that of an installation without accounts; plans of 'shared' are everybody's to read.
CREATE TABLE organisation (
  id             VARCHAR(64) PRIMARY KEY,
  name           VARCHAR(200) NOT NULL UNIQUE
);
INSERT INTO organisation VALUES ('default', 'default');

ALTER TABLE plan ADD COLUMN organisation_id VARCHAR(64) DEFAULT 'default' NOT NULL;
ALTER TABLE draft ADD COLUMN organisation_id VARCHAR(64) DEFAULT 'default' NOT NULL;
ALTER TABLE plan_comment ADD COLUMN organisation_id VARCHAR(64) DEFAULT 'default' NOT NULL;
ALTER TABLE share ADD COLUMN organisation_id VARCHAR(64) DEFAULT 'default' NOT NULL;
ALTER TABLE run ADD COLUMN organisation_id VARCHAR(64) DEFAULT 'default' NOT NULL;
ALTER TABLE placement ADD COLUMN organisation_id VARCHAR(64) DEFAULT 'default' NOT NULL;

-- keys that clients send are kept with their organisation before them
ALTER TABLE plan ALTER COLUMN sample_key SET DATA TYPE VARCHAR(300);
ALTER TABLE run ALTER COLUMN idempotency_key SET DATA TYPE VARCHAR(300);
ALTER TABLE placement ALTER COLUMN idempotency_key SET DATA TYPE VARCHAR(300);
