package org.kiungo.web.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class DraftApiTest {

  private static final PlanFolder FOLDER = TinyWorld.plan(2e6);

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private JsonMapper json;

  private String plan;

  @BeforeEach
  void keepThePlan() {
    plan = plans.add(FOLDER, "run", null);
  }

  private JsonNode send(MockHttpServletRequestBuilder request, String body) throws Exception {
    return json.readTree(
        http.perform(request.contentType(MediaType.APPLICATION_JSON).content(body))
            .andExpect(status().is2xxSuccessful())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  private JsonNode start() throws Exception {
    return send(post("/api/v1/plans/{id}/drafts", plan), "{}");
  }

  private JsonNode change(JsonNode draft, List<String> edits, int applied) throws Exception {
    return send(
        put("/api/v1/drafts/{id}", draft.get("id").asString())
            .header("If-Match", "\"" + draft.get("version").asInt() + "\""),
        body(edits, applied));
  }

  private static String body(List<String> edits, int applied) {
    return "{\"edits\": [" + String.join(",", edits) + "], \"applied\": " + applied + "}";
  }

  private static String edit(String action, String technology, String place) {
    return """
        {"action": "%s", "technologyId": "%s", "settlementIds": ["%s"]}"""
        .formatted(action, technology, place);
  }

  private byte[] scenario(JsonNode draft) throws Exception {
    return http.perform(get("/api/v1/drafts/{id}/scenario", draft.get("id").asString()))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private String computed(byte[] scenario) throws Exception {
    JsonNode run = send(post("/api/v1/runs"), new String(scenario, "UTF-8"));
    Instant latest = Instant.now().plus(Duration.ofMinutes(20));
    while (Instant.now().isBefore(latest)) {
      JsonNode now = read("/api/v1/runs/" + run.get("id").asString());
      if (!now.get("planId").isNull()) {
        return now.get("planId").asString();
      }
      assertThat(now.get("state").asString()).isNotEqualTo("FAILED");
      Thread.sleep(20);
    }
    throw new AssertionError("the run did not end");
  }

  private JsonNode read(String address) throws Exception {
    return json.readTree(
        http.perform(get(address))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  @Test
  void fiftyEditsUndoneOneByOneRestoreTheHashAndThePlan() throws Exception {
    JsonNode draft = start();
    String before = draft.get("hash").asString();
    List<String> edits = new ArrayList<>();
    for (int k = 0; k < 50; k++) {
      String action = k % 3 == 0 ? "LOCK" : k % 3 == 1 ? "FORBID" : "FREE";
      edits.add(edit(action, k % 3 == 1 ? "*" : "", "s%02d".formatted(k % 11)));
      draft = change(draft, edits, edits.size());
    }
    assertThat(draft.get("hash").asString()).isNotEqualTo(before);
    for (int k = 49; k >= 0; k--) {
      draft = change(draft, edits, k);
    }
    assertThat(draft.get("edits")).hasSize(50);
    assertThat(draft.get("hash").asString()).isEqualTo(before);
    assertThat(scenario(draft)).isEqualTo(ScenarioFile.write(FOLDER.scenario()));
    assertThat(computed(scenario(draft))).isEqualTo(plan);
  }

  @Test
  void whatIsAskedForIsWhatTheNewPlanDoes() throws Exception {
    SettlementService served =
        FOLDER.plan().settlements().stream()
            .filter(each -> !each.technologyId().isEmpty())
            .findFirst()
            .orElseThrow();
    String other =
        read("/api/v1/plans/" + plan + "/settlements/" + served.settlementId() + "/explanation")
            .get("options")
            .valueStream()
            .map(each -> each.get("technologyId").asString())
            .filter(id -> !id.equals(served.technologyId()))
            .findFirst()
            .orElseThrow();
    JsonNode draft = start();
    String before = draft.get("hash").asString();
    draft = change(draft, List.of(edit("FORCE", other, served.settlementId())), 1);
    assertThat(draft.get("hash").asString()).isNotEqualTo(before);
    String made = computed(scenario(draft));
    assertThat(made).isNotEqualTo(plan);
    assertThat(service(made, served.settlementId()).technologyId()).isEqualTo(other);
    assertThat(plans.getFolder(plan).plan()).isEqualTo(FOLDER.plan());

    draft = change(draft, List.of(edit("FORBID", served.technologyId(), served.settlementId())), 1);
    String without = computed(scenario(draft));
    assertThat(service(without, served.settlementId()).technologyId())
        .isNotEqualTo(served.technologyId());
  }

  private SettlementService service(String planId, String settlementId) {
    return plans.getFolder(planId).plan().settlements().stream()
        .filter(each -> each.settlementId().equals(settlementId))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anAreaHoldsThePlacesInsideWhosePeopleAreKnown() throws Exception {
    String area =
        """
        {"action": "FORBID", "technologyId": "*", "label": "north",
         "area": [[27.9, -29.35], [28.5, -29.35], [28.5, -29.2], [27.9, -29.2]]}""";
    JsonNode draft = change(start(), List.of(area), 1);
    var locks = ScenarioFile.read(scenario(draft)).locks();
    assertThat(locks).extracting("settlementId").containsExactly("s08", "s09", "s10");
    assertThat(locks).allMatch(lock -> lock.forbid() && lock.technologyId().equals("*"));
  }

  @Test
  void anEstimateAddsUpAndNothingAppliedChangesNothing() throws Exception {
    SettlementService served =
        FOLDER.plan().settlements().stream()
            .filter(each -> each.status().name().equals("STANDARD"))
            .findFirst()
            .orElseThrow();
    String place = served.settlementId();
    List<String> edits =
        List.of(edit("FORBID", "*", place), edit("FREE", "", place), edit("LOCK", "", place));
    JsonNode one = estimate(edits, 1);
    assertThat(one.get("total").get("people").asDouble())
        .isCloseTo(-served.peopleServed(), within(1e-6));
    assertThat(one.get("total").get("costUsd").asDouble()).isNegative();
    assertThat(one.get("services").get(place).get("status").asString()).isEqualTo("UNSERVED");
    JsonNode all = estimate(edits, 3);
    assertThat(all.get("edits")).hasSize(3);
    assertThat(all.get("total").get("people").asDouble()).isCloseTo(0, within(1e-6));
    assertThat(all.get("total").get("costUsd").asDouble()).isCloseTo(0, within(1e-6));
    assertThat(all.get("services")).isEmpty();
    assertThat(estimate(edits, 0).get("total").get("places").asInt()).isZero();
  }

  private JsonNode estimate(List<String> edits, int applied) throws Exception {
    return send(post("/api/v1/plans/{id}/estimates", plan), body(edits, applied));
  }

  @Test
  void ofTwoEditorsTheSecondIsToldAndNothingIsLost() throws Exception {
    JsonNode draft = start();
    change(draft, List.of(edit("LOCK", "", "s00")), 1);
    http.perform(
            put("/api/v1/drafts/{id}", draft.get("id").asString())
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(List.of(), 0)))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("draft.changed"));
    http.perform(
            put("/api/v1/drafts/{id}", draft.get("id").asString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(List.of(), 0)))
        .andExpect(status().isPreconditionRequired());
    assertThat(read("/api/v1/drafts/" + draft.get("id").asString()).get("edits")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"edits\": [{\"action\": \"LOCK\"}], \"applied\": 1} | edit.nowhere",
        "{\"edits\": [{\"settlementIds\": [\"s00\"]}], \"applied\": 1} | edit.action",
        "{\"edits\": [{\"action\": \"LOCK\", \"settlementIds\": [\"nix\"]}], \"applied\": 1} |"
            + " lock.settlement",
        "{\"edits\": [{\"action\": \"FORCE\", \"technologyId\": \"pigeon\", \"settlementIds\":"
            + " [\"s00\"]}], \"applied\": 1} | technology.unknown",
        "{\"edits\": [], \"applied\": 1} | field.range",
        "{\"edits\": [{\"action\": \"LOCK\", \"area\": [[200, 0], [1, 0], [1, 1]]}], \"applied\": 1}"
            + " | field.range"
      })
  void whatCannotBePlannedIsRefusedByName(String body, String code) throws Exception {
    http.perform(
            post("/api/v1/plans/{id}/estimates", plan)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value(code));
  }
}
