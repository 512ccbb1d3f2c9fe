package org.kiungo.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many people write at one thing at once: whoever has not seen the last version is told so, with
 * both, and reads again; nothing that was taken is lost.
 *
 * <p>{@code mvn -Pcrash -Dtest=ManyWritersTest -Dkiungo.writers=50 -Dkiungo.edits=100}
 */
@Tag("crash")
class ManyWritersTest {

  private static final int WRITERS = Integer.getInteger("kiungo.writers", 50);
  private static final int EDITS = Integer.getInteger("kiungo.edits", 20);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  /** What is written at: a number that is read and written back with one more. */
  private enum Shared {
    DRAFT {
      @Override
      int counted(JsonNode now) {
        return now.get("edits").isEmpty() ? 0 : now.get("edits").get(0).get("label").asInt();
      }

      @Override
      String query(int next) {
        return "";
      }

      @Override
      String body(int next) {
        return ("{\"edits\": [{\"action\": \"LOCK\", \"area\": [[28, -30], [29, -30], [29, -29]],"
                + " \"label\": \"%d\"}], \"applied\": 1}")
            .formatted(next);
      }
    },
    PARTNERS {
      @Override
      int counted(JsonNode now) {
        return now.get("name").asInt();
      }

      @Override
      String query(int next) {
        return "?name=" + next;
      }

      @Override
      String body(int next) {
        return FUND;
      }
    };

    abstract int counted(JsonNode now);

    abstract String query(int next);

    abstract String body(int next);
  }

  private static final String FUND =
      "{\"partners\": [{\"letter\": \"O\", \"name\": \"Operator\", \"kind\": \"operator\","
          + " \"instrument\": {\"type\": \"equity\", \"rateRatio\": 0.1}, \"envelopes\":"
          + " [{\"firstYear\": 2027, \"lastYear\": 2036, \"amount\": 700000}]}]}";

  @Test
  void nothingIsLostOfWhatManyWriteAtOnce() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
      String plan = LedgerCheck.firstPlan(server);
      String draft = id(server.post("/api/v1/plans/" + plan + "/drafts", ""));
      write(server, Shared.DRAFT, "/api/v1/drafts/" + draft);
      String set = id(server.post("/api/v1/partners?name=0", FUND));
      write(server, Shared.PARTNERS, "/api/v1/partners/" + set);
    }
  }

  private static String id(HttpResponse<String> made) {
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return JSON.readTree(made.body()).get("id").asString();
  }

  private void write(ServerProcess server, Shared shared, String path) throws Exception {
    AtomicInteger conflicts = new AtomicInteger();
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> all = new ArrayList<>();
    for (int k = 0; k < WRITERS; k++) {
      all.add(
          writers.submit(
              () -> {
                for (int edit = 0; edit < EDITS; edit++) {
                  conflicts.addAndGet(addOne(server, shared, path));
                }
                return null;
              }));
    }
    for (Future<?> each : all) {
      each.get();
    }
    writers.shutdown();
    JsonNode end = JSON.readTree(server.get(path).body());
    int taken = WRITERS * EDITS;
    assertThat(shared.counted(end)).as("each counted one on").isEqualTo(taken);
    assertThat(end.get("version").asInt()).as("one version each").isEqualTo(1 + taken);
    RigTable.add(
        "ManyWritersTest " + shared,
        WRITERS + " writers, " + EDITS + " edits each",
        "%d taken, %d refused by 409, none lost".formatted(taken, conflicts.get()));
  }

  /** How often it was told to read again. */
  private int addOne(ServerProcess server, Shared shared, String path) throws Exception {
    for (int conflicts = 0; ; ) {
      JsonNode now = JSON.readTree(server.get(path).body());
      String version = now.get("version").asString();
      int next = shared.counted(now) + 1;
      HttpResponse<String> answer =
          put(server, path + shared.query(next), version, shared.body(next));
      if (answer.statusCode() == 200) {
        return conflicts;
      }
      if (answer.statusCode() == 409) {
        assertThat(answer.body()).contains("\"" + version + "\"");
        conflicts++;
      } else {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
      }
    }
  }

  private HttpResponse<String> put(ServerProcess server, String path, String version, String body)
      throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    return client.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + version + "\"")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
