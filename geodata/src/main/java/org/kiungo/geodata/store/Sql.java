package org.kiungo.geodata.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Statements in transactions: all or nothing. */
final class Sql {

  /** SQLSTATE of H2 and of PostgreSQL. */
  private static final String UNIQUE_VIOLATION = "23505";

  private final DataSource database;

  Sql(DataSource database) {
    this.database = database;
  }

  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> T inTransaction(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** A database that went away takes nothing back, and what failed first is what is told. */
  private static void rollBack(Connection connection, Exception failed) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      failed.addSuppressed(gone);
    }
  }

  static <T> List<T> query(
      Connection connection, String sql, RowReader<T> reader, Object... arguments)
      throws SQLException {
    try (PreparedStatement select = prepare(connection, sql, arguments);
        ResultSet rows = select.executeQuery()) {
      List<T> result = new ArrayList<>();
      while (rows.next()) {
        result.add(reader.read(rows));
      }
      return result;
    }
  }

  static int update(Connection connection, String sql, Object... arguments) throws SQLException {
    try (PreparedStatement update = prepare(connection, sql, arguments)) {
      return update.executeUpdate();
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int k = 0; k < arguments.length; k++) {
      statement.setObject(k + 1, arguments[k]);
    }
    return statement;
  }

  /** Whether a statement failed because a row with its key is there already. */
  static boolean isDuplicate(IllegalStateException failed) {
    return failed.getCause() instanceof SQLException cause
        && UNIQUE_VIOLATION.equals(cause.getSQLState());
  }

  static IllegalStateException failed(SQLException cause) {
    return new IllegalStateException("the dataset store failed: " + cause.getMessage(), cause);
  }
}
