package org.kiungo.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.ServerProcess;

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
    killAndLook("--db-url", CrashSchema.of(System.getenv("KIUNGO_POSTGIS_URL")));
  }

  private void killAndLook(String... options) throws Exception {
    Random random = new Random(SEED);
    Path data = folder.resolve("data");
    String plan;
    try (ServerProcess server = ServerProcess.start(data, options)) {
      plan = LedgerCheck.firstPlan(server);
    }
    for (int round = 0; round < KILLS; round++) {
      try (ServerProcess server = ServerProcess.start(data, options)) {
        ExecutorService clients = Executors.newCachedThreadPool();
        CrashWorkload workload =
            new CrashWorkload(
                server, ledger, plan, "round " + round, new Random(random.nextLong()));
        workload.clients().forEach(clients::submit);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LATEST_MS));
        server.kill();
        clients.shutdown();
        assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      }
    }
    try (ServerProcess server = ServerProcess.start(data, options)) {
      LedgerCheck.look(server, plan, ledger);
      // a plan takes so many comments and no more
      assertThat(ledger.unexpected)
          .as(LedgerCheck.faults(server))
          .allMatch(answer -> answer.contains("comment.too-many"));
    }
    RigTable.add(
        "CrashTest on " + (options.length > 0 ? "PostGIS" : "H2"),
        KILLS + " kills, seed " + SEED,
        "all there: " + ledger.counts());
  }
}
