package org.kiungo.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.access.Role;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.store.Organisation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Who may review a plan, and who may approve it. */
@AccountsTest
class ReviewRoleTest {

  @Autowired private MockMvc http;
  @Autowired private People people;
  @Autowired private Plans plans;
  @Autowired private JdbcClient database;

  @Test
  void plannersReviewAndAdministratorsApprove() throws Exception {
    String plan =
        Organisation.as(People.OURS, () -> plans.add(TinyWorld.plan(1.24e6), "run", null));
    decide(Role.COMMENTER, plan, "REVIEWED", 403);
    decide(Role.PLANNER, plan, "REVIEWED", 201);
    decide(Role.DATA_STEWARD, plan, "APPROVED", 403);
    decide(Role.ADMINISTRATOR, plan, "APPROVED", 201);
    decide(Role.PLANNER, plan, "DRAFT", 403);
    http.perform(
            post("/api/v1/plans/{id}/reviews", plan)
                .with(people.asStranger())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"state\": \"DRAFT\", \"reason\": \"no\"}"))
        .andExpect(status().isNotFound());
    String history =
        http.perform(get("/plans/{id}/history", plan).with(people.as(Role.PLANNER)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(history).contains(Role.ADMINISTRATOR.label()).doesNotContain("value=\"DRAFT\"");
    assertThat(
            database
                .sql("SELECT action FROM audit_entry WHERE subject = ? AND result = 'done'")
                .param(plan)
                .query(String.class)
                .list())
        .contains("plan.reviewed", "plan.approved");
  }

  @Test
  void nobodyApprovesTheirOwnReview() throws Exception {
    String plan =
        Organisation.as(People.OURS, () -> plans.add(TinyWorld.plan(1.25e6), "run", null));
    decide(Role.ADMINISTRATOR, plan, "REVIEWED", 201);
    decide(Role.ADMINISTRATOR, plan, "APPROVED", 409);
    String history =
        http.perform(get("/plans/{id}/history", plan).with(people.as(Role.ADMINISTRATOR)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(history).contains("value=\"DRAFT\"").doesNotContain("value=\"APPROVED\"");
    String again =
        http.perform(
                post("/plans/{id}/history", plan)
                    .with(people.as(Role.ADMINISTRATOR))
                    .param("state", "APPROVED")
                    .param("reason", "The ministry’s council agreed on it"))
            .andExpect(status().isConflict())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(again)
        .as("what was typed is not lost")
        .contains("id=\"decide-refused\"", ">The ministry’s council agreed on it</textarea>");
  }

  private void decide(Role role, String plan, String state, int expected) throws Exception {
    http.perform(
            post("/api/v1/plans/{id}/reviews", plan)
                .with(people.as(role))
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    "{\"state\": \"%s\", \"reason\": \"because\", \"author\": \"nobody\"}"
                        .formatted(state)))
        .andExpect(status().is(expected));
  }
}
