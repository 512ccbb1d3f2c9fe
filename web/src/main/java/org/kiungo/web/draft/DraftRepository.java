package org.kiungo.web.draft;

import java.util.Optional;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts in the database. */
@Repository
class DraftRepository {

  private final JdbcClient database;

  DraftRepository(JdbcClient database) {
    this.database = database;
  }

  void insert(DraftRow row) {
    database
        .sql(
            "INSERT INTO draft (id, plan_id, version, edits, applied, organisation_id)"
                + " VALUES (?, ?, ?, ?, ?, ?)")
        .params(
            row.id(),
            row.planId(),
            row.version(),
            row.edits(),
            row.applied(),
            Organisation.current())
        .update();
  }

  Optional<DraftRow> find(String id) {
    return database
        .sql(
            "SELECT id, plan_id, version, edits, applied FROM draft"
                + " WHERE id = ? AND organisation_id = ?")
        .params(id, Organisation.current())
        .query(
            (found, number) ->
                new DraftRow(
                    found.getString(1),
                    found.getString(2),
                    found.getInt(3),
                    found.getString(4),
                    found.getInt(5)))
        .optional();
  }

  /**
   * Replaces the edits if nobody else did so since.
   *
   * @param version that the writer has seen
   * @return false when the draft has another version by now
   */
  boolean update(String id, int version, String edits, int applied) {
    return database
            .sql(
                "UPDATE draft SET version = version + 1, edits = ?, applied = ?"
                    + " WHERE id = ? AND version = ? AND organisation_id = ?")
            .params(edits, applied, id, version, Organisation.current())
            .update()
        == 1;
  }
}
