package org.kiungo.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.access.Role;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.store.FailingDatabase;
import org.kiungo.web.store.Organisation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * A fault at step 1, 2, 3 … of everything that is saved, until it goes through: before or after,
 * never between; and what is done and what is written down of it are there together.
 */
@AccountsTest
class SaveFaultTest {

  private static final String COMMENT =
      "{\"kind\": \"FIGURE\", \"target\": \"capexUsd\", \"text\": \"why?\"}";
  private static final String RUN = "{\"countries\": [\"LSO\"], \"budgetUsd\": 1e6, \"steps\": 5}";

  @Autowired private MockMvc http;
  @Autowired private People people;
  @Autowired private Plans plans;
  @Autowired private JdbcClient database;
  @Autowired private FailingDatabase steps;

  /** Something to be saved; tells whether it went through. */
  private interface Save {
    boolean now() throws Exception;
  }

  @Test
  void aFaultAtAnyStepOfASaveLeavesAllOfItOrNothing() throws Exception {
    String plan = add(1.3e6);
    String of = "/api/v1/plans/" + plan;
    Map<String, Integer> passed = new TreeMap<>();
    passed.put(
        "comment", everyStep("plan_comment", "comment.add", sent(of + "/comments", COMMENT)));
    passed.put("link", everyStep("share", "share.make", sent(of + "/shares", "{}")));
    passed.put("draft", everyStep("draft", "draft.start", sent(of + "/drafts", "{}")));
    String partners = "/api/v1/partners?name=Fund";
    passed.put(
        "partners", everyStep("partner_set", "partners.add", sent(partners, Things.PARTNERS)));
    passed.put("run", everyStep("job", "run.start", sent("/api/v1/runs", RUN)));
    passed.put(
        "fact",
        everyStep(
            "told_fact",
            "fact.tell",
            sent(put("/api/v1/countries/LSO/told-facts/CABLES"), "{\"value\": \"none\"}")));
    passed.put("plan", everyStep("plan", "", () -> !add(1.4e6).isEmpty()));
    assertThat(passed.values()).as("steps that can fail: %s", passed).allMatch(each -> each > 0);
    assertThat(passed.get("comment")).isGreaterThan(4);
  }

  private String add(double budgetUsd) {
    return Organisation.as(People.OURS, () -> plans.add(TinyWorld.plan(budgetUsd), "run", null));
  }

  private Save sent(String path, String body) {
    return sent(post(path), body);
  }

  private Save sent(MockHttpServletRequestBuilder address, String body) {
    MockHttpServletRequestBuilder asked =
        address.contentType("application/json").content(body).with(people.as(Role.PLANNER));
    return () -> {
      int status = http.perform(asked).andReturn().getResponse().getStatus();
      assertThat(status).as(body).isIn(200, 201, 202, 503);
      return status != 503;
    };
  }

  /** The step that fails after that one. */
  int next(int step) {
    return step + 1;
  }

  /** How many steps failed before it went through. */
  private int everyStep(String table, String action, Save save) throws Exception {
    for (int step = next(-1); ; step = next(step)) {
      List<Integer> before = rows(table, action);
      steps.failAfter(step);
      boolean done = false;
      try {
        done = save.now();
      } catch (org.springframework.dao.DataAccessException
          | org.springframework.transaction.TransactionException failed) {
        assertThat(failed).hasRootCauseMessage("this step fails");
      } finally {
        steps.mend();
      }
      List<Integer> after = rows(table, action);
      List<Integer> whole = before.stream().map(each -> each + 1).toList();
      if (done) {
        assertThat(after).as("%s after %d steps", table, step).isEqualTo(whole);
        return step;
      }
      assertThat(after).as("%s, fault at step %d", table, step).isIn(before, whole);
    }
  }

  /** Rows of a table, and entries of the audit log of an action; a run has a job or has ended. */
  private List<Integer> rows(String table, String action) throws InterruptedException {
    for (int look = 0;
        look < 600 && count("job WHERE state IN ('QUEUED', 'RUNNING')") > 0;
        look++) {
      Thread.sleep(50);
    }
    assertThat(count("job WHERE state IN ('QUEUED', 'RUNNING')")).as("runs for ever").isZero();
    return action.isEmpty()
        ? List.of(count(table))
        : List.of(
            count(table), count("audit_entry WHERE result = 'done' AND action = '" + action + "'"));
  }

  private int count(String what) {
    return database.sql("SELECT COUNT(*) FROM " + what).query(Integer.class).single();
  }
}
