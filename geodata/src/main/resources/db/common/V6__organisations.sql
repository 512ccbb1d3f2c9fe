-- whose datasets and imports they are; those from before there were organisations are the first one's
alter table dataset add column organisation_id varchar(64) default 'default' not null;
alter table dataset_import add column organisation_id varchar(64) default 'default' not null;
drop index dataset_import_key;
create unique index dataset_import_key on dataset_import (organisation_id, request_key);
