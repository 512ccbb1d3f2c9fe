-- in which order jobs that wait are done: users and organisations take turns, whoever asked first
ALTER TABLE job ADD COLUMN turn BIGINT DEFAULT 0 NOT NULL;
