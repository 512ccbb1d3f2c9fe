package org.kiungo.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.kiungo.web.intake.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS) // what other tests imported counts here
class DatasetApiTest {

  private static final String GOOD =
      "id,name,lon,lat,population\na,Alpha,28.20,-29.50,4000\nb,Beta,28.25,-29.52,2500\n";
  private static final String CHANGED =
      "id,name,lon,lat,population\na,Alpha,28.20,-29.50,4100\nc,Gamma,28.35,-29.45,900\n";
  private static final String ONE_BAD =
      "id,name,lon,lat,population\na,Alpha,28.20,-29.50,4000\nb,Beta,28.25,-29.52,-7\n";

  @Autowired private MockMvc http;
  @Autowired private Datasets datasets;
  @Autowired private Uploads uploads;
  @Autowired private JsonMapper json;
  @Autowired private DataSource database;

  private static MockMultipartHttpServletRequestBuilder upload(String address, String text) {
    return multipart(address)
        .file(
            new MockMultipartFile(
                "file", "places.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
  }

  private JsonNode add(String name, String text) throws Exception {
    return json.readTree(
        http.perform(
                upload("/api/v1/datasets", text)
                    .param("layer", "settlements")
                    .param("country", "LSO")
                    .param("name", name)
                    .param("source", "test")
                    .param("licence", "CC0"))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  @Test
  void aSecondImportIsAVersionThatCanBeComparedAndUndone() throws Exception {
    String id = add("versions", GOOD).get("dataset").get("id").asString();
    JsonNode second = add("versions", CHANGED);
    assertThat(second.get("dataset").get("id").asString()).isEqualTo(id);
    assertThat(second.get("changes").get("added").get(0).asString()).isEqualTo("c");
    assertThat(second.get("changes").get("changed").get(0).asString()).isEqualTo("a");
    assertThat(second.get("changes").get("removed").get(0).asString()).isEqualTo("b");
    http.perform(get("/api/v1/datasets/{id}/diff?from=2&to=1", id))
        .andExpect(jsonPath("$.removed[0]").value("c"));
    http.perform(post("/api/v1/datasets/{id}/undo", id))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.currentVersion").value(1));
    http.perform(get("/api/v1/datasets/{id}/versions", id))
        .andExpect(jsonPath("$.length()").value(2))
        .andExpect(jsonPath("$[0].provenance.licence").value("CC0"));
    // of the undone one too
    http.perform(get("/api/v1/datasets/{id}/versions/2/original", id))
        .andExpect(content().bytes(CHANGED.getBytes(StandardCharsets.UTF_8)))
        .andExpect(header().string("Content-Disposition", containsString("places.csv")));
    http.perform(get("/api/v1/datasets/{id}/versions/3/original", id))
        .andExpect(status().isNotFound());
  }

  private JsonNode addWithKey(String text, String key, int status) throws Exception {
    return addWithKey("keyed", text, key, status);
  }

  private JsonNode addWithKey(String name, String text, String key, int status) throws Exception {
    return json.readTree(
        http.perform(
                upload("/api/v1/datasets", text)
                    .param("layer", "settlements")
                    .param("country", "LSO")
                    .param("name", name)
                    .param("source", "test")
                    .param("licence", "CC0")
                    .header("Idempotency-Key", key))
            .andExpect(status().is(status))
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  @Test
  void aPieceThatComesSlowlyHoldsUpNoOther() throws Exception {
    String id = uploads.begin().id();
    AtomicBoolean others = new AtomicBoolean();
    InputStream slow =
        new InputStream() {
          @Override
          public int read() throws IOException {
            // before this piece has come, another one does
            Thread other = new Thread(() -> others.set(appended(id, "quick.csv")));
            other.start();
            try {
              other.join(TimeUnit.MINUTES.toMillis(1));
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return -1;
          }
        };
    uploads.append(id, "slow.csv", 0, slow);
    assertThat(others).isTrue();
    assertThat(uploads.find(id).received()).containsOnlyKeys("quick.csv", "slow.csv");
  }

  private boolean appended(String id, String name) {
    try {
      uploads.append(id, name, 0, new ByteArrayInputStream(new byte[] {1}));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private String codeWithKey(String text, String key, String asked) throws Exception {
    String[] fields = asked.split(" ");
    return json.readTree(
            http.perform(
                    upload("/api/v1/datasets", text)
                        .param("layer", fields[0])
                        .param("country", fields[1])
                        .param("name", fields[2])
                        .param("source", fields[3])
                        .param("licence", "CC0")
                        .param("accept", fields[4])
                        .header("Idempotency-Key", key))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsByteArray())
        .get("code")
        .asString();
  }

  /**
   * Whoever heard no answer asks again, with the upload that was thrown away once it was stored.
   */
  @Test
  void aKeySentAgainWithTheSameUploadIsOneImport() throws Exception {
    List<JsonNode> stored = new ArrayList<>();
    String upload = uploaded(GOOD);
    String fresh = uploaded(GOOD);
    for (String each : List.of(upload, upload, fresh)) {
      stored.add(fromUpload(each, 201));
    }
    assertThat(stored)
        .extracting(each -> each.get("version"))
        .containsOnly(stored.get(0).get("version"));
    assertThat(fromUpload(uploaded(CHANGED), 422).get("code").asString())
        .isEqualTo("import.key-reused");
    String id = stored.get(0).get("dataset").get("id").asString();
    http.perform(post("/api/v1/datasets/{id}/undo", id)).andExpect(status().isOk());
  }

  private String uploaded(String text) throws IOException {
    String id = uploads.begin().id();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    uploads.append(id, "rows.csv", 0, new ByteArrayInputStream(bytes));
    return id;
  }

  private JsonNode fromUpload(String id, int status) throws Exception {
    return json.readTree(
        http.perform(
                multipart("/api/v1/datasets")
                    .param("upload", id)
                    .param("layer", "settlements")
                    .param("country", "LSO")
                    .param("name", "uploaded")
                    .param("source", "test")
                    .param("licence", "CC0")
                    .header("Idempotency-Key", "lost"))
            .andExpect(status().is(status))
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  @Test
  void aKeySentTwiceIsOneImport() throws Exception {
    JsonNode first = addWithKey(GOOD, "retry", 201);
    JsonNode again = addWithKey(GOOD, "retry", 201);
    assertThat(again.get("version")).isEqualTo(first.get("version"));
    assertThat(again.get("report")).isEqualTo(first.get("report"));
    JsonNode other = addWithKey(CHANGED, "another", 201);
    assertThat(other.get("version").get("version").asInt()).isEqualTo(2);
    assertThat(addWithKey(CHANGED, "another", 201).get("changes")).isEqualTo(other.get("changes"));
    String id = first.get("dataset").get("id").asString();
    http.perform(get("/api/v1/datasets/{id}/versions", id))
        .andExpect(jsonPath("$.length()").value(2));
    String usual = "settlements LSO keyed test good";
    for (String unlike :
        List.of(
            "nodes LSO keyed test good",
            "settlements BEN keyed test good",
            "settlements LSO other test good",
            "settlements LSO keyed others good",
            "settlements LSO keyed test all-or-nothing")) {
      assertThat(codeWithKey(GOOD, "retry", unlike)).as(unlike).isEqualTo("import.key-reused");
    }
    assertThat(codeWithKey(CHANGED, "retry", usual)).isEqualTo("import.key-reused");
    assertThat(codeWithKey(GOOD + " ", "retry", usual)).isEqualTo("import.key-reused");
    assertThat(addWithKey(GOOD, "retry", 201).get("version")).isEqualTo(first.get("version"));
    addWithKey(GOOD, "k".repeat(201), 400);
    addWithKey(GOOD, " ", 400);
    addWithKey(GOOD, "a b", 400);
    // out of the way of other tests, which look at what the country has
    http.perform(post("/api/v1/datasets/{id}/undo", id));
    http.perform(post("/api/v1/datasets/{id}/undo", id))
        .andExpect(jsonPath("$.currentVersion").value(0));
  }

  /** Imports older than the queue keep their key with what is known of them. */
  @Test
  void aKeyThatOnlyTheImportKeepsIsNoOthersEither() throws Exception {
    JsonNode first = addWithKey("older", GOOD, "before", 201);
    JdbcClient rows = JdbcClient.create(database);
    rows.sql("UPDATE job SET idempotency_key = NULL WHERE idempotency_key = 'before'").update();
    rows.sql("UPDATE dataset_import SET request_key = 'before' WHERE id = ?")
        .param(first.get("report").get("importId").asString())
        .update();
    assertThat(addWithKey("older", GOOD, "before", 201).get("version"))
        .isEqualTo(first.get("version"));
    for (String unlike : List.of("nodes LSO older", "settlements BEN older", "settlements LSO a")) {
      assertThat(codeWithKey(GOOD, "before", unlike + " test good"))
          .as(unlike)
          .isEqualTo("import.key-reused");
    }
    assertThat(codeWithKey(CHANGED, "before", "settlements LSO older test good"))
        .isEqualTo("import.key-reused");
    String id = first.get("dataset").get("id").asString();
    http.perform(post("/api/v1/datasets/{id}/undo", id)).andExpect(status().isOk());
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", null)) {
      Worksheet sheet = book.newWorksheet("places");
      String[] rows = GOOD.split("\n");
      for (int r = 0; r < rows.length; r++) {
        String[] cells = rows[r].split(",");
        for (int c = 0; c < cells.length; c++) {
          sheet.value(r, c, cells[c]);
        }
      }
    }
    return bytes.toByteArray();
  }

  private int checked(byte[] workbook) throws Exception {
    return http.perform(
            multipart("/api/v1/datasets/check")
                .file(new MockMultipartFile("file", "places.xlsx", null, workbook))
                .param("layer", "settlements")
                .param("country", "LSO")
                .param("source", "test")
                .param("licence", "CC0"))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  @Test
  void aWorkbookThatWasCutOffIsRefused() throws Exception {
    byte[] whole = workbook();
    assertThat(checked(whole)).isEqualTo(200);
    for (int left : List.of(3, 20, whole.length / 3, whole.length / 2, whole.length - 1)) {
      assertThat(checked(Arrays.copyOf(whole, left))).as(left + " bytes").isEqualTo(422);
    }
  }

  @Test
  void whatIsStoredComesBackAsTheSameSettlements() throws Exception {
    add("same", GOOD);
    var settlements = datasets.layers("LSO").orElseThrow().settlements();
    var alpha =
        settlements.stream().filter(each -> each.id().equals("a")).findFirst().orElseThrow();
    assertThat(alpha.name()).isEqualTo("Alpha");
    assertThat(alpha.population()).isEqualTo(4000);
    assertThat(alpha.location().lon()).isEqualTo(28.20);
    assertThat(alpha.baselineModelled()).as("as the places around it").isTrue();
    assertThat(datasets.layers("BEN")).isEmpty();
  }

  @Test
  void aBadRowIsListedWithItsRemedyAndTheGoodOnesAreKept() throws Exception {
    JsonNode answer = add("partly", ONE_BAD);
    JsonNode report = answer.get("report");
    assertThat(report.get("rowsAccepted").asInt()).isEqualTo(1);
    assertThat(report.get("rowsListed").asInt()).isEqualTo(1);
    assertThat(report.get("problems").get(0).get("remedy").asString()).isNotBlank();
  }

  @Test
  void allOrNothingStoresNothing() throws Exception {
    http.perform(
            upload("/api/v1/datasets", ONE_BAD)
                .param("layer", "settlements")
                .param("country", "LSO")
                .param("name", "nothing")
                .param("source", "test")
                .param("licence", "CC0")
                .param("accept", "all-or-nothing"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.stored").value(false));
    http.perform(get("/api/v1/datasets"))
        .andExpect(jsonPath("$[?(@.name == 'nothing')]").isEmpty());
  }

  @Test
  void withoutSourceOrLicenceNothingIsStored() throws Exception {
    http.perform(
            upload("/api/v1/datasets", GOOD).param("layer", "settlements").param("country", "LSO"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value(containsString("source")));
  }

  @Test
  void inspectingTellsColumnsAndStoresNothing() throws Exception {
    http.perform(
            upload("/api/v1/datasets/inspect", GOOD)
                .param("layer", "settlements")
                .param("country", "LSO"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.inspection.layers[0].features").value(2))
        .andExpect(jsonPath("$.mapping.population").value("population"));
  }

  /** Figures of districts are no places: nobody's coverage rests on them. */
  @Test
  void aCensusAloneLeavesWhoIsCoveredTodayAsItWas() throws Exception {
    http.perform(
            upload("/api/v1/datasets", "district,population\nManzini,355945\nHhohho,320651\n")
                .param("layer", "census")
                .param("country", "SWZ")
                .param("source", "test")
                .param("licence", "CC0"))
        .andExpect(status().isCreated());
    assertThat(datasets.peopleToday()).doesNotContainKey("SWZ");
    http.perform(get("/api/v1/today/SWZ/exports")).andExpect(status().isOk());
  }
}
