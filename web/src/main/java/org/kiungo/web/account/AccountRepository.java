package org.kiungo.web.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kiungo.web.access.Role;
import org.kiungo.web.store.Persons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Users, organisations and invitations in the database. */
@Repository
@WithAccounts
class AccountRepository {

  private static final String COLUMNS =
      "SELECT id, organisation_id, name, role, password, disabled, stamp, issuer FROM account ";

  private final JdbcClient database;

  AccountRepository(JdbcClient database) {
    this.database = database;
  }

  void insert(Account account, String subject) {
    database
        .sql(
            "INSERT INTO account (id, organisation_id, name, role, password, disabled, stamp,"
                + " issuer, subject) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            account.id(),
            account.organisationId(),
            account.name(),
            account.role().name(),
            account.password(),
            account.disabled(),
            account.stamp(),
            account.issuer(),
            subject)
        .update();
  }

  Optional<Account> find(String id) {
    return one(COLUMNS + "WHERE id = ?", id);
  }

  Optional<Account> findByName(String name) {
    return one(COLUMNS + "WHERE name = ?", name);
  }

  Optional<Account> findBySubject(String issuer, String subject) {
    return one(COLUMNS + "WHERE issuer = ? AND subject = ?", issuer, subject);
  }

  private Optional<Account> one(String sql, Object... arguments) {
    return database.sql(sql).params(arguments).query(AccountRepository::account).optional();
  }

  /** Those of one organisation, or of all for null; without who was erased. */
  List<Account> list(String organisationId) {
    return database
        .sql(
            COLUMNS
                + "WHERE (CAST(? AS VARCHAR) IS NULL OR organisation_id = ?) AND name <> CONCAT(?, id)"
                + " ORDER BY organisation_id, name")
        .params(organisationId, organisationId, Persons.pseudonym(""))
        .query(AccountRepository::account)
        .list();
  }

  /** Whether anybody can come in and say who else may. */
  boolean hasAdministrator() {
    return database
            .sql(
                "SELECT COUNT(*) FROM account WHERE role = 'ADMINISTRATOR' AND NOT disabled"
                    + " AND organisation_id = 'default'"
                    + " AND (password IS NOT NULL OR issuer IS NOT NULL)")
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Who is disabled stays signed out when that is taken back. */
  void update(String id, String organisationId, Role role, boolean disabled) {
    database
        .sql(
            "UPDATE account SET organisation_id = ?, role = ?, disabled = ?, stamp = stamp + ?"
                + " WHERE id = ?")
        .params(organisationId, role.name(), disabled, disabled ? 1 : 0, id)
        .update();
  }

  /** Ends the sessions of before. */
  void changePassword(String id, String password) {
    database
        .sql("UPDATE account SET password = ?, stamp = stamp + 1 WHERE id = ?")
        .params(password, id)
        .update();
    database.sql("DELETE FROM invitation WHERE account_id = ?").param(id).update();
  }

  /** In place of those of before. */
  void invite(String id, String tokenSha256, long expiresMs) {
    database.sql("DELETE FROM invitation WHERE account_id = ?").param(id).update();
    database
        .sql("INSERT INTO invitation VALUES (?, ?, ?)")
        .params(tokenSha256, id, expiresMs)
        .update();
  }

  Optional<Account> findInvited(String tokenSha256, long nowMs) {
    return one(
        COLUMNS
            + "WHERE NOT disabled AND id ="
            + " (SELECT account_id FROM invitation WHERE token_sha256 = ? AND expires_ms > ?)",
        tokenSha256,
        nowMs);
  }

  /** By id, the name. */
  List<OrganisationName> organisations() {
    return database
        .sql("SELECT id, name FROM organisation ORDER BY name")
        .query((row, number) -> new OrganisationName(row.getString(1), row.getString(2)))
        .list();
  }

  void insertOrganisation(String id, String name) {
    database.sql("INSERT INTO organisation VALUES (?, ?)").params(id, name).update();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Role.valueOf(row.getString(4)),
        row.getString(5),
        row.getBoolean(6),
        row.getLong(7),
        row.getString(8));
  }
}
