package org.kiungo.web.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Comments in the database. */
@Repository
class CommentRepository {

  private final JdbcClient database;

  CommentRepository(JdbcClient database) {
    this.database = database;
  }

  void insert(String planId, Comment comment) {
    database
        .sql(
            "INSERT INTO plan_comment (id, plan_id, kind, target, author, body, resolved,"
                + " written_ms, organisation_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            comment.id(),
            planId,
            comment.kind().name(),
            comment.target(),
            comment.author(),
            comment.text(),
            comment.resolved(),
            Instant.parse(comment.writtenAt()).toEpochMilli(),
            Organisation.current())
        .update();
  }

  /** In the order in which they were written. */
  List<Comment> list(String planId) {
    return database
        .sql(
            "SELECT id, kind, target, author, body, resolved, written_ms FROM plan_comment"
                + " WHERE plan_id = ? AND organisation_id = ? ORDER BY number")
        .params(planId, Organisation.current())
        .query(CommentRepository::comment)
        .list();
  }

  boolean resolve(String planId, String id, boolean resolved) {
    return database
            .sql(
                "UPDATE plan_comment SET resolved = ?"
                    + " WHERE plan_id = ? AND id = ? AND organisation_id = ?")
            .params(resolved, planId, id, Organisation.current())
            .update()
        == 1;
  }

  private static Comment comment(ResultSet found, int number) throws SQLException {
    return new Comment(
        found.getString(1),
        Comment.Kind.valueOf(found.getString(2)),
        found.getString(3),
        found.getString(4),
        found.getString(5),
        found.getBoolean(6),
        Instant.ofEpochMilli(found.getLong(7)).toString());
  }
}
