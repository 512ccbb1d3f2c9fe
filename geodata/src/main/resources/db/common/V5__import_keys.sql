-- the key that a client sent with an import: sent again, it is the same import
alter table dataset_import add column dataset_id varchar(64);
alter table dataset_import add column request_key varchar(200);
create unique index dataset_import_key on dataset_import (request_key);
