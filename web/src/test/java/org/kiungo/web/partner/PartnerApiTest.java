package org.kiungo.web.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.verify.Verifier;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Partners kept, and who of them pays: asked, answered, asked without one, kept as a plan. */
@ApiTest
class PartnerApiTest {

  private static final String UNION =
      """
      {"letter": "E", "name": "Union", "kind": "donor", "instrument": {"type": "grant"},
       "currency": {"code": "EUR", "usdPerUnit": 1.1, "date": "2025-06-30"},
       "envelopes": [{"firstYear": 2027, "lastYear": 2036, "amount": 600000}],
       "conditions": [{"rule": "most-share", "shareRatio": 0.6}]}\
      """;

  private static final String OPERATOR =
      """
      {"letter": "O", "name": "Operator", "kind": "operator",
       "instrument": {"type": "equity", "rateRatio": 0.1},
       "envelopes": [{"firstYear": 2027, "lastYear": 2036, "amount": 700000}]}\
      """;

  private static final String PARTNERS = "{\"partners\": [" + UNION + ", " + OPERATOR + "]}";

  @Autowired private MockMvc http;
  @Autowired private JsonMapper json;
  @Autowired private Plans plans;

  private JsonNode answer(AbstractMockHttpServletRequestBuilder<?> asked, int status)
      throws Exception {
    var answer = http.perform(asked.header("Accept-Language", "en")).andReturn().getResponse();
    String text = answer.getContentAsString(StandardCharsets.UTF_8);
    assertThat(answer.getStatus()).as(text).isEqualTo(status);
    return json.readTree(text);
  }

  private String answered(String plan, String body) throws Exception {
    JsonNode asked =
        answer(
            post("/api/v1/plans/{id}/fundings", plan)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body),
            202);
    String id = asked.get("id").asString();
    for (int k = 0; k < 1200 && !asked.get("state").asString().equals("FINISHED"); k++) {
      Thread.sleep(25);
      asked = answer(get("/api/v1/fundings/{id}", id), 200);
      assertThat(asked.get("state").asString()).as(asked.toString()).isNotEqualTo("FAILED");
    }
    return id;
  }

  private String page(String plan, String ask) throws Exception {
    return http.perform(get("/plans/{id}/partners?ask={ask}", plan, ask).locale(Locale.ENGLISH))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void partnersPayOneLeavesAndTheAnswerIsKeptOnlyWhenAsked() throws Exception {
    String plan = plans.add(TinyWorld.plan(2e6), "run", null);
    String wanted = "{\"partners\": %s, \"smallestUsd\": 10000, \"steps\": 300}";
    String first = answered(plan, wanted.formatted(PARTNERS));
    JsonNode found = answer(get("/api/v1/fundings/{id}/answer", first), 200);
    assertThat(found.get("change").isNull()).isTrue();
    assertThat(found.get("payers").get(0).get("clauses").get(0).get("sentence").asString())
        .isEqualTo("Pays at most 60% of a project.");
    double paid = 0;
    for (JsonNode row : found.get("projects")) {
      double cost = row.get("project").get("costUsd").asDouble();
      double here = 0;
      for (JsonNode usd : row.get("paidUsd")) {
        here += usd.asDouble();
      }
      assertThat(here == 0 || Math.abs(here - cost) < 0.005).as(row.toString()).isTrue();
      assertThat(row.get("paidUsd").path("E").asDouble(0)).isLessThanOrEqualTo(0.6 * cost + 0.01);
      paid += here;
    }
    double told = found.get("totals").get("fundedUsd").asDouble();
    assertThat(told).isPositive().isCloseTo(paid, org.assertj.core.api.Assertions.within(0.001));
    String page = page(plan, first);
    assertThat(page.replace('\u00a0', ' '))
        .contains("data-asked=\"" + first, "data-testid=\"ledger\"", "Partners would pay")
        .contains("those of the question that was asked")
        .contains("&quot;Union&quot;")
        .doesNotContain("Nobody is asked yet");
    for (JsonNode row : found.get("projects")) {
      assertThat(page).contains("data-project=\"" + row.get("project").get("id").asString());
    }
    for (JsonNode row : found.get("projects")) {
      String project = row.get("project").get("id").asString();
      String card =
          http.perform(get("/plans/{id}/projects/{p}", plan, project).locale(Locale.ENGLISH))
              .andReturn()
              .getResponse()
              .getContentAsString(StandardCharsets.UTF_8);
      assertThat(card.contains("The places with most:"))
          .as("a sentence ends in a table: " + project)
          .isEqualTo(card.contains("/explore#s="));
    }
    assertThat(page(plan, "none")).contains("Nobody is asked yet").doesNotContain("data-asked");
    // nothing changed by asking
    answer(get("/api/v1/plans/{id}/funding", plan), 404);

    String kept = answer(post("/api/v1/fundings/{id}/plan", first), 201).get("id").asString();
    assertThat(kept).isNotEqualTo(plan);
    assertThat(Verifier.verify(plans.getFiles(kept)).accepted()).isTrue();
    assertThat(answer(post("/api/v1/fundings/{id}/plan", first), 201).get("id").asString())
        .isEqualTo(kept);
    assertThat(page(kept, first)).contains("those that the plan itself holds. The question");
    JsonNode standing = answer(get("/api/v1/plans/{id}/funding", kept), 200);
    assertThat(standing.get("relaxations")).isEqualTo(found.get("relaxations"));

    String project = standing.get("projects").get(0).get("project").get("id").asString();
    answer(
        put("/api/v1/plans/{id}/projects/{p}/state", kept, project)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"state\": \"SIGNED\", \"author\": \"Amina\"}"),
        200);

    JsonNode late =
        answer(
            put("/api/v1/plans/{id}/projects/{p}/state", kept, project)
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"state\": \"BUILT\"}"),
            409);
    assertThat(late.get("arguments").toString()).as("both").isEqualTo("[\"1\",\"0\"]");

    String left = answered(kept, "{\"without\": [\"Operator\"], \"steps\": 300}");
    assertThat(page(kept, left)).doesNotContain("data-partners");
    String alone = answered(kept, wanted.formatted("{\"partners\": [" + UNION + "]}"));
    assertThat(page(kept, alone).split("data-partners=\"")[1].split("\"")[0])
        .as("the form holds the partners of the question, not of the plan")
        .contains("&quot;Union&quot;")
        .doesNotContain("&quot;Operator&quot;");
    JsonNode change = answer(get("/api/v1/fundings/{id}/answer", left), 200).get("change");
    double served = found.get("totals").get("peopleServed").asDouble();
    assertThat(change.get("peopleLost").asDouble())
        .as("60 %% of a project is no project: %s", change)
        .isEqualTo(served);
    assertThat(change.get("places").get(0).get("name").asString()).startsWith("Place ");
    assertThat(change.get("projects").get("fell").size())
        .isEqualTo(found.get("totals").get("projectsFunded").asInt());
    assertThat(answer(get("/api/v1/plans/{id}/funding", kept), 200).get("totals"))
        .isEqualTo(standing.get("totals"));
    String other = answer(post("/api/v1/fundings/{id}/plan", left), 201).get("id").asString();
    assertThat(answer(get("/api/v1/plans/{id}/projects/{p}/states", other, project), 200))
        .as("what was said of a project goes with it")
        .isEqualTo(answer(get("/api/v1/plans/{id}/projects/{p}/states", kept, project), 200))
        .hasSize(1);
    String states = "/api/v1/plans/" + other + "/projects/" + project + "/state";
    String built = "{\"state\": \"BUILT\"}";
    atOnce(
        4, () -> answer(put(states).contentType(MediaType.APPLICATION_JSON).content(built), 200));
    assertThat(answer(get("/api/v1/plans/{id}/projects/{p}/states", other, project), 200))
        .as("who does not say what they have seen loses nothing either")
        .hasSize(5);
  }

  private static void atOnce(int writers, Callable<?> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    try {
      for (Future<?> each : pool.invokeAll(Collections.nCopies(writers, work))) {
        each.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  /**
   * Reads a number, writes it back with one more, and begins anew when told that it has changed.
   */
  private Void countOn(String id) throws Exception {
    int status = 0;
    while (status != 200) {
      JsonNode now = answer(get("/api/v1/partners/{id}", id), 200);
      var next =
          put("/api/v1/partners/{id}", id)
              .param("name", String.valueOf(now.get("name").asInt() + 1))
              .header("If-Match", "\"" + now.get("version").asString() + "\"")
              .content(PARTNERS);
      status = http.perform(next).andReturn().getResponse().getStatus();
      assertThat(status).isIn(200, 409);
    }
    return null;
  }

  @Test
  void ofManyWhoWriteAtOnceNobodyOverwritesAnother() throws Exception {
    String id =
        answer(post("/api/v1/partners").param("name", "0").content(PARTNERS), 201)
            .get("id")
            .asString();
    atOnce(8, () -> countOn(id));
    JsonNode end = answer(get("/api/v1/partners/{id}", id), 200);
    assertThat(end.get("name").asString()).isEqualTo("8");
    assertThat(end.get("version").asInt()).isEqualTo(9);
  }

  @Test
  void partnersAreKeptChangedByWhoSawThemLastAndTakenOutAsTheyCameIn() throws Exception {
    JsonNode made = answer(post("/api/v1/partners").param("name", "Ours").content(PARTNERS), 201);
    String id = made.get("id").asString();
    assertThat(made.get("partners").get(1).get("instrument").asString()).contains("equity");
    JsonNode file = answer(get("/api/v1/partners/{id}/file", id), 200);
    assertThat(file.get("partners").get(0).get("currency").get("usdPerUnit").asDouble())
        .isEqualTo(1.1);
    String alone = "{\"partners\": [" + OPERATOR + "]}";
    var change = put("/api/v1/partners/{id}", id).content(alone);
    answer(change, 428);
    JsonNode changed =
        answer(put("/api/v1/partners/{id}", id).header("If-Match", "\"1\"").content(alone), 200);
    assertThat(changed.get("version").asInt()).isEqualTo(2);
    JsonNode late =
        answer(put("/api/v1/partners/{id}", id).header("If-Match", "\"1\"").content(PARTNERS), 409);
    assertThat(late.get("arguments").toString()).isEqualTo("[\"Ours\",\"2\",\"1\"]");
    assertThat(answer(get("/api/v1/partners"), 200).toString()).contains(id);
    String plan = plans.add(TinyWorld.plan(2e6), "run", null);
    String by = answered(plan, "{\"partnersId\": \"" + id + "\", \"steps\": 30}");
    assertThat(answer(get("/api/v1/fundings/{id}/answer", by), 200).get("payers")).hasSize(1);
    http.perform(delete("/api/v1/partners/{id}", id)).andExpect(status().isNoContent());
    answer(get("/api/v1/partners/{id}", id), 404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | {} | has no partners yet",
        "fr | {} | n’a pas encore de partenaires",
        "en | {\"partner\": 1} | no field of this question",
        "en | {\"partners\": {\"partners\": []}} | 0 partners",
        "fr | {\"partners\": {\"partners\": [{\"letter\": \"E\"}]}} | instrument",
        "en | {\"partnersId\": \"nobody\"} | no set of partners",
        "en | {\"seconds\": -1} | seconds"
      })
  void whatCannotBeAskedIsRefusedInTheReadersLanguage(String language, String body, String sentence)
      throws Exception {
    String plan = plans.add(TinyWorld.plan(2e6), "run", null);
    http.perform(
            post("/api/v1/plans/{id}/fundings", plan)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", language)
                .content(body))
        .andExpect(status().is4xxClientError())
        .andExpect(jsonPath("$.detail").value(containsString(sentence)));
  }
}
