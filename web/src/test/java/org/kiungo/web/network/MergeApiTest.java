package org.kiungo.web.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.web.ApiTest;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.dataset.StoredRecords;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.job.LostLease;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** B leaves A by 3 km for 40 km and comes back: two drawings, one question, one network. */
@ApiTest
class MergeApiTest {

  private static final String A = "wkt,id,status\n\"LINESTRING(31 -26.5,32 -26.5)\",a,\n";
  private static final String B =
      "wkt,id,status,owner,note\n\"LINESTRING(31 -26.5,31.3 -26.5,31.32 -26.47,31.68 -26.47,"
          + "31.7 -26.5,32 -26.5)\",b,operational,EPTC,ring\n";

  @Autowired private MockMvc http;
  @Autowired private JsonMapper json;
  @Autowired private Datasets datasets;
  @Autowired private JobTable table;
  @Autowired private MergeWork work;

  private JsonNode answer(AbstractMockHttpServletRequestBuilder<?> asked, int status)
      throws Exception {
    var answer = http.perform(asked.header("Accept-Language", "en")).andReturn().getResponse();
    String text = answer.getContentAsString(StandardCharsets.UTF_8);
    assertThat(answer.getStatus()).as(text).isEqualTo(status);
    return json.readTree(text);
  }

  private String drawing(String name, String csv) throws Exception {
    return drawing("SWZ", name, csv);
  }

  private String drawing(String country, String name, String csv) throws Exception {
    JsonNode stored =
        answer(
            multipart("/api/v1/datasets")
                .file(new MockMultipartFile("file", name + ".csv", "text/csv", csv.getBytes()))
                .param("layer", "fibre-lines")
                .param("country", country)
                .param("name", name)
                .param("source", "regulator " + name)
                .param("licence", "CC0"),
            201);
    return stored.get("dataset").get("id").asString() + "/1";
  }

  private JsonNode choose(String body, int status) throws Exception {
    return answer(
        put("/api/v1/networks/SWZ").contentType(MediaType.APPLICATION_JSON).content(body), status);
  }

  @Test
  void drawingsAreChosenMergedDecidedStoredAndLearntFrom() throws Exception {
    String a = drawing("A", A);
    String b = drawing("B", B);
    JsonNode offered = answer(get("/api/v1/networks/SWZ"), 200);
    assertThat(offered.get("choice").get("drawings").size()).isEqualTo(2);
    choose("{\"drawings\": [\"" + a + "\", \"" + b + "\"]}", 200);
    JsonNode merged = answer(get("/api/v1/networks/SWZ/merged"), 200);
    assertThat(merged.get("why").asString()).contains("comes from your data");
    JsonNode doubt = merged.get("doubts").get(0);
    assertThat(doubt.get("decision").asString()).isEqualTo("LATER");
    assertThat(doubt.get("sentence").asString()).startsWith("B v1 runs beside A v1 for 4");

    answer(
        post("/api/v1/networks/SWZ/decisions")
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                "{\"decisions\": {\"" + doubt.get("id").asString() + "\": \"SAME_AS_OTHER\"}}"),
        200);
    JsonNode decided = answer(get("/api/v1/networks/SWZ/merged"), 200);
    assertThat(decided.get("doubts").get(0).get("decision").asString()).isEqualTo("SAME_AS_OTHER");
    assertThat(decided.get("lengthKm").asDouble())
        .isCloseTo(merged.get("lengthKm").asDouble() + 4.5, within(3.0));

    JsonNode stored = answer(post("/api/v1/networks/SWZ/versions").param("name", "one"), 201);
    assertThat(stored.get("undecided").asInt()).isZero();
    JsonNode from = stored.get("version").get("provenance");
    assertThat(from.get("source").asString()).isEqualTo("regulator A; regulator B");
    assertThat(from.get("transformation").asString())
        .startsWith("conflate: A v1, B v1 (" + a + ", " + b + "); tolerance ");
    assertThat(datasets.originals().path(from.get("sha256").asString())).content().contains(b);
    StringBuilder seen = new StringBuilder();
    datasets
        .store()
        .forEachFeature(
            stored.get("version").get("datasetId").asString(),
            1,
            row -> {
              assertThat(StoredRecords.fibreLine(row).status())
                  .isEqualTo(FibreLine.Status.OPERATIONAL);
              assertThat(row.attributes()).containsEntry("owner", "EPTC");
              seen.append(row.attributes().get("attributes.seenBy")).append('|');
            });
    assertThat(seen.toString()).contains("A v1; B v1");

    JsonNode again = answer(get("/api/v1/networks/SWZ"), 200);
    assertThat(again.get("drawings").size()).isEqualTo(3);
    assertThat(answer(get("/api/v1/networks/SWZ/merged"), 200).get("why").asString())
        .contains("last merged");
    String c =
        drawing("C", "wkt,id,operator\n\"LINESTRING(31 -26.5,32 -26.5)\",c,Swazi MTN; EPTC\n");
    String d =
        drawing("D", "wkt,id,operator\n\"LINESTRING(31 -26.5,32 -26.5)\",d,Eswatini Mobile\n");
    choose("{\"drawings\": [\"" + c + "\", \"" + d + "\"]}", 200);
    JsonNode road = answer(get("/api/v1/networks/SWZ/merged"), 200).get("doubts").get(0);
    assertThat(road.get("sentence").asString())
        .contains("Swazi MTN; EPTC (C v1) and Eswatini Mobile (D v1)");
    JsonNode one = answer(post("/api/v1/networks/SWZ/versions").param("name", "road"), 201);
    assertThat(one.at("/undecided").asInt()).isEqualTo(1);
    datasets
        .store()
        .forEachFeature(
            one.at("/version/datasetId").asString(),
            1,
            row -> {
              assertThat(StoredRecords.fibreLine(row).operator())
                  .isEqualTo("Swazi MTN; EPTC; Eswatini Mobile");
              assertThat(row.attributes().get("attributes.toldBy") + "")
                  .contains("operator: C v1, D v1");
            });
    answer(
        post("/api/v1/networks/SWZ/decisions")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"decisions\": {\"" + road.get("id").asString() + "\": \"SECOND\"}}"),
        200);
    JsonNode two = answer(get("/api/v1/networks/SWZ/merged"), 200);
    assertThat(two.get("segments").size()).isEqualTo(2);
    assertThat(two.get("lengthKm").asDouble())
        .isCloseTo(one.get("lengthKm").asDouble(), within(1e-6));
    assertThat(two.get("sum").asString()).contains("km more of cables share a road");

    choose("{\"drawings\": [\"nobody\"]}", 422);
    choose("{\"drawings\": [\"" + a + "\"], \"toleranceKm\": 0}", 422);
    choose("{\"drawings\": []}", 200);
    answer(get("/api/v1/networks/SWZ/merged"), 422);
    answer(get("/api/v1/networks/XXX"), 404);
  }

  private static final String PATH = "/api/v1/networks/MWI";

  @Test
  void storingWaitsItsTurnAndIsDoneOnceHoweverOftenItIsAskedFor() throws Exception {
    drawing("MWI", "one", "wkt,id\n\"LINESTRING(33.5 -13,34 -13)\",a\n");
    JsonNode begun =
        answer(
            post(PATH + "/versions")
                .param("name", "turn")
                .header("Prefer", "respond-async")
                .header("Idempotency-Key", "turn"),
            202);
    String id = begun.at("/job/id").asString();
    JsonNode again =
        answer(
            post(PATH + "/versions").param("name", "turn").header("Idempotency-Key", "turn"), 201);
    assertThat(again.at("/job/id").asString()).isEqualTo(id);
    assertThat(again.at("/version/version").asInt()).isEqualTo(1);
    assertThat(answer(get("/api/v1/merges/{id}", id), 200).at("/job/state").asString())
        .isEqualTo("FINISHED");
    JsonNode lines = answer(get("/api/v1/queue"), 200);
    assertThat(lines.toString())
        .contains("\"kind\":\"merge\",\"name\":\"turn\",\"countries\":[\"MWI\"]");
    assertThat(answer(get(PATH), 200).get("storing").isNull()).isTrue();
  }

  @Test
  void oneThatWasInterruptedBeginsAnewAndOneThatIsStoppedStoresNothing() throws Exception {
    drawing("MWI", "two", "wkt,id\n\"LINESTRING(33.5 -12,34 -12)\",a\n");
    JsonNode stored = answer(post(PATH + "/versions").param("name", "fenced"), 201);
    String dataset = stored.at("/version/datasetId").asString();
    JobRow asked = table.findOfAny(stored.at("/job/id").asString()).orElseThrow();
    table.insert(
        work, "fenced-merge", new Jobs.Ask(work.kind(), "fenced", asked.body(), null, null), 0);
    JobRow row = table.findOfAny("fenced-merge").orElseThrow();
    JsonNode waits = answer(get(PATH), 200).get("storing");
    assertThat(waits.get("state").asString()).isEqualTo("QUEUED");
    Lease killed = table.leases().begin("fenced-merge").orElseThrow();
    Lease next = table.leases().begin("fenced-merge").orElseThrow();
    LiveJob ghost = new LiveJob(row, killed, table);
    assertThatThrownBy(() -> work.work(ghost)).isInstanceOf(LostLease.class);
    assertThat(datasets.store().versions(dataset)).hasSize(1);
    work.work(new LiveJob(row, next, table));
    assertThat(datasets.store().versions(dataset)).hasSize(2);
    table.leases().giveBack(next);

    table.insert(
        work, "stopped-merge", new Jobs.Ask(work.kind(), "fenced", asked.body(), null, null), 0);
    assertThat(
            answer(post("/api/v1/merges/{id}/stop", "stopped-merge"), 202)
                .at("/job/state")
                .asString())
        .isEqualTo("STOPPED");
    assertThat(datasets.store().versions(dataset)).hasSize(2);
    answer(get("/api/v1/merges/{id}", "nobody"), 404);
    answer(post(PATH + "/versions").param("name", " "), 422);
  }
}
