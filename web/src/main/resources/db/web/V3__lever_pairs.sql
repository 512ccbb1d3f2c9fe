-- A run that also makes the plan without one of its levers.
ALTER TABLE run ADD COLUMN lever VARCHAR(64);
ALTER TABLE run ADD COLUMN without_plan_id VARCHAR(64);
