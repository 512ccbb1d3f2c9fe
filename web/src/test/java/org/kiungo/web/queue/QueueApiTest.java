package org.kiungo.web.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.job.JobLine;
import org.kiungo.web.job.JobState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Jobs of every kind as lines of one queue, and the names of what they make. */
@ApiTest
class QueueApiTest {

  @Autowired private MockMvc http;
  @Autowired private JsonMapper json;
  @LocalServerPort private int port;

  private JsonNode ask(MockHttpServletRequestBuilder request, String body) throws Exception {
    return json.readTree(
        http.perform(request.contentType(MediaType.APPLICATION_JSON).content(body))
            .andExpect(status().is2xxSuccessful())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  private JsonNode line(String id) throws Exception {
    return ask(get("/api/v1/queue").param("id", id), "").get(0);
  }

  private JsonNode ended(String id) throws Exception {
    JsonNode now = line(id);
    while (!now.get("state").asString().matches("FINISHED|STOPPED|FAILED")) {
      Thread.sleep(20);
      now = line(id);
    }
    return now;
  }

  private String named(String name, String budgetUsd, long steps) throws Exception {
    String scenario = TinyWorld.scenario(budgetUsd, steps).replace("Tiny", name);
    return ask(post("/api/v1/runs"), scenario).get("id").asString();
  }

  @Test
  void aNameIsOnePlansAndTheNextOfItIsNumbered() throws Exception {
    JsonNode first = ended(named("Hills", "0.81e6", 20));
    assertThat(first.get("name").asString()).isEqualTo("Hills");
    JsonNode second = ended(named("hills", "0.82e6", 20));
    assertThat(second.get("name").asString()).isEqualTo("hills (2)");
    assertThat(second.get("progress").get("reached").get("people").asDouble()).isPositive();
    assertThat(second.get("verdict").asString()).isEqualTo("proven");
    String name = second.get("ways").get("open").asString().replace("/explore", "/name");
    assertThat(ask(put("/api/v1" + name), "{\"name\": \"Valleys\"}").get("name").asString())
        .isEqualTo("Valleys");
    assertThat(line(second.get("id").asString()).get("name").asString()).isEqualTo("Valleys");
    assertThat(ask(put("/api/v1" + name), "{\"name\": \"Hills\"}").get("name").asString())
        .isEqualTo("Hills (2)");
    http.perform(
            put("/api/v1" + name)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \" \"}"))
        .andExpect(status().isBadRequest());
  }

  @Test
  void ofARefusedPlanNothingIsToldAsReached() {
    JobLine.Reached reached = new JobLine.Reached("people", 7, 7, 8, 0.125, null);
    JobLine.Progress done = new JobLine.Progress("", 1, 3, 0, reached);
    assertThat(of("proven", done).progress().reached()).isEqualTo(reached);
    assertThat(of("refused", done).progress().reached()).isNull();
  }

  private static JobLine of(String verdict, JobLine.Progress done) {
    return new JobLine(
        "x", "run", "Hills", List.of("LSO"), JobState.FINISHED, 0, done, null, null, null, verdict);
  }

  @Test
  void whatRunsCanBeStoppedAndAskedForAgain() throws Exception {
    String running = named("Long", "0.86e6", 50_000_000);
    String waiting = named("After it", "0.87e6", 20);
    JsonNode now = line(running);
    assertThat(line(waiting).get("before").asInt()).isEqualTo(1);
    assertThat(line(waiting).get("asked").get("askedMs").asLong()).isPositive();

    assertThat(firstEvent()).contains(running, waiting);
    ask(post("/api/v1" + now.get("ways").get("stop").asString()), "{}");
    JsonNode over = ended(running);
    assertThat(over.get("asked").get("endedMs").asLong()).isPositive();
    String again =
        ask(post("/api/v1" + over.get("ways").get("again").asString()), "{}").get("id").asString();
    assertThat(again).isNotEqualTo(running);
    JsonNode anew = line(again);
    assertThat(anew.get("name").asString()).isEqualTo("Long");
    ask(post("/api/v1" + anew.get("ways").get("stop").asString()), "{}");
    ended(again);
    ended(waiting);
    http.perform(post("/api/v1/queue/none/x/again")).andExpect(status().isNotFound());
  }

  /** Who comes is told the whole queue at once. */
  private String firstEvent() throws Exception {
    URI address = URI.create("http://127.0.0.1:" + port + "/api/v1/queue/events?lang=fr");
    HttpResponse<Stream<String>> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofLines());
    try (Stream<String> lines = answer.body()) {
      return lines.filter(each -> each.startsWith("data:")).findFirst().orElseThrow();
    }
  }
}
