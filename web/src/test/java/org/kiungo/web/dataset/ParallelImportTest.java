package org.kiungo.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Eight people import at once: every answer says what is stored, no more and no less. */
@ApiTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS) // what other tests imported counts here
@Tag("slow")
class ParallelImportTest {

  private static final int CLIENTS = 8;
  private static final int IMPORTS = 10;
  private static final String HEAD = "id,name,lon,lat,population\n";

  @Autowired private MockMvc http;
  @Autowired private JsonMapper json;

  /**
   * What a client was told.
   *
   * @param version 0 when nothing was stored
   */
  private record Told(String name, int version) {}

  private Told send(int client, int number) throws Exception {
    // every other import goes into a dataset of all, and some have nothing worth storing
    String name = number % 2 == 0 ? "all-" + number : "client-" + client;
    boolean bad = (client + number) % 5 == 4;
    String rows = HEAD + "a%d,Alpha,28.20,-29.50,%s\n".formatted(client, bad ? "-7" : "4000");
    MockHttpServletResponse answer =
        http.perform(
                multipart("/api/v1/datasets")
                    .file(
                        new MockMultipartFile(
                            "file",
                            "places.csv",
                            "text/csv",
                            rows.getBytes(StandardCharsets.UTF_8)))
                    .param("layer", "settlements")
                    .param("country", "LSO")
                    .param("name", name)
                    .param("source", "test")
                    .param("licence", "CC0"))
            .andReturn()
            .getResponse();
    JsonNode body = json.readTree(answer.getContentAsByteArray());
    assertThat(answer.getStatus()).as(body.toString()).isEqualTo(bad ? 422 : 201);
    int version = bad ? 0 : body.get("version").get("version").asInt();
    return new Told(name, version);
  }

  @Test
  void everyAnswerAgreesWithWhatIsStored() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    List<Callable<Told>> all = new ArrayList<>();
    for (int number = 0; number < IMPORTS; number++) {
      for (int client = 0; client < CLIENTS; client++) {
        int k = number;
        int c = client;
        all.add(() -> send(c, k));
      }
    }
    List<String> told = new ArrayList<>();
    List<Throwable> refused = new ArrayList<>();
    try {
      for (Future<Told> each : clients.invokeAll(all)) {
        try {
          Told answer = each.get();
          if (answer.version > 0) {
            told.add(answer.name + " " + answer.version);
          }
        } catch (java.util.concurrent.ExecutionException wrong) {
          refused.add(wrong.getCause());
        }
      }
    } finally {
      clients.shutdown();
    }
    assertThat(refused).isEmpty();
    assertThat(stored()).containsExactlyInAnyOrderElementsOf(told);
  }

  private List<String> stored() throws Exception {
    List<String> stored = new ArrayList<>();
    for (JsonNode dataset : read("/api/v1/datasets")) {
      String id = dataset.get("id").asString();
      for (JsonNode version : read("/api/v1/datasets/" + id + "/versions")) {
        stored.add(dataset.get("name").asString() + " " + version.get("version").asInt());
      }
    }
    return stored;
  }

  private JsonNode read(String address) throws Exception {
    return json.readTree(
        http.perform(get(address)).andReturn().getResponse().getContentAsByteArray());
  }
}
