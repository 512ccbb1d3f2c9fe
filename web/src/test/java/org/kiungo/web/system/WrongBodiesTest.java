package org.kiungo.web.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is wrong with a body, the refusal names the field, or the place of the fault. */
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongBodiesTest {

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private JsonMapper json;

  private String plan;

  @BeforeAll
  void plan() {
    plan = plans.add(TinyWorld.plan(1.9e6), "run", null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/runs | {\"countries\": [\"LSO\"], \"budgetUsdd\": 1} | budgetUsdd",
        "/runs | {\"countries\": [\"LSO\"], \"budgetUsd\": \"much\"} | budgetUsd",
        "/runs | {\"countries\": \"LSO\"} | countries",
        "/runs | {\"countries\": [\"XXX\"], \"budgetUsd\": 1e6} | XXX",
        "/runs | {\"countries\": [\"LSO\"], | line 1",
        "/placements | {\"countries\": [\"LSO\"], \"nonsense\": 1} | nonsense",
        "/partners?name=a | {\"partners\": [{\"letters\": \"A\"}]} | letters",
        "/plans/PLAN/comments | {\"kind\": \"HILL\", \"text\": \"a\"} | kind",
        "/plans/PLAN/comments | {\"kind\": \"PLACE\", \"txt\": \"a\"} | txt",
        "/plans/PLAN/shares | {\"label\": \"a\", \"days\": \"soon\"} | days",
        "/plans/PLAN/shares | {\"lable\": \"a\"} | lable",
        "/plans/PLAN/shares | {\"label\": \"a\", \"parts\": {\"evidense\": true}} | parts.evid",
        "/plans/PLAN/reviews | {\"state\": \"FINE\", \"reason\": \"a\"} | state",
        "/plans/PLAN/estimates | {\"edits\": [{\"action\": \"PAINT\"}]} | edits[0].action",
        "/plans/PLAN/fundings | {\"partners\": [], \"until\": 2030} | until",
        "/networks/LSO/decisions | {\"decisions\": {\"a\": \"PERHAPS\"}} | decisions.a",
        "/workspaces/LSO/choice | {\"feeds\": [], \"feed\": 1} | feed",
        "/datasets/uploads/address | {\"adress\": \"http://a\"} | adress",
      })
  void aWrongBodyIsRefusedByTheNameOfItsField(String address, String body, String named)
      throws Exception {
    MockHttpServletResponse answer =
        http.perform(
                post("/api/v1" + address.replace("PLAN", plan))
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body))
            .andReturn()
            .getResponse();
    String text = answer.getContentAsString(StandardCharsets.UTF_8);
    assertThat(answer.getStatus()).as(text).isIn(400, 422);
    JsonNode problem = json.readTree(text);
    assertThat(problem.get("detail").asString()).contains(named);
    assertThat(problem.get("code").asString()).isNotEqualTo("http.body");
  }
}
