package org.kiungo.web.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes persons out of what is kept: every column that holds a name is listed here, and what to do
 * with it. Entries of the audit log name users by their ids alone, and stay; after that, an id
 * leads to nobody.
 */
public final class Persons {

  /** Written where somebody who brings data gives no name. */
  private static final String UNNAMED = "local";

  private static final String OWN = "organisation_id = ?";
  private static final String OF_DATASET =
      "dataset_id IN (SELECT id FROM dataset WHERE organisation_id = ?)";

  /** A column with names, what comes in their place, and whose row it is. */
  private record Named(String table, String column, String instead, String within) {}

  private static final List<Named> NAMED =
      List.of(
          new Named("plan_comment", "author", "", OWN),
          new Named("plan_review", "author", "", OWN),
          new Named("built_file", "author", "", OWN),
          new Named("project_state", "author", "", OWN),
          new Named("told_fact", "author", "", OWN),
          new Named("share", "label", "", OWN),
          new Named("job", "asked_by", "", OWN),
          new Named("dataset_version", "uploader", UNNAMED, OF_DATASET),
          new Named("dataset_event", "actor", UNNAMED, OF_DATASET));

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DataSource source;
  private final JdbcClient database;

  public Persons(DataSource source) {
    this.source = source;
    this.database = JdbcClient.create(source);
  }

  /**
   * What was changed.
   *
   * @param accounts ids of users who are nobody now
   * @param rows by table, how many named the person
   */
  public record Erased(List<String> accounts, Map<String, Integer> rows) {

    public int all() {
      return accounts.size() + rows.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * Needs a transaction around it.
   *
   * @param name as typed, or of the account
   * @param organisationId within which; null = all
   */
  public Erased erase(String name, String organisationId) {
    Set<String> there = columns();
    Map<String, Integer> rows = new HashMap<>();
    for (Named each : NAMED) {
      if (there.contains(each.table() + "." + each.column())) {
        String set =
            "UPDATE %s SET %s = ? WHERE %s = ?"
                .formatted(each.table(), each.column(), each.column());
        count(rows, each.table(), within(set, each.within(), organisationId, each.instead(), name));
      }
    }
    if (there.contains("job.body")) {
      count(rows, "job", forgetUploader(name, organisationId));
    }
    List<String> accounts =
        there.contains("account.id") ? accounts(name, organisationId) : List.of();
    accounts.forEach(this::eraseAccount);
    return new Erased(accounts, rows);
  }

  /**
   * Takes away the sessions of an account, which the server alone may know of: on PostgreSQL no
   * organisation's session may ask for them. Who is erased within one is signed out afterwards.
   */
  public void signOut(String accountId) {
    Set<String> there = columns();
    if (there.contains("login_session.principal_name")) { // a copy of an earlier step has none
      database.sql("DELETE FROM login_session WHERE principal_name = ?").param(accountId).update();
    }
    if (there.contains("login_voucher.account_id")) {
      database.sql("DELETE FROM login_voucher WHERE account_id = ?").param(accountId).update();
    }
  }

  private static void count(Map<String, Integer> rows, String table, int changed) {
    if (changed > 0) {
      rows.merge(table, changed, Integer::sum);
    }
  }

  private int within(String sql, String condition, String organisationId, Object... values) {
    var statement =
        database.sql(organisationId == null ? sql : sql + " AND " + condition).params(values);
    return (organisationId == null ? statement : statement.param(organisationId)).update();
  }

  private List<String> accounts(String name, String organisationId) {
    String sql = "SELECT id FROM account WHERE name = ?";
    return organisationId == null
        ? database.sql(sql).param(name).query(String.class).list()
        : database.sql(sql + " AND " + OWN).params(name, organisationId).query(String.class).list();
  }

  /** What is left is a number that entries of the audit log refer to. */
  private void eraseAccount(String id) {
    for (String own : List.of("invitation", "api_token")) {
      database.sql("DELETE FROM " + own + " WHERE account_id = ?").param(id).update();
    }
    database
        .sql(
            "UPDATE account SET name = ?, password = NULL, issuer = NULL, subject = NULL,"
                + " disabled = TRUE, stamp = stamp + 1 WHERE id = ?")
        .params(pseudonym(id), id)
        .update();
  }

  /** The name of a user who was erased. */
  public static String pseudonym(String accountId) {
    return "erased-" + accountId;
  }

  /** What was asked for with an import is kept as JSON. */
  private int forgetUploader(String name, String organisationId) {
    String named = "\"uploader\":" + JSON.writeValueAsString(name);
    String sql = "UPDATE job SET body = REPLACE(body, ?, ?) WHERE POSITION(? IN body) > 0";
    return within(sql, OWN, organisationId, named, "\"uploader\":\"\"", named);
  }

  /** Each as table.column: a copy of an earlier step has fewer. */
  private Set<String> columns() {
    Set<String> columns = new HashSet<>();
    try (Connection connection = source.getConnection();
        ResultSet found =
            connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%")) {
      while (found.next()) {
        String column = found.getString("TABLE_NAME") + "." + found.getString("COLUMN_NAME");
        columns.add(column.toLowerCase(Locale.ROOT));
      }
      return columns;
    } catch (SQLException away) {
      throw new DataAccessResourceFailureException("the database is away", away);
    }
  }
}
