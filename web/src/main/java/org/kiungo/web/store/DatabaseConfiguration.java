package org.kiungo.web.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2gis.functions.factory.H2GISFunctions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: the embedded H2GIS in the data folder, or PostGIS at {@code --db-url}. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

  @Bean
  DataSource dataSource(DataFolder data, @Value("${kiungo.db-url:}") String dbUrl)
      throws SQLException {
    HikariDataSource database = new HikariDataSource();
    boolean embedded = dbUrl.isBlank();
    if (embedded) {
      database.setJdbcUrl("jdbc:h2:file:" + data.folder("database").resolve("kiungo"));
      database.setUsername("kiungo");
      database.setPassword("");
    } else {
      database.setJdbcUrl(dbUrl);
    }
    database.setMaximumPoolSize(8);
    if (embedded) {
      loadSpatialFunctions(database);
    }
    migrate(database);
    return database;
  }

  /** Once for a database: H2GIS keeps its functions in it. */
  private static void loadSpatialFunctions(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        var known =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT COUNT(*) FROM INFORMATION_SCHEMA.ROUTINES"
                        + " WHERE ROUTINE_NAME = 'ST_MAKEENVELOPE'")) {
      known.next();
      if (known.getInt(1) == 0) {
        H2GISFunctions.load(connection);
      }
    }
  }

  private static void migrate(DataSource database) {
    int applied =
        Flyway.configure()
            .dataSource(database)
            .locations("classpath:db/web")
            .table("flyway_web")
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .load()
            .migrate()
            .migrationsExecuted;
    LOG.info("database ready, {} migrations applied", applied);
  }
}
