-- What feeds the plans of a country, as an organisation chose it, in the words of a scenario.
CREATE TABLE feed_choice (
  organisation_id VARCHAR(64) NOT NULL,
  country         VARCHAR(3) NOT NULL,
  feeds           TEXT NOT NULL,
  PRIMARY KEY (organisation_id, country)
);
