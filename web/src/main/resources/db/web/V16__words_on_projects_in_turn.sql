-- Each word on a project is the next one: of two who say something at once, the second is told.
ALTER TABLE project_state ADD COLUMN version INT;
UPDATE project_state SET version = (
  SELECT COUNT(*) FROM project_state AS earlier
  WHERE earlier.plan_id = project_state.plan_id AND earlier.project_id = project_state.project_id
    AND earlier.number <= project_state.number);
ALTER TABLE project_state ALTER COLUMN version SET NOT NULL;
ALTER TABLE project_state ADD CONSTRAINT project_state_in_turn UNIQUE (plan_id, project_id, version);
