-- as V7: rows of the organisation that the session names, or of all where it names '*'
ALTER TABLE plan_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON plan_review
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
