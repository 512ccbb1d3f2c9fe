-- what was said of a plan when it was made, and the hash that seals its files; null for those of before
ALTER TABLE plan ADD COLUMN verification TEXT;
ALTER TABLE plan ADD COLUMN sealed VARCHAR(64);
