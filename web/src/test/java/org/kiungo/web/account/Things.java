package org.kiungo.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.access.Role;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.store.Organisation;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of everything that an organisation can have, made as its users make it. */
final class Things {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static final String PARTNERS =
      """
      {"partners": [{"letter": "U", "name": "Fund", "kind": "universal-service-fund",\
       "instrument": {"type": "grant"},\
       "envelopes": [{"firstYear": 2027, "lastYear": 2036, "amount": 2000000}]}]}"""
          .strip();

  private final MockMvc http;
  private final People people;

  Things(MockMvc http, People people) {
    this.http = http;
    this.people = people;
  }

  /** By the address that asks for it. */
  Map<String, String> ours(Plans plans, Accounts accounts) throws Exception {
    String plan = plan(plans, 1.9e6);
    String other = plan(plans, 1.2e6);
    JsonNode placement =
        sent(
            post("/api/v1/placements"),
            "{\"planId\": \""
                + plan
                + "\", \"services\": [\"telemedicine-hub\"], \"budgetUsd\": 4e5}");
    JsonNode imported = imported();
    JsonNode share = sent(post("/api/v1/plans/{id}/shares", plan), "{}");
    JsonNode run =
        sent(post("/api/v1/runs"), "{\"countries\": [\"LSO\"], \"budgetUsd\": 1e6, \"steps\": 5}");
    JsonNode funding =
        sent(post("/api/v1/plans/{id}/fundings", plan), "{\"partners\": " + PARTNERS + "}");
    String funded = finished("fundings", funding);
    String paid = answer(post("/api/v1/fundings/{id}/plan", funded)).get("id").asString();
    answer(post("/api/v1/plans/{id}/attribution", paid).param("over", other));
    answer(post("/api/v1/plans/{id}/doubt", paid).param("futures", "4"));
    answer(post("/api/v1/plans/{id}/alternatives", paid).param("count", "1"));
    built(paid);
    JsonNode partners = sent(post("/api/v1/partners").param("name", "Fund"), PARTNERS);
    // whom others may erase
    Account invited = accounts.add(People.OURS, "guest", Role.VIEWER, null, null);
    Map<String, String> things = always();
    sent(put("/api/v1/workspaces/{iso3}/choice", "LSO"), "{}");
    sent(
        put("/api/v1/countries/{iso3}/told-facts/{topic}", "LSO", "REGULATOR"),
        "{\"value\": \"LCA\"}");
    things.put("plan", plan);
    things.put("other", other);
    things.put("upload", answer(post("/api/v1/datasets/uploads")).get("id").asString());
    things.put("/plans/id", paid);
    things.put("/plans/*/sites/siteId", site(paid));
    things.put("/fundings/id", funded);
    things.put("/doubts/id", studied(paid, "doubt"));
    things.put("/alternatives/id", studied(paid, "alternatives"));
    things.put("study", things.get("/alternatives/id"));
    things.put("/exports/id", exported(plan));
    JsonNode merged = answer(post("/api/v1/networks/TGO/versions").param("name", "Ours"));
    things.put("/merges/id", merged.get("job").get("id").asString());
    things.put("/plans/*/projects/projectId", project(paid));
    sent(
        put("/api/v1/plans/{id}/projects/{p}/state", paid, project(paid)),
        "{\"state\": \"AGREED\"}");
    things.put("/partners/id", partners.get("id").asString());
    things.put("/comparisons/from", plan);
    things.put("/comparisons/*/to", other);
    things.put("/plans/*/comments/commentId", comment(paid));
    sent(
        post("/api/v1/plans/{id}/reviews", paid),
        "{\"state\": \"REVIEWED\", \"reason\": \"read\"}");
    things.put("/drafts/id", answer(post("/api/v1/plans/{id}/drafts", plan)).get("id").asString());
    things.put("/shares/id", share.get("id").asString());
    things.put("/b/token", share.get("href").asString().substring(3));
    things.put("/queue/*/id", finished("runs", run));
    things.put("/runs/id", finished("runs", run));
    things.put("/placements/id", finished("placements", placement));
    things.put("/datasets/id", imported.get("dataset").get("id").asString());
    things.put("dataset", imported.get("dataset").get("id").asString());
    things.put("/settlements/job", imported.get("report").get("importId").asString());
    things.put("/datasets/imports/importId", imported.get("report").get("importId").asString());
    things.put("/imports/id", imported.get("report").get("importId").asString());
    things.put("/datasets/uploads/id", things.get("upload"));
    things.put("/administration/users/id", invited.id());
    things.put("/password/token", accounts.invite(invited));
    things.put("/ogc/collections/collectionId", plan + "-settlements");
    return things;
  }

  /** An as-built file of nothing that the plan has. */
  private void built(String plan) throws Exception {
    byte[] row = "id,date\nnothing,2028-01-01\n".getBytes(StandardCharsets.UTF_8);
    http.perform(
        multipart("/plans/{id}/progress", plan)
            .file(new MockMultipartFile("file", "built.csv", "text/csv", row))
            .with(people.as(Role.PLANNER)));
  }

  /** One that serves a place. */
  private String site(String plan) throws Exception {
    for (int k = 0; k < 12; k++) {
      String place = "s%02d".formatted(k);
      String why = "/api/v1/plans/{id}/settlements/{place}/explanation";
      for (JsonNode each : answer(get(why, plan, place)).get("options")) {
        String site = each.get("siteId").asString();
        if (each.get("chosen").asBoolean() && !site.isEmpty()) {
          return site;
        }
      }
    }
    throw new IllegalStateException("no site serves any place");
  }

  /** Ids of the same form that are nobody's. */
  static Map<String, String> absent(Map<String, String> ours) {
    Map<String, String> absent = new HashMap<>(ours);
    Map<String, String> always = always();
    absent.replaceAll(
        (where, id) ->
            always.containsKey(where) || where.equals("/b/token") || where.startsWith("/password")
                ? id
                : id.startsWith("lso-")
                    ? "lso-" + id.substring(4).replaceAll("[0-9]", "f")
                    : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString());
    return absent;
  }

  private static Map<String, String> always() {
    Map<String, String> things = new HashMap<>();
    things.put("/queue/queue", "run");
    things.put("/comparisons/*/*/exports/format", "geojson");
    things.put("/today/*/exports/format", "geojson");
    things.put("/openness/countries/*/exports/format", "geojson");
    things.put("/placements/*/exports/format", "geojson");
    things.put("/datasets/*/versions/version", "1");
    things.put("/datasets/*/versions/*/exports/format", "geojson");
    things.put("/partner-library/id", "ndici-ssa");
    things.put("/plans/*/files/name", "scenario.json");
    things.put("/plans/*/progress/name", "variance.csv");
    things.put("/plans/*/progress/proofs/sha256", "0".repeat(64));
    things.put("/plans/*/exports/format", "geojson");
    things.put("/plans/*/lots/exports/format", "geojson");
    things.put("/plans/*/settlements/settlementId", "s05");
    things.put("/placements/*/files/name", "service-plan.json");
    things.put("/doubts/*/files/name", "doubt.json");
    things.put("/alternatives/*/files/name", "alternatives.json");
    things.put("/alternatives/*/plans/number", "1");
    things.put("/doubts/*/survey/exports/format", "geojson");
    things.put("/datasets/uploads/*/name", "a.csv");
    things.put("/countries/iso3", "LSO");
    things.put("/countries/*/told-facts/topic", "REGULATOR");
    things.put("/today/iso3", "LSO");
    things.put("/workspaces/iso3", "LSO");
    things.put("/data/iso3", "LSO");
    things.put("/networks/iso3", "LSO");
    things.put("/openness/countries/iso3", "LSO");
    things.put("/openness/regions/rec", "AES");
    things.put("/regulation/countries", "LSO");
    things.put("/regulation/*/exports/format", "csv");
    things.put("/schemas/name", "scenario.json");
    things.put("/messages/language", "en");
    things.put("/messages/*/part", "run");
    things.put("/location-models/model", "p-median");
    things.put("/ogc/collections/*/items/featureId", "s05");
    String tiles = "/ogc/collections/*/tiles/WebMercatorQuad";
    things.put(tiles + "/tileMatrix", "0");
    things.put(tiles + "/*/tileRow", "0");
    things.put(tiles + "/*/*/tileCol", "0");
    things.put("/account/tokens/id", "none");
    return things;
  }

  private static String plan(Plans plans, double budgetUsd) {
    return Organisation.as(People.OURS, () -> plans.add(TinyWorld.plan(budgetUsd), "run", null));
  }

  /** One that was ready before it was answered has no address to wait at: then the next. */
  private String exported(String plan) throws Exception {
    String at = null;
    for (String format : List.of("geojson", "gpkg", "fgb", "shp")) {
      at = at == null ? later(plan, format) : at;
    }
    String id = at.substring(at.lastIndexOf('/') + 1);
    return finished("exports", JSON.createObjectNode().put("id", id).put("state", ""));
  }

  private String later(String plan, String format) throws Exception {
    return http.perform(
            get("/api/v1/plans/{id}/exports/" + format, plan)
                .header("Prefer", "respond-async")
                .with(people.as(Role.VIEWER)))
        .andReturn()
        .getResponse()
        .getHeader("Location");
  }

  private String studied(String plan, String kind) throws Exception {
    JsonNode now = answer(get("/api/v1/plans/{id}/" + kind, plan));
    for (int k = 0; k < 1200 && !now.get("state").asString().equals("FINISHED"); k++) {
      Thread.sleep(50);
      now = answer(get("/api/v1/plans/{id}/" + kind, plan));
    }
    assertThat(now.get("state").asString()).as(kind + " " + now).isEqualTo("FINISHED");
    return now.get("id").asString();
  }

  private String project(String plan) throws Exception {
    return answer(get("/api/v1/plans/{id}/projects", plan)).get(0).get("id").asString();
  }

  private String comment(String plan) throws Exception {
    return sent(
            post("/api/v1/plans/{id}/comments", plan),
            "{\"kind\": \"PLACE\", \"target\": \"s05\", \"text\": \"hill\"}")
        .get("id")
        .asString();
  }

  private JsonNode imported() throws Exception {
    String rows = "id,name,lon,lat,population\na,Maseru,27.48,-29.31,330760\n";
    return answer(
        multipart("/api/v1/datasets")
            .file(
                new MockMultipartFile(
                    "file", "f.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)))
            .param("layer", "settlements")
            .param("country", "LSO")
            .param("source", "test")
            .param("licence", "CC0"));
  }

  private String finished(String kind, JsonNode begun) throws Exception {
    String id = begun.get("id").asString();
    JsonNode now = begun;
    for (int k = 0; k < 600 && !now.get("state").asString().equals("FINISHED"); k++) {
      Thread.sleep(50);
      now = answer(get("/api/v1/" + kind + "/{id}", id));
    }
    assertThat(now.get("state").asString()).as(kind + " " + now).isEqualTo("FINISHED");
    return id;
  }

  private JsonNode sent(AbstractMockHttpServletRequestBuilder<?> asked, String body)
      throws Exception {
    return answer(asked.contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private JsonNode answer(AbstractMockHttpServletRequestBuilder<?> asked) throws Exception {
    var answer = http.perform(asked.with(people.as(Role.DATA_STEWARD))).andReturn().getResponse();
    String text = answer.getContentAsString(StandardCharsets.UTF_8);
    assertThat(answer.getStatus()).as(text).isLessThan(300);
    return JSON.readTree(text);
  }
}
