CREATE INDEX intake_state ON intake (state, number);
