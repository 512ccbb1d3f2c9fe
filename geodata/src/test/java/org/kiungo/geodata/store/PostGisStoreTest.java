package org.kiungo.geodata.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.postgresql.ds.PGSimpleDataSource;

/** Needs a server: KIUNGO_POSTGIS_URL is its JDBC address, user and password included. */
class PostGisStoreTest extends DatasetStoreContract {

  private final List<String> schemas = new ArrayList<>();

  /** Empty, however often the server was used: each test has a schema of its own. */
  @Override
  DataSource database() {
    PGSimpleDataSource own = server();
    String schema = "store_" + UUID.randomUUID().toString().replace("-", "");
    run("CREATE SCHEMA " + schema);
    schemas.add(schema);
    own.setCurrentSchema(schema + ",public");
    return own;
  }

  @AfterEach
  void clear() {
    schemas.forEach(each -> run("DROP SCHEMA " + each + " CASCADE"));
  }

  private static void run(String sql) {
    try (Connection connection = server().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PGSimpleDataSource server() {
    String url = System.getenv("KIUNGO_POSTGIS_URL");
    assumeTrue(url != null, "skipped: no PostGIS server (set KIUNGO_POSTGIS_URL)");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url);
    return database;
  }
}
