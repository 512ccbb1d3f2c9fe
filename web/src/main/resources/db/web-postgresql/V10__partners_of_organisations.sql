-- as V7: rows of the organisation that the session names, or of all where it names '*'
ALTER TABLE partner_set ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON partner_set
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
ALTER TABLE funding ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON funding
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
ALTER TABLE project_state ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON project_state
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
