create table dataset_feature (
  dataset_id varchar(64) not null,
  version integer not null,
  seq bigint not null,
  feature_id varchar(400) not null,
  geom geometry,
  attributes clob not null,
  content_hash varchar(32) not null,
  primary key (dataset_id, version, feature_id)
);
create spatial index dataset_feature_geom on dataset_feature (geom);
create index dataset_feature_seq on dataset_feature (dataset_id, version, seq);
