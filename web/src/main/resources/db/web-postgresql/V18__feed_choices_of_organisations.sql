-- as V7: rows of the organisation that the session names, or of all where it names '*'
ALTER TABLE feed_choice ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON feed_choice
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
