package org.kiungo.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that are made to take a server down, one kind after the other, while somebody else
 * reads: the server lives, and the others get no error. Tells how long they wait.
 *
 * <p>{@code mvn -Pcrash -Dtest=HarmTest -Dkiungo.harm.bodies=1000 -Dkiungo.harm.imports=10
 * -Dkiungo.harm.rows=1000000}
 */
@Tag("crash")
class HarmTest {

  private static final int BODIES = Integer.getInteger("kiungo.harm.bodies", 250);
  private static final int SECONDS = Integer.getInteger("kiungo.harm.seconds", 10);
  private static final int IMPORTS = Integer.getInteger("kiungo.harm.imports", 3);
  private static final int ROWS = Integer.getInteger("kiungo.harm.rows", 30_000);
  private static final int FORMS = Integer.getInteger("kiungo.harm.forms", 60);
  private static final int POISONS = Integer.getInteger("kiungo.harm.poisons", 20);
  private static final int READS_ALONE = 200;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  /** What is done to a server; tells how it answered. */
  private interface Harm {
    String to(ServerProcess server) throws Exception;
  }

  private void harm(String name, String size, Harm harm, String... options) throws Exception {
    try (ServerProcess server = ServerProcess.start(folder.resolve("data"), options)) {
      Readers readers = new Readers(server, LedgerCheck.firstPlan(server));
      readers.aloneMs(READS_ALONE); // until the code of the pages is loaded
      double alone = readers.aloneMs(READS_ALONE);
      ExecutorService one = Executors.newSingleThreadExecutor();
      Future<String> answered = one.submit(() -> harm.to(server));
      one.shutdown();
      for (int k = 0; !answered.isDone() || k < READS_ALONE; k++) {
        readers.read(k);
      }
      String told = answered.get();
      RigTable.add(
          "HarmTest " + name,
          size,
          "%s; others %s, p50 %.0f ms, p99 %.0f ms (alone %.0f ms)"
              .formatted(told, readers.statuses, readers.atMs(0.5), readers.atMs(0.99), alone));
      assertThat(readers.statuses.keySet()).as("others").containsOnly(200);
      assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aRequestThatNamesACountryAHundredThousandTimes() throws Exception {
    String countries = String.join(",", Collections.nCopies(100_000, "\"LSO\""));
    harm(
        "poison",
        POISONS + " requests",
        server -> {
          Map<Integer, Integer> statuses = new TreeMap<>();
          for (int k = 0; k < POISONS; k++) {
            HttpResponse<String> answer =
                server.post(
                    "/api/v1/runs", "{\"countries\": [" + countries + "], \"budgetUsd\": 1000000}");
            statuses.merge(answer.statusCode(), 1, Integer::sum);
          }
          assertThat(statuses.keySet()).allMatch(status -> status >= 400 && status < 500);
          return statuses.toString();
        });
  }

  @Test
  void bodiesThatNeverEnd() throws Exception {
    harm(
        "slow bodies",
        BODIES + " bodies for " + SECONDS + " s",
        server -> {
          List<Socket> slow = new ArrayList<>();
          try {
            for (int k = 0; k < BODIES; k++) {
              slow.add(begin(server, "POST /api/v1/runs HTTP/1.1", "application/json"));
            }
            TimeUnit.SECONDS.sleep(SECONDS);
            Map<String, Integer> answers = new TreeMap<>();
            for (Socket each : slow) {
              if (each.getInputStream().available() > 0) {
                answers.merge(status(each), 1, Integer::sum);
              }
            }
            assertThat(answers.keySet()).allMatch(status -> status.matches("408|429"));
            return "answered " + answers;
          } finally {
            for (Socket each : slow) {
              each.close();
            }
          }
        });
  }

  @Test
  void anUploadThatDrips() throws Exception {
    harm(
        "dripping upload",
        SECONDS + " s",
        server -> {
          String upload =
              JSON.readTree(server.post("/api/v1/datasets/uploads", "").body())
                  .get("id")
                  .asString();
          String line = "PUT /api/v1/datasets/uploads/" + upload + "/a.csv HTTP/1.1";
          long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
          int bytes = 0;
          try (Socket drip = begin(server, line, "application/octet-stream")) {
            while (System.nanoTime() < end) {
              drip.getOutputStream().write('x');
              drip.getOutputStream().flush();
              bytes++;
              TimeUnit.MILLISECONDS.sleep(100);
            }
          }
          return bytes + " B";
        });
  }

  /** More forms with files than are taken at once, of which a byte comes each second. */
  @Test
  void formsWithFilesThatDrip() throws Exception {
    harm(
        "dripping forms",
        FORMS + " forms",
        server -> {
          String line = "POST /api/v1/datasets HTTP/1.1";
          List<Socket> drips = new ArrayList<>();
          Map<String, Integer> answers = new TreeMap<>();
          try {
            for (int k = 0; k < FORMS; k++) {
              Socket drip = begin(server, line, "multipart/form-data; boundary=part");
              String file =
                  "\r\n--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"";
              drip.getOutputStream().write((file + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
              drips.add(drip);
            }
            while (!drips.isEmpty()) {
              TimeUnit.SECONDS.sleep(1);
              drips.removeIf(drip -> isAnswered(drip, answers));
            }
          } finally {
            for (Socket each : drips) {
              each.close();
            }
          }
          assertThat(answers.keySet()).allMatch(status -> status.matches("408|429"));
          try (Stream<Path> left = Files.walk(folder.resolve("data/incoming"))) {
            assertThat(left.filter(Files::isRegularFile)).as("temporary files").isEmpty();
          }
          assertThat(importRows(server, "after-the-drips")).isEqualTo(ROWS);
          return answers.toString();
        });
  }

  /** Sends one byte more, or takes the answer. */
  private static boolean isAnswered(Socket drip, Map<String, Integer> answers) {
    try {
      if (drip.getInputStream().available() == 0) {
        drip.getOutputStream().write('x');
        return false;
      }
      answers.merge(status(drip), 1, Integer::sum);
      drip.close();
      return true;
    } catch (IOException gone) {
      answers.merge("cut off: " + gone.getMessage(), 1, Integer::sum);
      return true;
    }
  }

  private static String status(Socket answered) throws IOException {
    byte[] head = answered.getInputStream().readNBytes("HTTP/1.1 408".length());
    return new String(head, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length());
  }

  private static Socket begin(ServerProcess server, String line, String type) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    OutputStream out = socket.getOutputStream();
    String head =
        line
            + "\r\nHost: localhost\r\nContent-Type: "
            + type
            + "\r\nContent-Length: 900000\r\n\r\n{";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  @Test
  void importsOfManyRowsAtOnce() throws Exception {
    harm(
        "imports",
        IMPORTS + " of " + ROWS + " rows",
        server -> {
          ExecutorService clients = Executors.newFixedThreadPool(IMPORTS);
          List<Callable<Long>> all = new ArrayList<>();
          for (int k = 0; k < IMPORTS; k++) {
            String name = "harm-" + k;
            all.add(() -> importRows(server, name));
          }
          long rows = 0;
          for (Future<Long> each : clients.invokeAll(all)) {
            rows += each.get();
          }
          clients.shutdown();
          assertThat(rows).isEqualTo((long) IMPORTS * ROWS);
          return rows + " rows stored";
        });
  }

  /** Told, not asserted: how long it takes depends on what else the machine does. */
  @Test
  void aStopOfAnImport() throws Exception {
    harm(
        "stop",
        "an import of " + ROWS + " rows",
        server -> {
          ExecutorService client = Executors.newSingleThreadExecutor();
          Future<HttpResponse<String>> sent = client.submit(() -> sent(server, "stopped"));
          client.shutdown();
          JsonNode job = null;
          while (job == null || !job.get("state").asString().equals("RUNNING")) {
            assertThat(sent.isDone()).as("ended before it could be stopped").isFalse();
            TimeUnit.MILLISECONDS.sleep(20);
            JsonNode jobs = JSON.readTree(server.get("/api/v1/imports").body());
            job = jobs.isEmpty() ? null : jobs.get(0);
          }
          long began = System.nanoTime();
          String at = "/api/v1/imports/" + job.get("id").asString();
          server.post(at + "/stop", "{}");
          JsonNode now = JSON.readTree(server.get(at).body());
          while (now.get("job").get("state").asString().equals("RUNNING")) {
            TimeUnit.MILLISECONDS.sleep(20);
            now = JSON.readTree(server.get(at).body());
          }
          double seconds = (System.nanoTime() - began) / 1e9;
          assertThat(now.get("stored").asBoolean()).isFalse();
          return "%s after %.1f s".formatted(now.get("job").get("state").asString(), seconds);
        });
  }

  private HttpResponse<String> sent(ServerProcess server, String name) throws Exception {
    Path rows = folder.resolve(name + ".csv");
    try (Writer csv = Files.newBufferedWriter(rows)) {
      csv.append("id,name,lon,lat\n");
      for (int k = 0; k < ROWS; k++) {
        csv.append(name + "-" + k + ",Mast," + (28 + k * 1e-7) + ",-29.5\n");
      }
    }
    List<String> fields =
        List.of("layer=towers", "country=LSO", "source=rig", "licence=CC0-1.0", "name=" + name);
    HttpResponse<String> answer =
        server.upload("/api/v1/datasets", HttpRequest.BodyPublishers.ofFile(rows), fields);
    while (answer.statusCode() == 429) {
      TimeUnit.SECONDS.sleep(1);
      answer = server.upload("/api/v1/datasets", HttpRequest.BodyPublishers.ofFile(rows), fields);
    }
    return answer;
  }

  private long importRows(ServerProcess server, String name) throws Exception {
    HttpResponse<String> answer = sent(server, name);
    assertThat(answer.statusCode()).as(answer.body()).isIn(201, 202);
    JsonNode now = JSON.readTree(answer.body());
    while (!now.get("stored").asBoolean()) {
      assertThat(now.path("job").path("state").asString())
          .as(now.toString())
          .isIn("QUEUED", "RUNNING");
      TimeUnit.MILLISECONDS.sleep(500);
      String id = now.get("job").get("id").asString();
      now = JSON.readTree(server.get("/api/v1/imports/" + id).body());
    }
    return now.get("version").get("features").asLong();
  }

  @Test
  void aRunForWhichThereIsNotTheMemory() throws Exception {
    String run = "{\"countries\": [\"NGA\"], \"budgetUsd\": 500000000, \"steps\": 100}";
    harm(
        "memory",
        "Nigeria in 128 MiB",
        server -> {
          HttpResponse<String> answer = server.post("/api/v1/runs", run);
          if (answer.statusCode() != 202) {
            assertThat(answer.statusCode()).isBetween(400, 499);
            return "refused: " + JSON.readTree(answer.body()).get("code").asString();
          }
          String id = JSON.readTree(answer.body()).get("id").asString();
          JsonNode ended = LedgerCheck.ended(server, id);
          assertThat(ended.get("state").asString()).isEqualTo("FAILED");
          return "failed: " + ended.get("error").get("code").asString();
        },
        "--run-memory",
        "128");
  }
}
