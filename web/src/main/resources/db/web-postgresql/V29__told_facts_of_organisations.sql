-- as V7: rows of the organisation that the session names, or of all where it names '*'
ALTER TABLE told_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON told_fact
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
