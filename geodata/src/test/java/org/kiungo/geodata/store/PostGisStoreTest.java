package org.kiungo.geodata.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Needs a server: KIUNGO_POSTGIS_URL is its JDBC address, user and password included. */
class PostGisStoreTest extends DatasetStoreContract {

  @Override
  DataSource database() {
    String url = System.getenv("KIUNGO_POSTGIS_URL");
    assumeTrue(url != null, "skipped: no PostGIS server (set KIUNGO_POSTGIS_URL)");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url);
    return database;
  }
}
