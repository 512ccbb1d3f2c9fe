package org.kiungo.web.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.place.network.LatencyTerms;
import org.kiungo.planner.verify.placement.ServiceVerifier;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Placements over the API: asked for, followed, read, refused, and kept over a stop. */
@ApiTest
class PlacementApiTest {

  private static final String LIMITS = "\"tries\": 5, \"dualIterations\": 2, \"calculations\": 0";

  @Autowired private MockMvc http;
  @Autowired private JsonMapper json;
  @Autowired private Plans plans;
  @Autowired private Placements placements;
  @Autowired private JobTable table;
  @Autowired private Jobs jobs;
  @Autowired private PlacementWork work;
  @Autowired private DataFolder data;

  private static String lesotho(String more) {
    return """
    {"countries": ["LSO"], "services": ["telemedicine-hub"], "budgetUsd": 400000, %s%s}\
    """
        .formatted(LIMITS, more);
  }

  private JsonNode read(String address, Object... variables) throws Exception {
    return json.readTree(
        http.perform(get(address, variables))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  private String start(String body) throws Exception {
    byte[] answer =
        http.perform(
                post("/api/v1/placements").contentType(MediaType.APPLICATION_JSON).content(body))
            .andExpect(status().isAccepted())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    return json.readTree(answer).get("id").asString();
  }

  private JsonNode ended(String id) throws Exception {
    Instant latest = Instant.now().plus(Duration.ofMinutes(20));
    JsonNode now = read("/api/v1/placements/{id}", id);
    while (!List.of("FINISHED", "STOPPED", "FAILED").contains(now.get("state").asString())
        && Instant.now().isBefore(latest)) {
      Thread.sleep(50);
      now = read("/api/v1/placements/{id}", id);
    }
    return now;
  }

  @Test
  void aPlacementEndsInVerifiedFilesAndReasons() throws Exception {
    String id = start(lesotho(", \"institutions\": \"BUILT_IN\""));
    JsonNode done = ended(id);
    assertThat(done.get("state").asString()).isEqualTo("FINISHED");
    assertThat(done.get("doneRatio").asDouble()).isEqualTo(1);
    assertThat(done.get("bound").asDouble()).isGreaterThanOrEqualTo(done.get("value").asDouble());
    JsonNode drawn = read("/api/v1/placements/{id}/files/services.geojson", id);
    assertThat(drawn.get("type").asString()).isEqualTo("FeatureCollection");
    // 91 health centres and 17 hospitals, which the health sites hold too
    assertThat(drawn.get("features").size()).isGreaterThan(108);
    assertThat(drawn.toString()).contains("LSO_clinic107");
    assertThat(
            ServiceVerifier.verify(data.folder("placements").resolve(id)).checks().stream()
                .allMatch(each -> each.passed()))
        .isTrue();
    String far = null;
    for (JsonNode each : drawn.get("features")) {
      JsonNode user = each.get("properties");
      if (user.path("roundTripMs").asDouble(0) >= LatencyTerms.SATELLITE_FAR_MS) {
        far = user.get("id").asString();
        assertThat(user.get("access").asString()).isEqualTo("SATELLITE_FAR");
      }
    }
    assertThat(read("/api/v1/placements/{id}/explanations?user={user}", id, far).toString())
        .contains("satellite whose gateway stands abroad");
    JsonNode plan = read("/api/v1/placements/{id}/files/service-plan.json", id);
    String user = plan.get("choices").get(0).get("userId").asString();
    JsonNode why = read("/api/v1/placements/{id}/explanations?user={user}", id, user);
    assertThat(why.get(0).get("sentence").asString()).isNotBlank();
    assertThat(read("/api/v1/placements").toString()).contains(id);
    http.perform(get("/api/v1/placements/{id}/files/other.json", id))
        .andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | {\"countries\": [], \"services\": [\"telemedicine-hub\"]} | Nothing says",
        "fr | {\"countries\": [], \"services\": [\"telemedicine-hub\"]} | Rien ne dit",
        "en | {\"countries\": [\"LSO\"], \"services\": [\"nonesuch\"]} | nonesuch",
        "fr | {\"countries\": [\"LSO\"], \"services\": [\"nonesuch\"]} | nonesuch",
        "fr | {\"countries\": [\"LSO\"], \"services\": [\"exchange-point\"], \"budget\": 1} |"
            + " budget",
        "en | {\"countries\": [\"LSO\"], \"services\": [\"exchange-point\"], \"iterate\": true} |"
            + " plan",
        "fr | {\"countries\": [\"LSO\"], \"services\": [\"exchange-point\"], \"institutions\":"
            + " \"some\"} | BUILT_IN"
      })
  void whatCannotBePlacedIsRefusedInTheReadersLanguage(
      String language, String body, String sentence) throws Exception {
    http.perform(
            post("/api/v1/placements")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", language)
                .content(body))
        .andExpect(status().is4xxClientError())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.detail").value(containsString(sentence)));
  }

  /** What a placement takes grows with its institutions; a small country's is small. */
  @Test
  void memoryFollowsWhoUsesTheServices() {
    long cities = PlacementMemory.places(PlacementBody.read(lesotho("")), 0);
    long imported = PlacementMemory.places(PlacementBody.read(lesotho("")), 100_000);
    long carried =
        PlacementMemory.places(
            PlacementBody.read(lesotho(", \"institutions\": \"BUILT_IN\"")), 100_000);
    assertThat(cities).isLessThan(100);
    assertThat(imported).isBetween(5_000L, 10_000L);
    assertThat(carried).isBetween(imported, imported + 20);
  }

  @Test
  void planAndServicesAgreeOverTheApi() throws Exception {
    String plan = plans.add(TinyWorld.plan(2e6), "run", null);
    String id =
        start(
            """
            {"planId": "%s", "iterate": true, "services": ["telemedicine-hub", "content-cache"],
             "budgetUsd": 500000, %s}\
            """
                .formatted(plan, LIMITS));
    JsonNode done = ended(id);
    assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("FINISHED");
    assertThat(done.get("files").toString()).contains("agreement.json");
    JsonNode agreement = read("/api/v1/placements/{id}/files/agreement.json", id);
    JsonNode rounds = agreement.get("rounds");
    assertThat(agreement.get("agreed").asBoolean()).isTrue();
    assertThat(rounds.size()).isGreaterThan(1);
    assertThat(rounds.get(0).get("planBudgetUsd").asDouble()).isEqualTo(2e6);
    for (int k = 1; k < rounds.size(); k++) {
      // what local traffic saves on transit in one round is the plan's to spend in the next
      double saved = rounds.get(k - 1).get("transitSavedUsd").asDouble();
      assertThat(saved).isPositive();
      assertThat(rounds.get(k).get("planBudgetUsd").asDouble())
          .isCloseTo(2e6 + saved, within(1e-3));
    }
    assertThat(agreement.get("peopleGained").asDouble()).isGreaterThanOrEqualTo(0);
  }

  @Test
  void whatWaitedWhenTheServerStoppedIsPlacedAndWhatBrokeTwiceIsFailed() throws Exception {
    String waited = UUID.randomUUID().toString();
    String broken = UUID.randomUUID().toString();
    Path root = data.folder("placements");
    for (String id : List.of(waited, broken)) {
      table.insert(work, id, new Jobs.Ask(work.kind(), "", lesotho(""), null, null), 0);
    }
    for (int attempt = 0; attempt < 5; attempt++) {
      table.leases().begin(broken);
    }
    for (String id : List.of(waited, broken)) {
      jobs.submit(table.findOfAny(id).orElseThrow());
    }
    assertThat(ended(waited).get("state").asString()).isEqualTo("FINISHED");
    assertThat(ended(broken).get("state").asString()).isEqualTo("FAILED");
    Placement failed = placements.get(broken, Words.in("fr"));
    assertThat(failed.error().code()).isEqualTo("run.interrupted");
    assertThat(failed.error().detail()).contains("interrompu");
    assertThat(Files.exists(root.resolve(waited).resolve("services.geojson"))).isTrue();
  }

  @Test
  void aKeySentTwiceIsOnePlacementAlsoAfterARestart() throws Exception {
    PlacementBody body = PlacementBody.read(lesotho("").getBytes(StandardCharsets.UTF_8));
    String key = UUID.randomUUID().toString();
    String id = placements.start(body, key);
    assertThat(placements.start(body, key)).isEqualTo(id);
    assertThat(jobs.findByKey(PlacementWork.KIND, key).orElseThrow().id()).isEqualTo(id);
    PlacementBody other =
        PlacementBody.read(
            lesotho("").replace("400000", "500000").getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> placements.start(other, key)).isInstanceOf(ApiRefusal.class);
    placements.stop(id);
    assertThat(ended(id).get("state").asString()).isIn("STOPPED", "FINISHED");
  }

  @Test
  void classicModelsAreListedWithTheirCitationAndSolved() throws Exception {
    JsonNode models = read("/api/v1/location-models");
    assertThat(models.size()).isEqualTo(7);
    for (JsonNode model : models) {
      assertThat(model.get("citation").asString()).matches(".*(19|20)\\d\\d.*");
      byte[] answer =
          http.perform(
                  post("/api/v1/location-models/{model}?sites=1", model.get("id").asString())
                      .contentType(MediaType.APPLICATION_JSON)
                      .content(lesotho("")))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsByteArray();
      JsonNode solved = json.readTree(answer);
      assertThat(solved.get("type").asString()).isEqualTo("FeatureCollection");
      assertThat(solved.get("gapRatio").asDouble()).isBetween(0.0, 1.0);
    }
    http.perform(
            post("/api/v1/location-models/nonesuch")
                .contentType(MediaType.APPLICATION_JSON)
                .content(lesotho("")))
        .andExpect(status().is4xxClientError());
  }

  /** The catalogue's figure is the published one, and the table says where it comes from. */
  @Test
  void publishedNeedsAreListedWithYearAndSourceAndBackTheCatalogue() throws Exception {
    double published = Double.NaN;
    for (JsonNode fact : read("/api/v1/service-facts")) {
      assertThat(fact.get("evidence").toString()).contains("source");
      if (fact.get("serviceKind").asString().equals("telemedicine")
          && fact.get("metric").asString().equals("max_rtt_ms")) {
        published = fact.get("value").asDouble();
      }
    }
    double used =
        ServicePlacer.kinds().stream()
            .filter(kind -> kind.id().equals("telemedicine-hub"))
            .mapToDouble(kind -> kind.maxRoundTripMs().value())
            .sum();
    assertThat(used).isEqualTo(published);
  }
}
