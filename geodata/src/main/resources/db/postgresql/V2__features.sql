create table dataset_feature (
  dataset_id varchar(64) not null,
  version integer not null,
  seq bigint not null,
  feature_id varchar(400) not null,
  geom geometry(Geometry, 4326),
  attributes text not null,
  content_hash varchar(32) not null,
  primary key (dataset_id, version, feature_id)
);
create index dataset_feature_geom on dataset_feature using gist (geom);
create index dataset_feature_seq on dataset_feature (dataset_id, version, seq);
