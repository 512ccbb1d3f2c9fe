package org.kiungo.web.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The embedded database, opened again after it closed itself: H2 does so when a write fails, on a
 * full disk for one, and stays closed for whoever still holds a connection to it.
 */
final class ReopenedDatabase extends DelegatingDataSource implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReopenedDatabase.class);

  private final HikariDataSource pool;

  ReopenedDatabase(HikariDataSource pool) {
    super(pool);
    this.pool = pool;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = pool.getConnection();
    if (isOpen(connection)) {
      return connection;
    }
    connection.close();
    LOG.warn("the database closed itself; opening it again");
    pool.getHikariPoolMXBean().softEvictConnections();
    return pool.getConnection();
  }

  private static boolean isOpen(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CALL 1");
      return true;
    } catch (SQLException refused) {
      return refused.getErrorCode() != ErrorCode.DATABASE_IS_CLOSED;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
