package org.kiungo.web.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kiungo.planner.compare.JointPair;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Progress;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.PlanCorridors;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What planning together is worth, over HTTP: what the planner says, once. By itself the half
 * without the exchange has full beams and no other way, where a search once looped.
 */
@ApiTest
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JointApiTest {

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private JsonMapper json;

  private JsonNode read(String address) throws Exception {
    return json.readTree(
        http.perform(get(address))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8));
  }

  @Test
  void theWorthIsWhatThePlannerSaysAndAskedForOnce() throws Exception {
    PlanFolder across = TinyWorld.across();
    String plan = plans.add(across, "run", null);
    String address = "/api/v1/plans/" + plan + "/joint";
    assertThat(read(address).get("state").isNull()).isTrue();
    http.perform(post(address)).andExpect(status().isAccepted());
    JsonNode answer = read(address);
    while (!answer.get("state").asString().equals("FINISHED")) {
      assertThat(answer.get("detail").isNull()).as(answer.toString()).isTrue();
      answer = read(address);
    }
    JointPair pair =
        JointPair.run(
            across.problem(),
            across.scenario(),
            PlanCorridors::earnedUsd,
            Progress.NONE,
            left -> () -> false);
    JsonNode worth = answer.get("worth");
    assertThat(worth.get("jointPeople").asDouble()).isCloseTo(pair.jointPeople(), within(1e-6));
    assertThat(worth.get("separatePeople").asDouble())
        .isCloseTo(pair.separatePeople(), within(1e-6));
    assertThat(worth.get("jointPeople").asDouble())
        .as("the plan that is shown")
        .isCloseTo(across.certificate().value(), within(1e-6));
    assertThat(worth.get("countries")).hasSize(2);
    assertThat(answer.get("sentences").size()).isGreaterThanOrEqualTo(4);
    String asked = answer.get("id").asString();
    http.perform(post(address)).andExpect(status().isAccepted());
    assertThat(read(address).get("id").asString()).isEqualTo(asked);
  }

  @Test
  void aPlanOfOneCountryHasNobodyToPlanWith() throws Exception {
    String plan = plans.add(TinyWorld.plan(5e5), "run", null);
    String refused =
        http.perform(post("/api/v1/plans/{id}/joint", plan))
            .andExpect(status().is4xxClientError())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(refused).contains("Name at least two countries");
  }
}
