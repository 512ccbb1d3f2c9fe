-- how the columns of a layout were mapped last, offered when it comes again
create table column_mapping (
  layout varchar(64) not null,
  layer varchar(40) not null,
  mapping text not null,
  used_at varchar(40) not null,
  primary key (layout, layer)
);

-- every import, stored or not: what was asked and what was found, as JSON
create table dataset_import (
  id varchar(64) primary key,
  body text not null,
  happened_at varchar(40) not null
);
