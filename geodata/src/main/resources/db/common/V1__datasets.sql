-- Datasets are immutable versions; "current" only points at one of them.
create table dataset (
  id varchar(64) primary key,
  layer varchar(40) not null,
  country varchar(3) not null,
  name varchar(400) not null,
  current_version integer not null
);

create table dataset_version (
  dataset_id varchar(64) not null references dataset (id),
  version integer not null,
  source varchar(2000) not null,
  licence varchar(400) not null,
  dated varchar(40) not null,
  uploader varchar(200) not null,
  file_name varchar(400) not null,
  sha256 varchar(64) not null,
  crs varchar(4000) not null,
  transformation varchar(4000) not null,
  features bigint not null,
  committed_at varchar(40) not null,
  primary key (dataset_id, version)
);

-- every commit, undo and restore, for ever
create table dataset_event (
  seq bigint generated always as identity primary key,
  dataset_id varchar(64) not null references dataset (id),
  kind varchar(10) not null,
  version integer not null,
  actor varchar(200) not null,
  happened_at varchar(40) not null
);
