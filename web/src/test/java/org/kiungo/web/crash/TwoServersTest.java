package org.kiungo.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two servers on one database and one folder share runs, and one of them is killed now and then:
 * every run ends once, with a plan.
 *
 * <p>{@code mvn -Pcrash -Dtest=TwoServersTest -Dkiungo.crash.jobs=1000 -Dkiungo.crash.pause=60}
 */
@Tag("crash")
@EnabledIfEnvironmentVariable(
    named = "KIUNGO_POSTGIS_URL",
    matches = "jdbc:.+",
    disabledReason = "skipped: no PostGIS server (set KIUNGO_POSTGIS_URL)")
class TwoServersTest {

  private static final int JOBS = Integer.getInteger("kiungo.crash.jobs", 20);
  private static final int PAUSE_SECONDS = Integer.getInteger("kiungo.crash.pause", 60);
  private static final int PAUSED_RUNS = Integer.getInteger("kiungo.crash.paused", 2);
  private static final int JOBS_TO_A_KILL = 10;
  private static final long SEED = Long.getLong("kiungo.crash.seed", 1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  @Test
  void everyRunEndsOnceWhicheverServerDies() throws Exception {
    Random random = new Random(SEED);
    Path data = folder.resolve("data");
    String url = CrashSchema.of(System.getenv("KIUNGO_POSTGIS_URL"));
    List<String> runs = new ArrayList<>();
    int kills = 0;
    ServerProcess mortal = ServerProcess.start(data, "--db-url", url);
    try (ServerProcess steady = ServerProcess.start(data, "--db-url", url)) {
      while (runs.size() < JOBS) {
        HttpResponse<String> begun =
            (random.nextBoolean() ? steady : mortal)
                .post(
                    "/api/v1/runs",
                    "{\"countries\": [\"SYC\"], \"budgetUsd\": %d, \"steps\": 20}"
                        .formatted(1_000_000 + runs.size()));
        if (begun.statusCode() == 503) {
          TimeUnit.MILLISECONDS.sleep(200);
          continue;
        }
        assertThat(begun.statusCode()).isEqualTo(202);
        runs.add(JSON.readTree(begun.body()).get("id").asString());
        if (runs.size() % JOBS_TO_A_KILL == 0) {
          TimeUnit.MILLISECONDS.sleep(random.nextInt(5_000));
          mortal.kill();
          kills++;
          mortal = ServerProcess.start(data, "--db-url", url);
        }
      }
      List<String> plans = new ArrayList<>();
      for (String run : runs) {
        JsonNode ended = LedgerCheck.ended(steady, run);
        plans.add(planOf(ended));
      }
      assertThat(new HashSet<>(plans)).hasSameSizeAs(plans);
      List<String> listed =
          JSON.readTree(steady.get("/api/v1/plans").body())
              .valueStream()
              .map(each -> each.get("id").asString())
              .toList();
      assertThat(listed).containsExactlyInAnyOrderElementsOf(plans);
      RigTable.add(
          "TwoServersTest", JOBS + " runs, " + kills + " kills, seed " + SEED, "each once");
    } finally {
      mortal.close();
    }
  }

  /** An owner stands still for longer than its leases, and goes on when its runs are another's. */
  @Test
  void anOwnerThatStoodStillEndsNothingThatIsAnothersByNow() throws Exception {
    Path data = folder.resolve("data");
    String url = CrashSchema.of(System.getenv("KIUNGO_POSTGIS_URL"));
    List<String> runs = new ArrayList<>();
    try (ServerProcess owner = ServerProcess.start(data, "--db-url", url)) {
      for (int k = 0; k < PAUSED_RUNS; k++) {
        String run =
            "{\"countries\": [\"LSO\"], \"budgetUsd\": %d, \"steps\": 2000}"
                .formatted(20_000_000 + k);
        HttpResponse<String> begun = owner.post("/api/v1/runs", run);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        runs.add(JSON.readTree(begun.body()).get("id").asString());
      }
      while (!state(owner, runs.get(0)).equals("RUNNING")) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      owner.standStill();
      try (ServerProcess other = ServerProcess.start(data, "--db-url", url)) {
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        List<String> plans = new ArrayList<>();
        for (String run : runs) {
          plans.add(planOf(LedgerCheck.ended(other, run)));
        }
        owner.goOn();
        for (int look = 0; look < PAUSE_SECONDS; look++) {
          List<String> now = new ArrayList<>();
          for (String run : runs) {
            now.add(planOf(LedgerCheck.ended(owner, run)));
          }
          assertThat(now).as("as the other ended them").isEqualTo(plans);
          assertThat(JSON.readTree(other.get("/api/v1/plans").body())).hasSize(runs.size());
          TimeUnit.SECONDS.sleep(1);
        }
        RigTable.add(
            "TwoServersTest, owner stands still",
            PAUSED_RUNS + " runs, " + PAUSE_SECONDS + " s",
            "each ended once, by the other; nothing changed after the owner went on");
      }
    }
  }

  private static String state(ServerProcess server, String run) throws Exception {
    return JSON.readTree(server.get("/api/v1/runs/" + run).body()).get("state").asString();
  }

  private static String planOf(JsonNode ended) {
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("FINISHED");
    return ended.get("planId").asString();
  }
}
