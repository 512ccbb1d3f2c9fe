package org.kiungo.web.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server as people start it plans in a Java of its own, and outlives one that runs out. */
@Tag("slow")
class RunProcessTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Corners of a line that alone is more than the memory. */
  private static final int CORNERS = 2_000_000;

  @TempDir private Path folder;

  @Test
  void whatTakesMoreMemoryThanThereIsCostsItsRunAlone() throws Exception {
    Path data = folder.resolve("data");
    try (ServerProcess server = ServerProcess.start(data, "--run-memory", "128")) {
      HttpResponse<String> refused = begin(server, "NGA");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("run.too-large", "128");
      JsonNode made = ended(server, begin(server, "SYC"));
      assertThat(made.get("state").asString()).isEqualTo("FINISHED");
      assertThat(made.get("gapRatio").asDouble()).isNotNegative();
      String plan = "/api/v1/plans/" + made.get("planId").asString();
      assertThat(server.get(plan).statusCode()).isEqualTo(200);

      importLongLine(server);
      JsonNode failed = ended(server, begin(server, "SYC"));
      assertThat(failed.get("state").asString()).isEqualTo("FAILED");
      assertThat(failed.get("error").get("code").asString()).isEqualTo("run.memory");
      assertThat(failed.get("error").toString()).contains("128 MiB");

      assertThat(server.get(plan).statusCode()).isEqualTo(200);
      JsonNode next = ended(server, begin(server, "COM"));
      assertThat(next.get("state").asString()).isEqualTo("FINISHED");
    }
    try (Stream<Path> left = Files.list(data.resolve("incoming"))) {
      assertThat(left).isEmpty();
    }
    try (Stream<Path> left = Files.list(data.resolve("plans"))) {
      assertThat(left.map(Path::toString)).noneMatch(each -> each.endsWith(".part"));
    }
  }

  private static HttpResponse<String> begin(ServerProcess server, String country) throws Exception {
    return server.post(
        "/api/v1/runs",
        "{\"countries\": [\"%s\"], \"budgetUsd\": 1000000, \"steps\": 20}".formatted(country));
  }

  private static JsonNode ended(ServerProcess server, HttpResponse<String> begun) throws Exception {
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    String id = JSON.readTree(begun.body()).get("id").asString();
    while (true) {
      JsonNode run = JSON.readTree(server.get("/api/v1/runs/" + id).body());
      if (!List.of("QUEUED", "RUNNING").contains(run.get("state").asString())) {
        return run;
      }
      Thread.sleep(50);
    }
  }

  private static void importLongLine(ServerProcess server) throws Exception {
    StringBuilder line = new StringBuilder("{\"type\": \"FeatureCollection\", \"features\": [");
    line.append("{\"type\": \"Feature\", \"id\": \"f\", \"properties\": {\"operator\": \"o\"},");
    line.append("\"geometry\": {\"type\": \"LineString\", \"coordinates\": [[55.4,-4.6]");
    for (int k = 1; k < CORNERS; k++) {
      line.append(k % 2 == 0 ? ",[55.4,-4.6]" : ",[55.5,-4.7]");
    }
    line.append("]}}]}");
    HttpResponse<String> answer =
        server.upload(
            "/api/v1/datasets",
            line.toString(),
            List.of("layer=fibre", "country=SYC", "source=test", "licence=CC0-1.0"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }
}
