-- the same plan may be made by several organisations
ALTER TABLE plan DROP PRIMARY KEY;
ALTER TABLE plan ADD PRIMARY KEY (organisation_id, id);
