package org.kiungo.web.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.kiungo.planner.model.value.InputRefused;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * PostgreSQL that holds organisations apart by itself: whoever works for one has a role that does
 * not own the tables, so that row-level security shows that organisation's rows alone, whatever is
 * asked. The server's own work has the owner's role.
 *
 * @see <a href="https://www.postgresql.org/docs/17/ddl-rowsecurity.html">row security policies</a>
 */
final class DividedDatabase extends DelegatingDataSource implements AutoCloseable {

  private static final String ROLE = "kiungo_member";
  private static final String OWNER = "none";

  private static final List<String> PREPARATION =
      List.of(
          "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kiungo_member')"
              + " THEN CREATE ROLE kiungo_member NOLOGIN; END IF; END $$",
          "DO $$ BEGIN EXECUTE format('GRANT USAGE ON SCHEMA %I TO kiungo_member',"
              + " current_schema());"
              + " EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I"
              + " TO kiungo_member', current_schema());"
              + " EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT,"
              + " UPDATE, DELETE ON TABLES TO kiungo_member', current_schema()); END $$",
          // what is written down stays
          "REVOKE UPDATE, DELETE ON audit_entry FROM kiungo_member",
          // who is signed in is the server's own to know
          "REVOKE ALL ON login_session, login_session_attributes, login_failure, login_voucher"
              + " FROM kiungo_member");

  private final HikariDataSource pool;

  /**
   * @param pool of an owner that may make a role, or is a member of it already
   * @throws InputRefused {@code store.member-role} when the role cannot be made or taken
   */
  DividedDatabase(HikariDataSource pool) {
    super(pool);
    this.pool = pool;
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : PREPARATION) {
        statement.execute(each);
      }
      take(connection, ROLE, Organisation.NOBODY);
      take(connection, OWNER, Organisation.EVERY);
    } catch (SQLException refused) {
      throw new InputRefused("store.member-role", "reason", String.valueOf(refused.getMessage()));
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    try {
      String organisation = Organisation.ofSession();
      boolean own = organisation.equals(Organisation.EVERY);
      take(connection, own ? OWNER : ROLE, organisation);
      return connection;
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  private static void take(Connection connection, String role, String organisation)
      throws SQLException {
    try (PreparedStatement take =
        connection.prepareStatement(
            "SELECT set_config('role', ?, false), set_config('kiungo.organisation', ?, false)")) {
      take.setString(1, role);
      take.setString(2, organisation);
      take.execute();
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
