package org.kiungo.web.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.job.LostLease;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports wait in the database, one can follow and stop them, and only who holds one ends it. */
@ApiTest
class ImportQueueTest {

  private static final String ROWS = "id,name,lon,lat,population\na,Alpha,28.20,-29.50,4000\n";
  private static final String TURN = "default/settlements/LSO/";

  @Autowired private MockMvc http;
  @Autowired private JsonMapper json;
  @Autowired private Datasets datasets;
  @Autowired private HeavyRequests heavy;
  @Autowired private JobTable table;
  @Autowired private ImportWork work;
  @Autowired private Uploads uploads;

  private JsonNode ask(AbstractMockHttpServletRequestBuilder<?> asked, int status)
      throws Exception {
    var answer = http.perform(asked).andReturn().getResponse();
    String text = answer.getContentAsString(StandardCharsets.UTF_8);
    assertThat(answer.getStatus()).as(text).isEqualTo(status);
    return json.readTree(text);
  }

  private static AbstractMockHttpServletRequestBuilder<?> sending(String name, String rows) {
    return multipart("/api/v1/datasets")
        .file(
            new MockMultipartFile(
                "file", "f.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)))
        .param("layer", "settlements")
        .param("country", "LSO")
        .param("name", name)
        .param("source", "test")
        .param("licence", "CC0");
  }

  private JsonNode queued(String name, String rows) throws Exception {
    return ask(sending(name, rows).header("Prefer", "respond-async"), 202);
  }

  private JsonNode ended(String id) throws Exception {
    while (true) {
      JsonNode now = ask(get("/api/v1/imports/{id}", id), 200);
      if (!List.of("QUEUED", "RUNNING").contains(now.get("job").get("state").asString())) {
        return now;
      }
      Thread.sleep(20);
    }
  }

  private static String id(JsonNode answer) {
    return answer.get("job").get("id").asString();
  }

  @Test
  void whatWaitsIsSeenAndStoppedAndTheRestIsStoredOnce() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    Thread other =
        new Thread(
            () ->
                datasets
                    .store()
                    .inTurn(
                        TURN + "held",
                        () -> {
                          held.countDown();
                          return awaited(done);
                        }));
    other.start();
    held.await();
    List<String> first = new ArrayList<>();
    JsonNode last;
    JsonNode unfit;
    try {
      for (int k = 0; k < heavy.atOnce(); k++) {
        first.add(id(queued("held", ROWS)));
      }
      last = queued("held", ROWS);
      unfit = queued("held", "id,name\na,Alpha\n");
      JsonNode job = ask(get("/api/v1/imports/{id}", id(last)), 200).get("job");
      assertThat(job.get("state").asString()).isEqualTo("QUEUED");
      assertThat(job.get("before").asInt()).isEqualTo(first.size());
      assertThat(job.get("file").asString()).isEqualTo("f.csv");
      JsonNode stopped = ask(post("/api/v1/imports/{id}/stop", id(last)), 202);
      assertThat(stopped.get("job").get("state").asString()).isEqualTo("STOPPED");
      ask(post("/api/v1/imports/{id}/stop", first.get(0)), 202);
    } finally {
      done.countDown();
      other.join();
    }
    List<Integer> versions = new ArrayList<>();
    for (String each : first.subList(1, first.size())) {
      JsonNode now = ended(each);
      assertThat(now.get("stored").asBoolean()).isTrue();
      assertThat(now.get("report").get("importId").asString()).isEqualTo(each);
      versions.add(now.get("version").get("version").asInt());
    }
    assertThat(ended(first.get(0)).get("job").get("state").asString()).isEqualTo("STOPPED");
    JsonNode refused = ended(id(unfit));
    assertThat(refused.get("job").get("error").get("code").asString())
        .isEqualTo("file.columnMissing");
    assertThat(refused.get("job").get("error").get("detail").asString()).contains("f.csv");
    assertThat(versions).doesNotHaveDuplicates();
    assertThat(ask(get("/api/v1/imports"), 200).valueStream())
        .extracting(each -> each.get("id").asString())
        .contains(id(last), id(unfit));
  }

  @Test
  void whatWaitsForAnAnswerIsNotToldAsStored() throws Exception {
    String twins =
        "id;name;lon;lat;people\na;Maseru;27.48;-29.31;330760\nb;MASERU;27.4801;-29.31;330760\n";
    assertThat(outcome(sending("outcome", twins), 422)).isEqualTo("asked");
    String nowhere = "id,name,lon,lat,population\na,Alpha,28.2,99.5,10\n";
    assertThat(outcome(sending("outcome", nowhere), 422)).isEqualTo("nothing");
    assertThat(outcome(sending("outcome", ROWS), 201)).isEqualTo("stored");
  }

  private String outcome(AbstractMockHttpServletRequestBuilder<?> asked, int status)
      throws Exception {
    String id = id(ask(asked, status));
    JsonNode job = ended(id).get("job");
    assertThat(job.get("state").asString()).isEqualTo("FINISHED");
    String outcome = job.get("outcome").asString();
    JsonNode line =
        ask(get("/api/v1/queue"), 200)
            .valueStream()
            .filter(each -> each.get("id").asString().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(line.at("/progress/phase").asString())
        .isEqualTo(outcome.equals("stored") ? "" : "unstored");
    return outcome;
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void anImportThatAnotherServerTookOverStoresNothing() throws Exception {
    JsonNode before = ask(sending("fenced", ROWS), 201);
    String upload = uploads.begin().id();
    uploads.append(
        upload,
        "f.csv",
        0,
        new java.io.ByteArrayInputStream(ROWS.getBytes(StandardCharsets.UTF_8)));
    JobRow asked = table.findOfAny(id(before)).orElseThrow();
    String body = asked.body().replace(ImportBody.of(asked.body()).upload(), upload);
    String id = "fenced";
    table.insert(work, id, new Jobs.Ask(work.kind(), "f.csv", body, null, null), 0);
    JobRow row = table.findOfAny(id).orElseThrow();
    Lease slept = table.leases().begin(id).orElseThrow();
    Lease awake = table.leases().begin(id).orElseThrow();
    LiveJob ghost = new LiveJob(row, slept, table);
    assertThatThrownBy(() -> work.work(ghost)).isInstanceOf(LostLease.class);
    String dataset = before.get("dataset").get("id").asString();
    assertThat(datasets.store().versions(dataset)).hasSize(1);
    work.work(new LiveJob(row, awake, table));
    assertThat(datasets.store().versions(dataset)).hasSize(2);
    DatasetImport.Outcome kept = datasets.importer().find(id).orElseThrow();
    assertThat(kept.version().version()).isEqualTo(2);
    table.leases().giveBack(awake);
    assertThat(table.findOfAny(id).orElseThrow().state().isOver()).isTrue();
  }
}
