-- a version's rows are read as a whole, so nothing asks where they lie; ids are compared as bytes,
-- which no language's order slows down
drop index dataset_feature_geom;
alter table dataset_feature alter column feature_id type varchar(400) collate "C";
