package org.kiungo.web.account;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Role;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.JobWork;
import org.kiungo.web.job.Jobs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who has filled their share of the queue is told so, and when; others are let in. */
@AccountsTest
class FullQueueTest {

  @Autowired private MockMvc http;
  @Autowired private People people;
  @Autowired private JobTable table;
  @Autowired private List<JobWork> works;
  @Autowired private DataSource database;

  @AfterEach
  void empty() {
    JdbcClient.create(database).sql("DELETE FROM job WHERE body = 'waits for ever'").update();
  }

  private void fill(String user, int jobs) {
    JobWork runs = works.stream().filter(each -> each.kind().equals("run")).findFirst().get();
    Runnable back = Member.begin(new Member(user, user, People.OURS, Role.PLANNER));
    try {
      for (int k = 0; k < jobs; k++) {
        Jobs.Ask ask = new Jobs.Ask("run", "", "waits for ever", null, null);
        table.insert(runs, UUID.randomUUID().toString(), ask, Long.MAX_VALUE / 2);
      }
    } finally {
      back.run();
    }
  }

  private MockHttpServletRequestBuilder run(RequestPostProcessor as) {
    return post("/api/v1/runs")
        .with(as)
        .param("lang", "en")
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"countries\": [\"LSO\"], \"budgetUsd\": 1e6, \"steps\": 1}");
  }

  @Test
  void oneOrganisationCannotFillTheQueueOfAll() throws Exception {
    fill("planner", 5);
    http.perform(run(people.as(Role.PLANNER)))
        .andExpect(status().isTooManyRequests())
        .andExpect(header().exists("Retry-After"))
        .andExpect(jsonPath("$.code").value("queue.user"))
        .andExpect(jsonPath("$.detail").value(containsString("You have 5 jobs")));
    http.perform(run(people.as(Role.DATA_STEWARD))).andExpect(status().isAccepted());
    fill("somebody", 5);
    http.perform(run(people.as(Role.ADMINISTRATOR)))
        .andExpect(status().isTooManyRequests())
        .andExpect(jsonPath("$.code").value("queue.organisation"));
    http.perform(run(people.asStranger())).andExpect(status().isAccepted());
  }
}
