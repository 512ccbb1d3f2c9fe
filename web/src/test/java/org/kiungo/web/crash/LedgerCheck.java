package org.kiungo.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kiungo.web.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a server has what was acknowledged: nothing lost, half there or twice. */
final class LedgerCheck {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LINES_OF_A_FAULT = 120;
  private static final int FAULTS_TOLD = 40_000;

  private LedgerCheck() {}

  static String firstPlan(ServerProcess server) throws Exception {
    return plan(server, 1_000_000);
  }

  /** Makes a plan under a budget. */
  static String plan(ServerProcess server, int budgetUsd) throws Exception {
    String run =
        "{\"countries\": [\"SYC\"], \"budgetUsd\": "
            + budgetUsd
            + ", \"steps\": 1, \"name\": \"first\"}";
    HttpResponse<String> begun = server.post("/api/v1/runs", run);
    while (begun.statusCode() == 503) { // on a machine that has other things to do
      TimeUnit.SECONDS.sleep(1);
      begun = server.post("/api/v1/runs", run);
    }
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    String id = JSON.readTree(begun.body()).get("id").asString();
    return ended(server, id).get("planId").asString();
  }

  static JsonNode ended(ServerProcess server, String run) throws Exception {
    for (int look = 0; look < 6_000; look++) {
      HttpResponse<String> told = server.get("/api/v1/runs/" + run);
      if (told.statusCode() == 503) { // on a machine that has other things to do
        TimeUnit.SECONDS.sleep(1);
        continue;
      }
      assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
      JsonNode now = JSON.readTree(told.body());
      if (List.of("FINISHED", "STOPPED", "FAILED").contains(now.get("state").asString())) {
        return now;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new AssertionError("run " + run + " does not end");
  }

  /** What a server's log tells of faults: each with the lines after it, the first ones. */
  static String faults(ServerProcess server) throws IOException {
    List<String> log = server.log();
    StringBuilder told = new StringBuilder("faults in the log:");
    int until = 0;
    for (int k = 0; k < log.size() && told.length() < FAULTS_TOLD; k++) {
      until = log.get(k).contains(" ERROR ") ? k + LINES_OF_A_FAULT : until;
      if (k < until) {
        told.append('\n').append(log.get(k));
      }
    }
    return told.toString();
  }

  static void look(ServerProcess server, String plan, Ledger ledger) throws Exception {
    assertThat(texts(server, "/api/v1/plans/" + plan + "/comments", "text"))
        .as("comments")
        .containsAll(ledger.comments)
        .doesNotHaveDuplicates();
    assertThat(texts(server, "/api/v1/plans/" + plan + "/shares", "id"))
        .as("shares")
        .containsAll(ledger.shares)
        .doesNotHaveDuplicates();
    assertThat(versions(server)).as("imports").containsAllEntriesOf(ledger.imports);
    for (String run : ledger.runs) {
      JsonNode over = ended(server, run);
      if (over.get("state").asString().equals("FAILED")) {
        assertThat(over.get("error").get("code").asString()).isEqualTo("run.interrupted");
      } else {
        String made = over.get("planId").asString();
        assertThat(server.get("/api/v1/plans/" + made).statusCode()).isEqualTo(200);
      }
    }
  }

  /** Asks again where a server that has much to take up says that it is busy. */
  private static JsonNode read(ServerProcess server, String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    for (int look = 0; look < 600 && answer.statusCode() == 503; look++) {
      TimeUnit.MILLISECONDS.sleep(200);
      answer = server.get(path);
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static List<String> texts(ServerProcess server, String path, String field)
      throws Exception {
    return read(server, path).valueStream().map(each -> each.get(field).asString()).toList();
  }

  /** Rows of every version there is; a dataset without one would be half an import. */
  static Map<String, Long> versions(ServerProcess server) throws Exception {
    Map<String, Long> rows = new HashMap<>();
    for (JsonNode dataset : read(server, "/api/v1/datasets")) {
      String id = dataset.get("id").asString();
      JsonNode versions = read(server, "/api/v1/datasets/" + id + "/versions");
      assertThat(versions.size()).as("versions of " + id).isPositive();
      for (JsonNode version : versions) {
        rows.put(id + "/" + version.get("version").asInt(), version.get("features").asLong());
      }
    }
    return rows;
  }
}
