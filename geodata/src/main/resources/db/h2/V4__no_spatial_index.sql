-- H2 keeps one R-tree over the rows of all versions: it took two thirds of an import's time, and a
-- version's rows are read as a whole
drop index dataset_feature_geom;
