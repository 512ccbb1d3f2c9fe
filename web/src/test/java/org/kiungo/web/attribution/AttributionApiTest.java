package org.kiungo.web.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.lever.ActiveSharing;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class AttributionApiTest {

  private static final PlanFolder FOLDER = TinyWorld.plan(5e5);

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private JsonMapper json;

  @Test
  void aDifferenceIsAttributedToTheAssumptionsThatChangedAndToNothingElse() throws Exception {
    String from = plan(5e5, 0);
    String to = plan(7e5, 0, new ActiveSharing(3));
    String address = "/api/v1/plans/" + to + "/attribution?over=" + from;
    assertThat(read(address).get("state").isNull()).isTrue();
    ask(post(address));
    JsonNode answer = ended(address);
    assertThat(answer.get("state").asString()).isEqualTo("FINISHED");
    assertThat(names(answer)).containsExactly("Budget for everything", "Active sharing");
    assertThat(answer.get("kinds").valueStream().map(JsonNode::asString))
        .containsExactly("DECISION", "DECISION");
    isShared(answer.get("attribution"));
    assertThat(answer.get("attribution").get("plans").asInt()).isEqualTo(4);
    assertThat(ask(post(address))).as("asked once more").isEqualTo(answer);
    http.perform(get("/compare?country=LSO&a=" + from + "&b=" + to))
        .andExpect(content().string(containsString("Active sharing")))
        .andExpect(content().string(containsString("id=\"attribution\"")));
  }

  @Test
  void whatIsStoppedLeavesNothingAndMayBeBegunAgain() throws Exception {
    String from = plan(5e5, 100_000_000);
    String to = plan(7e5, 100_000_000, new ActiveSharing(3));
    String address = "/api/v1/plans/" + to + "/attribution";
    String over = "?over=" + from;
    ask(post(address + over));
    for (int time = 0; time < 2; time++) {
      await(address + over, "RUNNING");
      JsonNode line =
          read("/api/v1/queue")
              .valueStream()
              .filter(each -> each.get("state").asString().equals("RUNNING"))
              .findFirst()
              .orElseThrow();
      assertThat(line.get("kind").asString()).isEqualTo("attribution");
      assertThat(line.get("ways").get("watch").asString()).contains(from, to);
      assertThat(line.get("name").asString()).matches("What explains [A-Z]+.* against [A-Z]+.*");
      http.perform(post("/api/v1" + line.get("ways").get("stop").asString()))
          .andExpect(status().isNoContent());
      JsonNode answer = ended(address + over);
      assertThat(answer.get("state").asString()).isEqualTo("STOPPED");
      assertThat(answer.get("attribution").isNull()).isTrue();
      if (time == 0) {
        ask(post(address + over));
      }
    }
  }

  @Test
  void whatEditsChangeIsAttributedToEachOfThem() throws Exception {
    String plan = plan(2e6, 0);
    JsonNode draft = send(post("/api/v1/plans/{id}/drafts", plan), "{}");
    String edits = "/api/v1/drafts/" + draft.get("id").asString();
    send(
        put(edits).header("If-Match", "\"" + draft.get("version").asInt() + "\""),
        """
        {"applied": 2, "edits": [
          {"action": "FORBID", "technologyId": "*", "settlementIds": ["s10"], "label": "Place 10"},
          {"action": "FORCE", "technologyId": "ftth", "settlementIds": ["s05"], "label": "Five"}]}
        """);
    String address = edits + "/attribution";
    assertThat(read(address).get("state").isNull()).isTrue();
    ask(post(address));
    JsonNode answer = ended(address);
    assertThat(answer.get("detail").isNull()).as(answer.toString()).isTrue();
    assertThat(names(answer)).hasSize(2).first().isEqualTo("No service at Place 10");
    JsonNode found = answer.get("attribution");
    isShared(found);
    assertThat(found.get("parts").get(0).get("alone").get("peopleStandard").asDouble())
        .isNegative();
    assertThat(found.get("pairs").size()).isEqualTo(1);
  }

  /** A plan of these choices whose mixtures would be searched for so many steps. */
  private String plan(double budgetUsd, long steps, PolicyLever... levers) {
    Scenario asked =
        FOLDER.scenario().with().budgetUsd(budgetUsd).steps(steps).levers(List.of(levers)).build();
    PlanResult made =
        Planner.plan(FOLDER.problem(), asked.withSteps(0), Progress.NONE, () -> false);
    return plans.add(
        new PlanFolder(FOLDER.problem(), asked, made.plan(), made.certificate()), "run", null);
  }

  private static List<String> names(JsonNode answer) {
    return answer.get("names").valueStream().map(JsonNode::asString).toList();
  }

  /** Shapley values add up to the whole difference. */
  private static void isShared(JsonNode found) {
    ToDoubleFunction<JsonNode> people = sums -> sums.get("weightedPeople").asDouble() * 1000;
    double shared = 0;
    for (JsonNode part : found.get("parts")) {
      shared += people.applyAsDouble(part.get("shapley"));
    }
    assertThat(Math.round(shared))
        .isEqualTo(Math.round(people.applyAsDouble(found.get("total"))))
        .isNotZero();
  }

  private JsonNode read(String address) throws Exception {
    return json.readTree(
        http.perform(get(address))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  private JsonNode send(AbstractMockHttpServletRequestBuilder<?> request, String body)
      throws Exception {
    return json.readTree(
        http.perform(request.contentType(MediaType.APPLICATION_JSON).content(body))
            .andExpect(status().is2xxSuccessful())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  private JsonNode ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return json.readTree(
        http.perform(request)
            .andExpect(status().isAccepted())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  private JsonNode await(String address, String... states) throws Exception {
    JsonNode now = read(address);
    while (!List.of(states).contains(now.get("state").asString())) {
      Thread.sleep(20);
      now = read(address);
    }
    return now;
  }

  private JsonNode ended(String address) throws Exception {
    return await(address, "FINISHED", "STOPPED", "FAILED");
  }
}
