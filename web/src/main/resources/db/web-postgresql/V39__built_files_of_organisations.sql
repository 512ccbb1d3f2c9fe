-- as V7: rows of the organisation that the session names, or of all where it names '*'
ALTER TABLE built_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON built_file
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
