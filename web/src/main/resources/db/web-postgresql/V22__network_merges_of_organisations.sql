-- as V7: rows of the organisation that the session names, or of all where it names '*'
ALTER TABLE network_merge ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON network_merge
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
ALTER TABLE source_tolerance ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON source_tolerance
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
