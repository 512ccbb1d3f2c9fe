-- A second wall beneath the store's own conditions, for roles that do not own the tables: rows of
-- the organisation that the session names, or of all where it names '*'.
alter table dataset enable row level security;
create policy of_organisation on dataset
  using (current_setting('kiungo.organisation', true) in ('*', organisation_id));
alter table dataset_import enable row level security;
create policy of_organisation on dataset_import
  using (current_setting('kiungo.organisation', true) in ('*', organisation_id));
-- what belongs to a dataset is seen by whoever sees the dataset
alter table dataset_version enable row level security;
create policy of_dataset on dataset_version using (dataset_id in (select id from dataset));
alter table dataset_event enable row level security;
create policy of_dataset on dataset_event using (dataset_id in (select id from dataset));
alter table dataset_feature enable row level security;
create policy of_dataset on dataset_feature using (dataset_id in (select id from dataset));
