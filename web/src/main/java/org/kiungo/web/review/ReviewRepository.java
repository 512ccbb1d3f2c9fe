package org.kiungo.web.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions on plans, in the database. */
@Repository
class ReviewRepository {

  private static final String COLUMNS = "plan_id, version, state, author, reason, decided_ms";

  private final JdbcClient database;

  ReviewRepository(JdbcClient database) {
    this.database = database;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when somebody else decided meanwhile
   */
  void insert(PlanReview review) {
    database
        .sql(
            "INSERT INTO plan_review ("
                + COLUMNS
                + ", organisation_id) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .params(
            review.planId(),
            review.version(),
            review.state().name(),
            review.author(),
            review.reason(),
            Instant.parse(review.decidedAt()).toEpochMilli(),
            Organisation.current())
        .update();
  }

  /** On all plans, of each the first decision first. */
  List<PlanReview> list() {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM plan_review WHERE organisation_id = ? ORDER BY plan_id, version")
        .params(Organisation.current())
        .query(ReviewRepository::review)
        .list();
  }

  /** On one plan. */
  List<PlanReview> list(String planId) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM plan_review WHERE plan_id = ? AND organisation_id = ? ORDER BY version")
        .params(planId, Organisation.current())
        .query(ReviewRepository::review)
        .list();
  }

  private static PlanReview review(ResultSet found, int number) throws SQLException {
    return new PlanReview(
        found.getString(1),
        found.getInt(2),
        PlanReview.State.valueOf(found.getString(3)),
        found.getString(4),
        found.getString(5),
        Instant.ofEpochMilli(found.getLong(6)).toString());
  }
}
