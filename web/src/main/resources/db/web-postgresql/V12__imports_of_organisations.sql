CREATE INDEX intake_state ON intake (state, number);
ALTER TABLE intake ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organisation ON intake
  USING (current_setting('kiungo.organisation', true) IN ('*', organisation_id));
