-- the same plan may be made by several organisations
ALTER TABLE plan DROP CONSTRAINT plan_pkey;
ALTER TABLE plan ADD PRIMARY KEY (organisation_id, id);

-- A second wall beneath the conditions of the repositories, for roles that do not own the tables:
-- rows of the organisation that the session names, or of all where it names '*'.
ALTER TABLE plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON plan
  USING (organisation_id = 'shared'
    OR current_setting('kiungo.organisation', true) IN ('*', organisation_id))
  WITH CHECK (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
ALTER TABLE draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON draft
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
ALTER TABLE plan_comment ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON plan_comment
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
ALTER TABLE share ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON share
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
ALTER TABLE run ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON run
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
ALTER TABLE placement ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON placement
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
