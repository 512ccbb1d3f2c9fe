package org.kiungo.geodata.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A database whose step of a given number fails: a statement that is run, or a commit.
 *
 * @see <a href="https://sqlite.org/testing.html">how SQLite is tested: a fault at every step</a>
 */
final class FailingSteps implements DataSource {

  private static final List<Class<?>> WATCHED =
      List.of(Connection.class, CallableStatement.class, PreparedStatement.class, Statement.class);

  private final DataSource database;
  private int left = Integer.MAX_VALUE;

  FailingSteps(DataSource database) {
    this.database = database;
  }

  /** Lets so many steps pass and fails the one after them. */
  void failAfter(int steps) {
    left = steps;
  }

  /** Lets all steps pass. */
  void mend() {
    left = Integer.MAX_VALUE;
  }

  private Object watched(Object real) {
    return WATCHED.stream()
        .filter(type -> type.isInstance(real))
        .findFirst()
        .map(type -> watched(real, type))
        .orElse(real);
  }

  private Object watched(Object real, Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          boolean step =
              method.getName().startsWith("execute") || method.getName().equals("commit");
          if (step && left-- <= 0) {
            throw new SQLException("this step fails");
          }
          try {
            Object answer = method.invoke(real, arguments);
            return method.getName().equals("unwrap") ? answer : watched(answer);
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        });
  }

  @Override
  public Connection getConnection() throws SQLException {
    return (Connection) watched(database.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return (Connection) watched(database.getConnection(user, password));
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return database.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    database.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    database.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return database.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return database.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return database.isWrapperFor(type);
  }
}
