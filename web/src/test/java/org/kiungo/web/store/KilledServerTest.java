package org.kiungo.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.SeededSample;
import org.kiungo.web.ServerProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server has answered for stays, however the process ends. */
@Tag("slow")
class KilledServerTest {

  private static final int ROUNDS = SeededSample.takesAll() ? 5 : 2;
  private static final int COMMENTS = 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  @Test
  void acknowledgedPlansAndCommentsOutliveKilledServers() throws Exception {
    Path data = folder.resolve("data");
    List<String> acknowledged = new ArrayList<>();
    String plan = null;
    for (int round = 0; round < ROUNDS; round++) {
      try (ServerProcess server = ServerProcess.start(data)) {
        plan = plan == null ? madePlan(server) : plan;
        assertThat(server.get("/api/v1/plans/" + plan).statusCode()).isEqualTo(200);
        for (int k = 0; k < COMMENTS; k++) {
          String text = "round " + round + ", comment " + k;
          HttpResponse<String> answer =
              server.post(
                  "/api/v1/plans/" + plan + "/comments",
                  "{\"kind\": \"FIGURE\", \"target\": \"capexUsd\", \"text\": \"" + text + "\"}");
          assertThat(answer.statusCode()).isEqualTo(201);
          acknowledged.add(text);
        }
        server.kill();
      }
      assertThat(comments(data)).isEqualTo(acknowledged);
    }
  }

  /** The smallest question that the built-in data has an answer to. */
  private static String madePlan(ServerProcess server) throws Exception {
    HttpResponse<String> begun =
        server.post(
            "/api/v1/runs",
            "{\"countries\": [\"SYC\"], \"budgetUsd\": 1000000, \"steps\": 1, \"name\": \"kept\"}");
    assertThat(begun.statusCode()).isEqualTo(202);
    String id = JSON.readTree(begun.body()).get("id").asString();
    while (true) {
      JsonNode run = JSON.readTree(server.get("/api/v1/runs/" + id).body());
      if (!run.path("planId").isNull() && !run.path("planId").isMissingNode()) {
        return run.get("planId").asString();
      }
      assertThat(run.get("state").asString()).isIn("QUEUED", "RUNNING");
    }
  }

  private static List<String> comments(Path data) {
    try (HikariDataSource database = Databases.open(data.resolve("database"), "")) {
      return JdbcClient.create(database)
          .sql("SELECT body FROM plan_comment ORDER BY number")
          .query(String.class)
          .list();
    }
  }
}
