-- who asked for a job; empty where nobody is known
ALTER TABLE job ADD COLUMN asked_by VARCHAR(100) DEFAULT '' NOT NULL;
