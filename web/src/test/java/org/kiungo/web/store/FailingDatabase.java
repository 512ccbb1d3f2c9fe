package org.kiungo.web.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database of which a step of a given number fails for the thread that asks for it: a statement
 * that is run, or a commit.
 *
 * @see <a href="https://sqlite.org/testing.html">how SQLite is tested: a fault at every step</a>
 */
public final class FailingDatabase extends DelegatingDataSource {

  /** SQLSTATE of a connection that failed. */
  private static final String AWAY = "08006";

  private static final List<Class<?>> WATCHED =
      List.of(Connection.class, CallableStatement.class, PreparedStatement.class, Statement.class);

  private final ThreadLocal<Integer> left = ThreadLocal.withInitial(() -> Integer.MAX_VALUE);

  FailingDatabase(DataSource database) {
    super(database);
  }

  /** Puts it before the application's database. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Beans {

    @Bean
    static BeanPostProcessor failingDatabase() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource found ? new FailingDatabase(found) : bean;
        }
      };
    }
  }

  /** Lets so many steps of this thread pass and fails those after them. */
  public void failAfter(int steps) {
    left.set(steps);
  }

  /** Lets all steps pass. */
  public void mend() {
    left.remove();
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
          String name = method.getName();
          if (name.startsWith("execute") || name.equals("commit")) {
            step();
          }
          try {
            Object answer = method.invoke(real, arguments);
            return name.equals("unwrap") ? answer : watched(answer);
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        });
  }

  private void step() throws SQLException {
    int now = left.get();
    if (now <= 0) {
      throw new SQLException("this step fails", AWAY);
    }
    if (now < Integer.MAX_VALUE) {
      left.set(now - 1);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return (Connection) watched(super.getConnection());
  }
}
