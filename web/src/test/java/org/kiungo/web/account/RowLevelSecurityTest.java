package org.kiungo.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.kiungo.web.OnPostGis;
import org.kiungo.web.PostGisCheck;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.store.Organisation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

/** The second wall: what PostgreSQL itself shows to a query that no repository has narrowed. */
@AccountsTest
@OnPostGis
@ContextConfiguration(
    initializers = {
      ApiTest.EmptyDataFolder.class,
      Provider.FreePort.class,
      OnPostGis.SchemaOfItsOwn.class
    })
class RowLevelSecurityTest implements PostGisCheck {

  private static final List<String> TABLES =
      List.of(
          "plan",
          "draft",
          "plan_comment",
          "plan_review",
          "built_file",
          "share",
          "job",
          "partner_set",
          "feed_choice",
          "network_merge",
          "source_tolerance",
          "told_fact",
          "project_state",
          "dataset",
          "dataset_version",
          "dataset_event",
          "dataset_feature",
          "dataset_import");

  @Autowired private MockMvc http;
  @Autowired private People people;
  @Autowired private Plans plans;
  @Autowired private Accounts accounts;
  @Autowired private DataSource database;

  private int count(String organisation, String table) {
    return Organisation.as(
        organisation,
        () ->
            JdbcClient.create(database)
                .sql("SELECT COUNT(*) FROM " + table)
                .query(Integer.class)
                .single());
  }

  /** What a merge keeps, without the two drawings that it takes. */
  private void mergeFibre() {
    JdbcClient rows = JdbcClient.create(database);
    Organisation.as(
        People.OURS,
        () -> {
          rows.sql(
                  "INSERT INTO network_merge (country, organisation_id, choice, version)"
                      + " VALUES ('LSO', ?, '{}', 1)")
              .param(People.OURS)
              .update();
          rows.sql(
                  "INSERT INTO source_tolerance (source, organisation_id, tolerance_km)"
                      + " VALUES ('regulator', ?, 1)")
              .param(People.OURS)
              .update();
        });
  }

  @Test
  void aQueryPastTheRepositoriesShowsNothingOfOthers() throws Exception {
    Map<String, String> ours = new Things(http, people).ours(plans, accounts);
    mergeFibre();
    for (String table : TABLES) {
      assertThat(count(People.OURS, table)).as(table).isPositive();
      assertThat(count(Organisation.EVERY, table)).as(table).isPositive();
      assertThat(count(People.THEIRS, table)).as(table).isZero();
      assertThat(count(Organisation.NOBODY, table)).as(table).isZero();
    }
    JdbcClient rows = JdbcClient.create(database);
    Organisation.as(
        People.THEIRS,
        () -> {
          String plan = ours.get("plan");
          assertThat(rows.sql("UPDATE plan SET name = 'x' WHERE id = ?").param(plan).update())
              .isZero();
          assertThat(rows.sql("DELETE FROM plan WHERE id = ?").param(plan).update()).isZero();
          String forged =
              "INSERT INTO draft (id, plan_id, version, edits, applied, organisation_id)"
                  + " VALUES ('forged', 'p', 1, '[]', 0, 'ours')";
          assertThatThrownBy(() -> rows.sql(forged).update())
              .hasStackTraceContaining("violates row-level security policy");
          assertThatThrownBy(() -> rows.sql("DELETE FROM audit_entry").update())
              .hasStackTraceContaining("permission denied");
          assertThatThrownBy(() -> count(People.THEIRS, "login_session"))
              .hasStackTraceContaining("permission denied");
        });
  }
}
