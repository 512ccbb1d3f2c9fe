package org.kiungo.web.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import org.kiungo.planner.model.InputRefused;

/** Opens the embedded database of a data folder, or PostGIS. */
public final class Databases {

  /** H2 writes up to half a second late by default: a killed process would take commits along. */
  private static final String COMMITTED_IS_WRITTEN = ";WRITE_DELAY=0";

  private Databases() {}

  /**
   * @param folder of the embedded database
   * @param dbUrl JDBC address of PostGIS; empty = the embedded one
   * @throws InputRefused {@code store.closed} when another Kiungo holds it, or it is not there
   */
  public static HikariDataSource open(Path folder, String dbUrl) {
    HikariConfig settings = new HikariConfig();
    boolean embedded = dbUrl == null || dbUrl.isBlank();
    if (embedded) {
      settings.setJdbcUrl(
          "jdbc:h2:file:" + folder.toAbsolutePath().resolve("kiungo") + COMMITTED_IS_WRITTEN);
      settings.setUsername("kiungo");
      settings.setPassword("");
    } else {
      settings.setJdbcUrl(dbUrl);
    }
    settings.setMaximumPoolSize(8);
    try {
      return new HikariDataSource(settings);
    } catch (PoolInitializationException refused) {
      String name = embedded ? folder.toString() : "--db-url";
      throw new InputRefused("store.closed", "database", name);
    }
  }
}
