package org.kiungo.web.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The list of plans in the database: those of the organisation at work, and those everybody may
 * read.
 */
@Repository
class PlanRepository {

  private static final String COLUMNS =
      "SELECT id, country, name, created_by, settlements, scenario, totals, certificate,"
          + " verification, sealed FROM plan"
          + " WHERE organisation_id IN (?, 'shared') ";

  /** A plan that the server made too is listed once. */
  private static final String FIRST =
      "AND NOT EXISTS (SELECT 1 FROM plan other WHERE other.id = plan.id"
          + " AND other.organisation_id IN (?, 'shared') AND other.number < plan.number) ";

  /** One that a sample answers better since is found, and listed no more. */
  private static final String LISTED = "AND created_by <> 'earlier' ";

  private final JdbcClient database;

  PlanRepository(JdbcClient database) {
    this.database = database;
  }

  /**
   * @param sampleKey what a sample answers, {@code null} for other plans
   */
  void insert(PlanRow row, String sampleKey) {
    database
        .sql(
            "INSERT INTO plan (id, country, name, created_by, sample_key, settlements, scenario,"
                + " totals, certificate, verification, sealed, organisation_id)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            row.id(),
            row.country(),
            row.name(),
            row.createdBy(),
            Organisation.key(sampleKey),
            row.settlements(),
            row.scenario(),
            row.totals(),
            row.certificate(),
            row.verification(),
            row.sealed(),
            Organisation.current())
        .update();
  }

  /** Gives a plan of this organisation another name; false where it has no such plan. */
  boolean rename(String id, String name) {
    return database
            .sql("UPDATE plan SET name = ? WHERE id = ? AND organisation_id = ?")
            .params(name, id, Organisation.current())
            .update()
        > 0;
  }

  /** Names of a country's plans that may be seen, but for one of them. */
  List<String> listNames(String country, String butOf) {
    return database
        .sql(
            "SELECT DISTINCT name FROM plan"
                + " WHERE organisation_id IN (?, 'shared') AND country = ? AND id <> ?")
        .params(Organisation.current(), country, butOf)
        .query(String.class)
        .list();
  }

  Optional<PlanRow> find(String id) {
    return database
        .sql(COLUMNS + "AND id = ? ORDER BY number FETCH FIRST ROW ONLY")
        .params(Organisation.current(), id)
        .query(PlanRepository::row)
        .optional();
  }

  /** In the order in which they were made. */
  List<PlanRow> list() {
    return database
        .sql(COLUMNS + LISTED + FIRST + "ORDER BY number")
        .params(Organisation.current(), Organisation.current())
        .query(PlanRepository::row)
        .list();
  }

  /** Those of one country, in the order in which they were made. */
  List<PlanRow> list(String country) {
    return database
        .sql(COLUMNS + LISTED + FIRST + "AND country = ? ORDER BY number")
        .params(Organisation.current(), Organisation.current(), country)
        .query(PlanRepository::row)
        .list();
  }

  /** Which of its country's plans a plan is, from 1. */
  int place(String id, String country) {
    return database
        .sql(
            "SELECT COUNT(DISTINCT id) FROM plan WHERE organisation_id IN (?, 'shared') "
                + LISTED
                + "AND country = ? AND number <= (SELECT MIN(number) FROM plan"
                + " WHERE organisation_id IN (?, 'shared') AND id = ?)")
        .params(Organisation.current(), country, Organisation.current(), id)
        .query(Integer.class)
        .single();
  }

  Optional<String> findSample(String sampleKey) {
    return database
        .sql("SELECT id FROM plan WHERE sample_key = ?")
        .param(Organisation.key(sampleKey))
        .query(String.class)
        .optional();
  }

  /** Gives a plan that is there already the key of the sample that it answers. */
  void answer(String id, String sampleKey) {
    database
        .sql("UPDATE plan SET sample_key = ? WHERE id = ? AND organisation_id = ?")
        .params(Organisation.key(sampleKey), id, Organisation.current())
        .update();
  }

  /** Lists a sample where another stands, which is listed no more. */
  void putInPlaceOf(String earlierKey, String sampleKey) {
    String earlier = Organisation.key(earlierKey);
    int moved =
        database
            .sql(
                "UPDATE plan SET number = (SELECT MIN(number) FROM plan WHERE sample_key = ?)"
                    + " WHERE sample_key = ? AND EXISTS"
                    + " (SELECT 1 FROM plan other WHERE other.sample_key = ?)")
            .params(earlier, Organisation.key(sampleKey), earlier)
            .update();
    if (moved > 0) {
      database
          .sql("UPDATE plan SET created_by = 'earlier', sample_key = NULL WHERE sample_key = ?")
          .param(earlier)
          .update();
    }
  }

  private static PlanRow row(ResultSet found, int number) throws SQLException {
    return new PlanRow(
        found.getString(1),
        found.getString(2),
        found.getString(3),
        found.getString(4),
        found.getInt(5),
        found.getString(6),
        found.getString(7),
        found.getString(8),
        found.getString(9),
        found.getString(10));
  }
}
