package org.kiungo.geodata.store;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2GisStoreTest extends DatasetStoreContract {

  @TempDir Path folder;
  private JdbcConnectionPool pool;

  @Override
  DataSource database() {
    pool = JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("store"), "sa", "");
    return pool;
  }

  @AfterEach
  void close() {
    pool.dispose();
  }
}
