package org.kiungo.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many clients import at once, some into one dataset: nobody gets an error, and what is stored is
 * what they were told, each version once and nothing else.
 *
 * <p>{@code mvn -Pcrash -Dtest=ManyImportsTest -Dkiungo.imports.clients=50
 * -Dkiungo.imports.seconds=120}, on PostGIS too where {@code KIUNGO_POSTGIS_URL} is set
 */
@Tag("crash")
class ManyImportsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int CLIENTS = Integer.getInteger("kiungo.imports.clients", 10);
  private static final int SECONDS = Integer.getInteger("kiungo.imports.seconds", 20);
  private static final long SEED = Long.getLong("kiungo.crash.seed", 1);

  /** Datasets that several clients add versions to. */
  private static final int SHARED = 5;

  @TempDir private Path folder;

  private final Ledger ledger = new Ledger();
  private final Queue<Double> seconds = new ConcurrentLinkedQueue<>();

  @Test
  void everyAnswerIsStoredOnceOnTheEmbeddedDatabase() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
      run(server, "H2");
    }
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "KIUNGO_POSTGIS_URL",
      matches = "jdbc:.+",
      disabledReason = "skipped: no PostGIS server (set KIUNGO_POSTGIS_URL)")
  void everyAnswerIsStoredOnceOnPostGis() throws Exception {
    String schema = CrashSchema.of(System.getenv("KIUNGO_POSTGIS_URL"));
    try (ServerProcess server = ServerProcess.start(folder.resolve("data"), "--db-url", schema)) {
      run(server, "PostGIS");
    }
  }

  private void run(ServerProcess server, String store) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    List<Callable<Void>> all = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      int number = client;
      all.add(() -> importUntil(server, number, end));
    }
    try {
      for (Future<Void> each : clients.invokeAll(all)) {
        each.get();
      }
    } finally {
      clients.shutdownNow();
    }
    double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    RigTable.add(
        "ManyImportsTest on " + store,
        CLIENTS + " clients for " + SECONDS + " s, seed " + SEED,
        String.format(
            Locale.ROOT,
            "%d versions told, refused %s; half of the answers within %.1f s, 99 of 100 within %.1f"
                + " s",
            ledger.imports.size(),
            ledger.refused,
            sorted[sorted.length / 2],
            sorted[(int) (sorted.length * 0.99)]));
    assertThat(ledger.unexpected).isEmpty();
    assertThat(ledger.refused).isEmpty();
    assertThat(LedgerCheck.versions(server)).isEqualTo(Map.copyOf(ledger.imports));
  }

  private Void importUntil(ServerProcess server, int client, long end) throws Exception {
    Random random = new Random(SEED * 1_000 + client);
    for (int number = 0; System.nanoTime() - end < 0; number++) {
      String name = number % 2 == 0 ? "shared" + random.nextInt(SHARED) : "own" + client;
      int rows = 50 + random.nextInt(500);
      StringBuilder csv = new StringBuilder("id,name,lon,lat\n");
      for (int k = 0; k < rows; k++) {
        csv.append(
            "%d-%d-%d,Mast %d,%f,%f\n".formatted(client, number, k, k, 28 + k * 1e-4, -29.5));
      }
      long began = System.nanoTime();
      HttpResponse<String> answer =
          server.upload(
              "/api/v1/datasets",
              csv.toString(),
              List.of(
                  "layer=towers",
                  "country=LSO",
                  "name=" + name,
                  "source=rig",
                  "licence=CC0",
                  "note=any"));
      JsonNode told = ended(server, answer);
      if (told != null) {
        seconds.add((System.nanoTime() - began) / 1e9);
        JsonNode version = told.get("version");
        assertThat(version.get("features").asLong()).isEqualTo(rows);
        String key = version.get("datasetId").asString() + "/" + version.get("version").asInt();
        if (ledger.imports.put(key, (long) rows) != null) {
          ledger.unexpected.add("told twice: " + key);
        }
      }
    }
    return null;
  }

  /** Its end; null for what was refused, which the ledger keeps. */
  private JsonNode ended(ServerProcess server, HttpResponse<String> answer) throws Exception {
    if (answer.statusCode() / 100 != 2) {
      ledger.refused.merge(answer.statusCode(), 1, Integer::sum);
      ledger.unexpected.add(answer.statusCode() + " " + answer.body());
      return null;
    }
    JsonNode now = JSON.readTree(answer.body());
    while (!now.get("stored").asBoolean()) {
      TimeUnit.MILLISECONDS.sleep(200);
      String id = now.get("job").get("id").asString();
      now = JSON.readTree(server.get("/api/v1/imports/" + id).body());
      assertThat(now.get("job").get("error").isNull()).as(now.toString()).isTrue();
    }
    return now;
  }
}
