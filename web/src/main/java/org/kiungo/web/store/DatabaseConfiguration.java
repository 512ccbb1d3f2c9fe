package org.kiungo.web.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The database: the embedded H2 in the data folder, or PostGIS at {@code --db-url}. Its spatial
 * functions take seconds to register: {@code DatasetStore} does so when it is first needed, so that
 * the port opens without them.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

  /** What another server on the same folder may still be working at. */
  private static final Duration SHARED = Duration.ofDays(1);

  @Bean
  DataSource dataSource(
      DataFolder data,
      ApplicationContext starting,
      Optional<EarlyDatabase> early,
      @Value("${kiungo.db-url:}") String dbUrl,
      @Value("${kiungo.accounts:false}") boolean accounts) {
    Path folder = data.folder(DataFolder.DATABASE);
    int made = early.map(EarlyDatabase::created).orElse(0);
    int created = made == 0 && dbUrl.isBlank() ? Databases.create(folder) : made;
    HikariDataSource pool = Databases.open(folder, dbUrl);
    DataSource database = dbUrl.isBlank() ? new ReopenedDatabase(pool) : pool;
    int applied = created > 0 ? created : migrate(database, folder);
    LOG.info("database ready, {} migrations applied", applied);
    // whoever opened the embedded database is alone here, but for what this start has begun;
    // others may share the folder otherwise
    Instant begun = Instant.ofEpochMilli(starting.getStartupDate());
    data.removeUnfinished(begun.minus(dbUrl.isBlank() ? Duration.ZERO : SHARED));
    return accounts && !dbUrl.isBlank() ? new DividedDatabase(pool) : database;
  }

  /** Beside the embedded database once it is open; with PostGIS none is kept. */
  @Bean
  SpaceReserve spaceReserve(
      DataFolder data, DataSource opened, @Value("${kiungo.db-url:}") String dbUrl) {
    SpaceReserve reserve = SpaceReserve.of(data.folder(DataFolder.DATABASE));
    return dbUrl.isBlank() ? reserve.begin() : reserve;
  }

  /** Brings an older database up to date; a newer one is left alone. */
  private static int migrate(DataSource database, Path folder) {
    Databases.requireKnown(database);
    return Databases.upgrade(database, folder);
  }
}
