-- What a link opens beside the brief; inputs and comments only where somebody said so.
ALTER TABLE share ADD COLUMN evidence BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE share ADD COLUMN inputs BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE share ADD COLUMN comments BOOLEAN DEFAULT FALSE NOT NULL;
