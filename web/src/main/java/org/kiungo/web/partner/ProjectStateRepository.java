package org.kiungo.web.partner;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.web.plan.document.ProjectState;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said of projects, in the database. */
@Repository
class ProjectStateRepository {

  private final JdbcClient database;

  ProjectStateRepository(JdbcClient database) {
    this.database = database;
  }

  /**
   * @param version one more than what was said before
   * @throws org.springframework.dao.DuplicateKeyException when somebody said something since
   */
  void insert(String planId, String projectId, StateTold told, int version) {
    database
        .sql(
            "INSERT INTO project_state (plan_id, project_id, state, author, said_ms,"
                + " organisation_id, version) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .params(
            planId,
            projectId,
            told.state().name(),
            told.author(),
            Instant.parse(told.saidAt()).toEpochMilli(),
            Organisation.current(),
            version)
        .update();
  }

  /** All that was said of a project, the first first. */
  List<StateTold> list(String planId, String projectId) {
    return database
        .sql(
            "SELECT state, author, said_ms FROM project_state"
                + " WHERE plan_id = ? AND project_id = ? AND organisation_id = ? ORDER BY number")
        .params(planId, projectId, Organisation.current())
        .query(
            (row, number) ->
                new StateTold(
                    ProjectState.valueOf(row.getString(1)),
                    row.getString(2),
                    Instant.ofEpochMilli(row.getLong(3)).toString()))
        .list();
  }

  /** The last word on each project of a plan. */
  Map<String, ProjectState> last(String planId) {
    Map<String, ProjectState> last = new LinkedHashMap<>();
    database
        .sql(
            "SELECT project_id, state FROM project_state"
                + " WHERE plan_id = ? AND organisation_id = ? ORDER BY number")
        .params(planId, Organisation.current())
        .query(
            row -> {
              last.put(row.getString(1), ProjectState.valueOf(row.getString(2)));
            });
    return last;
  }

  /** What was said of a plan's projects holds for another plan of the same projects too. */
  void copy(String fromPlanId, String toPlanId) {
    database
        .sql(
            "INSERT INTO project_state (plan_id, project_id, state, author, said_ms,"
                + " organisation_id, version) SELECT CAST(? AS VARCHAR(64)), project_id, state,"
                + " author, said_ms, organisation_id, version"
                + " FROM project_state WHERE plan_id = ? AND organisation_id = ? ORDER BY number")
        .params(toPlanId, fromPlanId, Organisation.current())
        .update();
  }
}
