package org.kiungo.web.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kiungo.planner.model.InputRefused;

/** Opens the embedded database of a data folder, or PostGIS. */
public final class Databases {

  /** H2 writes up to half a second late by default: a killed process would take commits along. */
  private static final String COMMITTED_IS_WRITTEN = ";WRITE_DELAY=0";

  private static final String FILE_NAME = "kiungo";

  private Databases() {}

  /**
   * A file that lost its content, on a full disk for one, would be taken for a new database.
   *
   * @param folder of the embedded database; need not be there yet
   * @throws InputRefused {@code store.empty} for a database file of 0 bytes
   */
  public static void requireWhole(Path folder) {
    Path file = folder.resolve(FILE_NAME + ".mv.db");
    try {
      if (Files.exists(file) && Files.size(file) == 0) {
        throw new InputRefused("store.empty", "file", file.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param folder of the embedded database
   * @param dbUrl JDBC address of PostGIS; empty = the embedded one
   * @throws InputRefused {@code store.closed} when another Kiungo holds it, or it is not there;
   *     {@code store.empty} as {@link #requireWhole}
   */
  public static HikariDataSource open(Path folder, String dbUrl) {
    HikariConfig settings = new HikariConfig();
    boolean embedded = dbUrl == null || dbUrl.isBlank();
    if (embedded) {
      requireWhole(folder);
      settings.setJdbcUrl(
          "jdbc:h2:"
              + ForcedFiles.scheme()
              + folder.toAbsolutePath().resolve(FILE_NAME)
              + COMMITTED_IS_WRITTEN);
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
