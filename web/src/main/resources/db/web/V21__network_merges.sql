-- Per country: which drawings of its fibre are merged, at which tolerance, and what was decided of them, as JSON.
CREATE TABLE network_merge (
  country         VARCHAR(3) NOT NULL,
  organisation_id VARCHAR(64) NOT NULL,
  choice          TEXT NOT NULL,
  version         INT NOT NULL,
  PRIMARY KEY (country, organisation_id)
);

-- The tolerance with which a source's drawings were last merged and stored.
CREATE TABLE source_tolerance (
  source          VARCHAR(400) NOT NULL,
  organisation_id VARCHAR(64) NOT NULL,
  tolerance_km    DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (source, organisation_id)
);
