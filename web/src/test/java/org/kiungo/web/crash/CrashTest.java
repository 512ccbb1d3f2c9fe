package org.kiungo.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills servers at seeded random moments of imports, runs, comments and shares, as {@code kill -9}
 * does, and looks for what they had acknowledged: nothing lost, nothing half there, nothing twice.
 *
 * <p>{@code mvn -Pcrash -Dkiungo.crash.kills=200 -Dkiungo.crash.seed=1}
 */
@Tag("crash")
class CrashTest {

  private static final int KILLS = Integer.getInteger("kiungo.crash.kills", 20);
  private static final long SEED = Long.getLong("kiungo.crash.seed", 1);
  private static final int LATEST_MS = 6_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private final Ledger ledger = new Ledger();

  @Test
  void onTheEmbeddedDatabase() throws Exception {
    killAndLook();
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "KIUNGO_POSTGIS_URL",
      matches = "jdbc:.+",
      disabledReason = "skipped: no PostGIS server (set KIUNGO_POSTGIS_URL)")
  void onPostGis() throws Exception {
    killAndLook("--db-url", newSchema(System.getenv("KIUNGO_POSTGIS_URL")));
  }

  private static String newSchema(String url) throws SQLException {
    String schema = "crash_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists postgis");
      statement.execute("create schema " + schema);
    }
    return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema + ",public";
  }

  private void killAndLook(String... options) throws Exception {
    Random random = new Random(SEED);
    Path data = folder.resolve("data");
    String plan;
    try (ServerProcess server = ServerProcess.start(data, options)) {
      plan = firstPlan(server);
    }
    for (int round = 0; round < KILLS; round++) {
      try (ServerProcess server = ServerProcess.start(data, options)) {
        ExecutorService clients = Executors.newCachedThreadPool();
        CrashWorkload workload =
            new CrashWorkload(server, ledger, plan, round, new Random(random.nextLong()));
        workload.clients().forEach(clients::submit);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LATEST_MS));
        server.kill();
        clients.shutdown();
        assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      }
    }
    try (ServerProcess server = ServerProcess.start(data, options)) {
      look(server, plan);
    }
    System.out.println(KILLS + " kills with seed " + SEED + "; all there: " + ledger.counts());
  }

  private static String firstPlan(ServerProcess server) throws Exception {
    String run =
        "{\"countries\": [\"SYC\"], \"budgetUsd\": 1000000, \"steps\": 1, \"name\": \"first\"}";
    String id = JSON.readTree(server.post("/api/v1/runs", run).body()).get("id").asString();
    return ended(server, id).get("planId").asString();
  }

  private static JsonNode ended(ServerProcess server, String run) throws Exception {
    for (int look = 0; look < 6_000; look++) {
      JsonNode now = JSON.readTree(server.get("/api/v1/runs/" + run).body());
      if (List.of("FINISHED", "STOPPED", "FAILED").contains(now.get("state").asString())) {
        return now;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new AssertionError("run " + run + " does not end");
  }

  private void look(ServerProcess server, String plan) throws Exception {
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

  private static List<String> texts(ServerProcess server, String path, String field)
      throws Exception {
    return JSON.readTree(server.get(path).body())
        .valueStream()
        .map(each -> each.get(field).asString())
        .toList();
  }

  /** Rows of every version there is; a dataset without one would be half an import. */
  private static Map<String, Long> versions(ServerProcess server) throws Exception {
    Map<String, Long> rows = new HashMap<>();
    for (JsonNode dataset : JSON.readTree(server.get("/api/v1/datasets").body())) {
      String id = dataset.get("id").asString();
      JsonNode versions = JSON.readTree(server.get("/api/v1/datasets/" + id + "/versions").body());
      assertThat(versions.size()).as("versions of " + id).isPositive();
      for (JsonNode version : versions) {
        rows.put(id + "/" + version.get("version").asInt(), version.get("features").asLong());
      }
    }
    return rows;
  }
}
