-- what was answered to the questions that an import raised, as JSON; null where it raised none
alter table dataset_version add column judgement text;
-- people that a version adds up to; null where its layer counts none, or nobody counted them
alter table dataset_version add column people double precision;
