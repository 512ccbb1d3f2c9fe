-- what was asked for with a key, as a hash: asked again under it, only the same has the same answer
ALTER TABLE job ADD COLUMN question_sha256 VARCHAR(64);
