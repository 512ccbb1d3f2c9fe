package org.kiungo.web.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.Migrations;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.model.value.InputRefused;
import org.springframework.dao.DataAccessResourceFailureException;

/** Opens the embedded database of a data folder, or PostGIS. */
public final class Databases {

  /** H2 writes up to half a second late by default: a killed process would take commits along. */
  private static final String COMMITTED_IS_WRITTEN = ";WRITE_DELAY=0";

  /**
   * H2 keeps what changes replaced for 45 s, for disks that write late. {@link ForcedFiles} are
   * written when they say so, and at a hundred changes a second those were 200 MB.
   */
  private static final String REPLACED_IS_KEPT = ";RETENTION_TIME=5000";

  /**
   * H2 would close itself as soon as the process is told to stop, under whoever is still served;
   * the pool closes it after them.
   */
  private static final String POOL_CLOSES = ";DB_CLOSE_ON_EXIT=FALSE";

  private static final String FILE_NAME = "kiungo";
  private static final String FILE_END = ".mv.db";

  /** A new one until it has all its tables. */
  private static final String NEW_NAME = "new";

  private static final String USER = "kiungo";

  /** For a connection, after which a request is answered that the database is away. */
  private static final long LONGEST_WAIT_MS = 1_500;

  /** The embedded database is never away: whoever waits is in a queue that moves. */
  private static final long LONGEST_QUEUE_MS = 10_000;

  private Databases() {}

  /**
   * Whether a database file can be worked with. One that lost its content, on a full disk for one,
   * would be taken for a new database.
   *
   * @param folder of the embedded database; need not be there yet
   * @throws InputRefused {@code store.empty} for a database file of 0 bytes, {@code
   *     store.read-only} for one that cannot be written, {@code store.locked} for one in use
   */
  public static void requireWhole(Path folder) {
    Path file = file(folder);
    try {
      if (!Files.exists(file)) {
        return;
      }
      if (Files.size(file) == 0) {
        throw new InputRefused("store.empty", "file", file.toString());
      }
      // H2 would open it, and every change would fail later
      if (!Files.isWritable(file) || !Files.isWritable(folder)) {
        throw new InputRefused("store.read-only", "file", file.toString());
      }
      requireAlone(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireAlone(Path file) throws IOException {
    try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock alone = open.tryLock()) {
      if (alone != null) {
        return;
      }
    } catch (OverlappingFileLockException held) {
      // by this very process
    }
    throw new InputRefused("store.locked", "file", file.toString());
  }

  /**
   * Makes an embedded database with all its tables, where there is none. It has its name once it is
   * whole and on the disk itself, so that its hundreds of writes need not be one by one.
   *
   * @param folder of the embedded database, which is there
   * @return steps taken for the tables of plans and runs; 0 where there is a database
   * @throws InputRefused {@code store.locked} where another process makes it
   */
  static int create(Path folder) {
    if (exists(folder) || UpgradeCopy.isIn(folder)) {
      return 0;
    }
    Path made = folder.resolve(NEW_NAME + FILE_END);
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:" + folder.toAbsolutePath().resolve(NEW_NAME) + POOL_CLOSES);
    database.setUser(USER);
    int steps;
    try {
      if (Files.exists(made)) {
        requireAlone(made);
        Files.delete(made);
      }
      try (Connection open = database.getConnection();
          Statement end = open.createStatement()) {
        steps = migrations(database).migrate().migrationsExecuted;
        Migrations.takeAll(database);
        end.execute("SHUTDOWN");
      }
      Durable.file(made);
    } catch (SQLException e) {
      throw refusal(e, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Durable.appear(made, file(folder));
    return steps;
  }

  /**
   * @param folder of the embedded database
   * @param dbUrl JDBC address of PostGIS; empty = the embedded one
   * @throws InputRefused {@code store.locked} when another Kiungo holds it, {@code store.damaged}
   *     when it cannot be read, {@code store.read-only} when it cannot be written, {@code
   *     store.unreachable} when PostGIS is not there; {@code store.empty} as {@link #requireWhole}
   */
  public static HikariDataSource open(Path folder, String dbUrl) {
    HikariConfig settings = new HikariConfig();
    boolean embedded = dbUrl == null || dbUrl.isBlank();
    if (embedded) {
      requireWhole(folder);
      UpgradeCopy.putBack(folder, FILE_NAME);
      settings.setJdbcUrl(
          "jdbc:h2:"
              + ForcedFiles.scheme()
              + folder.toAbsolutePath().resolve(FILE_NAME)
              + COMMITTED_IS_WRITTEN
              + REPLACED_IS_KEPT
              + POOL_CLOSES);
      settings.setUsername(USER);
      settings.setPassword("");
    } else {
      settings.setJdbcUrl(dbUrl);
      // seconds; a server that is gone is told so at once, as is one that no longer answers
      settings.addDataSourceProperty("connectTimeout", "2");
      settings.addDataSourceProperty("tcpKeepAlive", "true");
    }
    settings.setMaximumPoolSize(8);
    settings.setConnectionTimeout(embedded ? LONGEST_QUEUE_MS : LONGEST_WAIT_MS);
    settings.setValidationTimeout(LONGEST_WAIT_MS / 2);
    try {
      return new HikariDataSource(settings);
    } catch (PoolInitializationException refused) {
      throw embedded ? refusal(refused, folder) : new InputRefused("store.unreachable");
    }
  }

  /**
   * Brings the tables of an older database up to date, all of them or, if the process ends within,
   * none: the embedded database is then put back when it is opened next.
   *
   * @param folder of the embedded database
   * @return steps taken for the tables of plans and runs
   */
  public static int upgrade(DataSource database, Path folder) {
    Flyway own = migrations(database);
    if (!isEmbedded(database)) {
      int taken = own.migrate().migrationsExecuted;
      // with the extension that its tables need
      DatasetStore.open(database, Clock.systemUTC());
      return taken;
    }
    if (own.info().pending().length == 0 && !Migrations.arePending(database)) {
      return 0;
    }
    UpgradeCopy.make(folder, database);
    int steps = own.migrate().migrationsExecuted;
    Migrations.takeAll(database);
    UpgradeCopy.drop(folder);
    return steps;
  }

  static Flyway migrations(DataSource database) {
    return migrations(database, "latest");
  }

  /**
   * @param target version to bring an older database to
   */
  static Flyway migrations(DataSource database, String target) {
    return Flyway.configure()
        .dataSource(database)
        .locations(
            "classpath:db/web",
            isEmbedded(database) ? "classpath:db/web-h2" : "classpath:db/web-postgresql")
        .table("flyway_web")
        .target(target)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load();
  }

  /**
   * Keeps an older Kiungo from working on what it does not know.
   *
   * @throws InputRefused {@code store.newer} for a database that a newer one has changed
   */
  public static void requireKnown(DataSource database) {
    boolean newer =
        Stream.of(migrations(database).info().all())
            .anyMatch(each -> each.getState() == MigrationState.FUTURE_SUCCESS);
    if (newer || Migrations.areOfNewer(database)) {
      throw new InputRefused("store.newer");
    }
  }

  private static InputRefused refusal(Throwable refused, Path folder) {
    String file = file(folder).toString();
    for (Throwable each = refused; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) {
        return switch (sql.getErrorCode()) {
          case ErrorCode.DATABASE_ALREADY_OPEN_1 -> new InputRefused("store.locked", "file", file);
          default ->
              new InputRefused(
                  "store.damaged", "file", file, "reason", String.valueOf(sql.getErrorCode()));
        };
      }
    }
    return new InputRefused("store.damaged", "file", file, "reason", "");
  }

  /** Whether a folder holds an embedded database. */
  public static boolean exists(Path folder) {
    return Files.exists(file(folder));
  }

  /** Whether a database is the embedded one. */
  public static boolean isEmbedded(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("H2");
    } catch (SQLException away) {
      throw new DataAccessResourceFailureException("the database is away", away);
    }
  }

  private static Path file(Path folder) {
    return folder.resolve(FILE_NAME + FILE_END);
  }
}
