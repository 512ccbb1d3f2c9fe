package org.kiungo.web.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

  /** What Java answers to SIGTERM. */
  private static final int ORDERLY_END = 143;

  @TempDir private Path folder;

  @Test
  void whatTakesMoreMemoryThanThereIsCostsItsRunAlone() throws Exception {
    Path data = folder.resolve("data");
    String metricsPort = freePort();
    try (ServerProcess server =
        ServerProcess.start(
            data, "--run-memory", "128", "--metrics-port", metricsPort, "--log", "json")) {
      HttpResponse<String> refused = begin(server, "NGA");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("run.too-large", "128");
      JsonNode made = ended(server, begin(server, "SYC"));
      assertThat(made.get("state").asString()).isEqualTo("FINISHED");
      assertThat(made.get("gapRatio").asDouble()).isNotNegative();
      String plan = "/api/v1/plans/" + made.get("planId").asString();
      JsonNode totals = JSON.readTree(server.get(plan).body()).get("totals");
      assertThat(made.get("people")).isEqualTo(totals.get("peopleServed"));

      importLongLine(server);
      JsonNode failed = ended(server, begin(server, "SYC"));
      assertThat(failed.get("state").asString()).isEqualTo("FAILED");
      assertThat(failed.get("error").get("code").asString()).isEqualTo("run.memory");
      assertThat(failed.get("error").toString()).contains("128 MiB");

      assertThat(server.get(plan).statusCode()).isEqualTo(200);
      JsonNode next = ended(server, begin(server, "COM"));
      assertThat(next.get("state").asString()).isEqualTo("FINISHED");
      isWatched(server, metricsPort);
      assertThat(server.stop()).isEqualTo(ORDERLY_END);
      assertThat(server.log())
          .filteredOn(
              line ->
                  !line.startsWith("Kiungo is ready")
                      && !line.startsWith("Terminating")
                      && !line.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS")) // Java itself
          .isNotEmpty()
          .allSatisfy(line -> assertThat(JSON.readTree(line).isObject()).as(line).isTrue());
    }
    try (Stream<Path> left = Files.list(data.resolve("incoming"))) {
      assertThat(left).isEmpty();
    }
    try (Stream<Path> left = Files.list(data.resolve("plans"))) {
      assertThat(left.map(Path::toString)).noneMatch(each -> each.endsWith(".part"));
    }
  }

  private static String freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(free.getLocalPort());
    }
  }

  /** Its own port says whether it lives, another how it does. */
  private static void isWatched(ServerProcess server, String port) throws Exception {
    assertThat(server.get("/livez").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(server.get("/readyz").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(server.get("/actuator/prometheus").statusCode()).isEqualTo(404);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
            .build();
    String metrics =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    assertThat(metrics.lines())
        .contains("kiungo_runs_ended_total{state=\"FAILED\"} 1.0", "kiungo_runs_waiting 0.0")
        .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"))
        .anyMatch(line -> line.startsWith("hikaricp_connections"));
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
    assertThat(answer.statusCode()).as(answer.body()).isIn(201, 202);
    JsonNode now = JSON.readTree(answer.body());
    while (!now.get("stored").asBoolean()) {
      String job = now.get("job").get("id").asString();
      assertThat(now.get("job").get("state").asString()).isIn("QUEUED", "RUNNING", "FINISHED");
      Thread.sleep(50);
      now = JSON.readTree(server.get("/api/v1/imports/" + job).body());
    }
  }
}
