-- When the rows of an as-built file ceased to count, and by whose word; null while they count.
ALTER TABLE built_file ADD COLUMN back_ms BIGINT;
ALTER TABLE built_file ADD COLUMN back_by VARCHAR(80) DEFAULT '' NOT NULL;
