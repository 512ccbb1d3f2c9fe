package org.kiungo.web.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class RunApiTest {

  /** Enough that a test can stop it; a run that is not stopped ends by its steps. */
  private static final long MANY_STEPS = 50_000_000;

  @Autowired private MockMvc http;
  @Autowired private JsonMapper json;
  @LocalServerPort private int port;

  private JsonNode start(String scenario, String key) throws Exception {
    var request = post("/api/v1/runs").contentType(MediaType.APPLICATION_JSON).content(scenario);
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return json.readTree(
        http.perform(request)
            .andExpect(status().isAccepted())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  /** Server-sent events until the stream ends, as lines. */
  private List<String> events(String id, String lastEventId) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + "/api/v1/runs/" + id + "/events"));
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<java.util.stream.Stream<String>> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
    assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
    return answer.body().toList();
  }

  private static List<Long> ids(List<String> events) {
    return events.stream()
        .filter(line -> line.startsWith("id:"))
        .map(line -> Long.valueOf(line.substring(3)))
        .toList();
  }

  @Test
  void aRunEndsInAPlanWhoseEventsAreNumberedFromOne() throws Exception {
    String id = start(TinyWorld.scenario("1e6", 100), null).get("id").asString();
    List<String> events = events(id, null);
    List<Long> ids = ids(events);
    assertThat(ids).isNotEmpty();
    for (int k = 0; k < ids.size(); k++) {
      assertThat(ids.get(k)).isEqualTo(k + 1);
    }
    assertThat(events).contains("event:progress", "event:finished");
    http.perform(get("/api/v1/runs/{id}", id))
        .andExpect(jsonPath("$.state").value("FINISHED"))
        .andExpect(jsonPath("$.planId").isNotEmpty())
        .andExpect(jsonPath("$.scenario.name").value("Tiny"));
  }

  @Test
  void whoComesBackGetsOnlyWhatWasMissed() throws Exception {
    String id = start(TinyWorld.scenario("1.1e6", 100), null).get("id").asString();
    List<Long> all = ids(events(id, null));
    List<Long> rest = ids(events(id, "2"));
    assertThat(rest).isEqualTo(all.subList(2, all.size()));
  }

  @Test
  void stoppingKeepsTheBestPlan() throws Exception {
    String id = start(TinyWorld.scenario("1.2e6", MANY_STEPS), null).get("id").asString();
    http.perform(post("/api/v1/runs/{id}/stop", id)).andExpect(status().isAccepted());
    List<String> events = events(id, null);
    assertThat(events.stream().filter(line -> line.contains("STOPPED"))).hasSize(1);
  }

  @Test
  void whoAsksSeesTheBestPlanSoFarAndNobodyElseCostsAnything() throws Exception {
    String unseen = start(TinyWorld.scenario("1.25e6", 400), null).get("id").asString();
    assertThat(events(unseen, null).stream().filter(line -> line.contains("\"drawn\"")))
        .isNotEmpty()
        .allMatch(line -> line.contains("\"drawn\":0"));
    http.perform(get("/api/v1/runs/{id}/points", unseen)).andExpect(status().isNoContent());

    String id = start(TinyWorld.scenario("1.26e6", MANY_STEPS), null).get("id").asString();
    MockHttpServletResponse points = best(id, "points");
    while (points.getStatus() == 204) {
      points = best(id, "points");
    }
    assertThat(points.getContentAsByteArray()).hasSize(40 + 6 * 12).startsWith("KP1".getBytes());
    MockHttpServletResponse classes = best(id, "classes");
    assertThat(classes.getContentAsByteArray()).hasSize(12);
    assertThat(classes.getHeader("ETag")).matches("W/\"\\d+\"");
    assertThat(classes.getHeader("Cache-Control")).isEqualTo("no-cache");

    http.perform(post("/api/v1/runs/{id}/stop", id)).andExpect(status().isAccepted());
    assertThat(events(id, null)).anyMatch(line -> line.matches(".*\"drawn\":[1-9].*"));
    assertThat(best(id, "classes").getStatus()).isEqualTo(204);
    http.perform(get("/api/v1/runs/none/points")).andExpect(status().isNotFound());
  }

  private MockHttpServletResponse best(String id, String part) throws Exception {
    return http.perform(get("/api/v1/runs/{id}/" + part, id)).andReturn().getResponse();
  }

  @Test
  void theSameKeyIsOneRun() throws Exception {
    String key = UUID.randomUUID().toString();
    String scenario = TinyWorld.scenario("1.3e6", 100);
    String first = start(scenario, key).get("id").asString();
    assertThat(start(scenario, key).get("id").asString()).isEqualTo(first);
    http.perform(
            post("/api/v1/runs")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .content(TinyWorld.scenario("1.4e6", 100)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("run.key-reused"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"countries":["LSO"],"budgetUsd":-1}      | budgetUsd
          {"countries":["LSO"],"budgetUsd":1e308}   | (budgetUsd) is more than 1,000,000,000,000,000 USD; at most 1,000,000,000,000 can be meant
          {"countries":["LSO"],"budgetUsd":1e999}   | (budgetUsd) is more than 1,000,000,000,000,000 USD
          {"countries":["LSO"],"publicBudgetUsd":1e13} | publicBudgetUsd
          {"countries":["LSO"],"budgetsByCountry":{"LSO":1e13}} | budget
          {"countries":["LSO"],"threads":100000}    | threads
          {"countries":["LSO"],"steps":-5}          | steps
          {"countries":["XXX"]}                     | XXX
          {"countries":[]}                          | country
          {"countries":["LSO"],"colour":"red"}      | colour
          {"countries":["LSO"],"technologyIds":["smoke"]} | smoke
          {"countries":["LSO"],"money":{"discountRateRatio":8}} | discountRateRatio
          """)
  void aScenarioOutOfRangeIsRefusedByNameAndLeavesNoRun(String scenario, String named)
      throws Exception {
    int before = json.readTree(list()).size();
    http.perform(post("/api/v1/runs").contentType(MediaType.APPLICATION_JSON).content(scenario))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value(containsString(named)));
    assertThat(json.readTree(list()).size()).isEqualTo(before);
  }

  private byte[] list() throws Exception {
    return http.perform(get("/api/v1/runs")).andReturn().getResponse().getContentAsByteArray();
  }

  @Test
  void whatIsNoJsonIsRefused() throws Exception {
    http.perform(post("/api/v1/runs").contentType(MediaType.APPLICATION_JSON).content("{\"a\":"))
        .andExpect(status().is4xxClientError());
    http.perform(
            post("/api/v1/runs")
                .contentType(MediaType.APPLICATION_JSON)
                .content("[".repeat(100_000)))
        .andExpect(status().is4xxClientError());
    http.perform(post("/api/v1/runs").contentType(MediaType.TEXT_PLAIN).content("hello"))
        .andExpect(status().isUnsupportedMediaType());
  }

  @Test
  void anUnknownRunIsNotFound() throws Exception {
    http.perform(get("/api/v1/runs/none")).andExpect(status().isNotFound());
    http.perform(post("/api/v1/runs/none/stop")).andExpect(status().isNotFound());
  }

  @Test
  void aCheckNamesEveryProblemAtOnce() throws Exception {
    http.perform(
            post("/api/v1/scenarios/check")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"countries\":[\"XXX\"],\"budgetUsd\":1e13,\"threads\":0}"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.valid").value(false))
        .andExpect(
            jsonPath("$.problems[*].field")
                .value(
                    org.hamcrest.Matchers.containsInAnyOrder("countries", "budgetUsd", "threads")));
  }

  @Test
  void choicesThatCancelOneAnotherOutAreNamedBeforeARun() throws Exception {
    conflict("{\"countries\":[\"LSO\"],\"budgetUsd\":0}", "budgetUsd");
    String target =
        "{\"countries\":[\"LSO\"],\"goal\":\"LEAST_COST_TO_TARGET\",\"targetRatio\":1,\"budgetUsd\":null,";
    conflict(target + "\"technologyIds\":[\"geo\"]}", "technologyIds");
    conflict(target + "\"standard\":{\"downlinkMbps\":1000}}", "technologyIds");
  }

  private void conflict(String scenario, String field) throws Exception {
    http.perform(
            post("/api/v1/scenarios/check")
                .contentType(MediaType.APPLICATION_JSON)
                .content(scenario))
        .andExpect(jsonPath("$.valid").value(false))
        .andExpect(jsonPath("$.problems.length()").value(1))
        .andExpect(jsonPath("$.problems[0].field").value(field));
  }

  @Test
  void aGoodCheckTellsTheSize() throws Exception {
    http.perform(
            post("/api/v1/scenarios/check")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"scenario\":" + TinyWorld.scenario("1e6", 10) + "}"))
        .andExpect(jsonPath("$.valid").value(true))
        .andExpect(jsonPath("$.estimate.places").value(11))
        .andExpect(jsonPath("$.scenario.standard.downlinkMbps").value(10));
  }
}
