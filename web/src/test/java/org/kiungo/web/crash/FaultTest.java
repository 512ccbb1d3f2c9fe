package org.kiungo.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.ServerProcess;

/**
 * Takes away what a server at work rests on, at seeded random moments, and gives it back: the space
 * of its disk, and its database. The server lives, answers 503 or 507 meanwhile and nothing worse,
 * and has afterwards what it acknowledged.
 *
 * <p>{@code mvn -Pcrash -Dkiungo.crash.faults=20 -Dkiungo.crash.disk=DIR}, a folder on a file
 * system of its own with some 200 MB, such as {@code mount -t tmpfs -o size=220m tmpfs DIR}.
 */
@Tag("crash")
class FaultTest {

  private static final int FAULTS = Integer.getInteger("kiungo.crash.faults", 5);
  private static final long SEED = Long.getLong("kiungo.crash.seed", 1);
  private static final int LATEST_MS = 3_000;

  private final Ledger ledger = new Ledger();
  private final Random random = new Random(SEED);

  /** Something that a server rests on. */
  private interface Ground {
    void takeAway() throws IOException;

    void giveBack() throws IOException;
  }

  @Test
  @EnabledIfSystemProperty(
      named = "kiungo.crash.disk",
      matches = ".+",
      disabledReason = "skipped: no small disk (set kiungo.crash.disk)")
  void aDiskThatIsFullNowAndThen() throws Exception {
    Path disk = Path.of(System.getProperty("kiungo.crash.disk"));
    Path filler = disk.resolve("filler");
    Ground space =
        new Ground() {
          @Override
          public void takeAway() throws IOException {
            byte[] block = new byte[1 << 12];
            try (var out = Files.newOutputStream(filler)) {
              while (true) {
                out.write(block);
              }
            } catch (IOException full) {
              assertThat(full).hasMessageContaining("No space");
            }
          }

          @Override
          public void giveBack() throws IOException {
            Files.delete(filler);
          }
        };
    disturb(disk.resolve("data" + SEED + "-" + System.nanoTime()), space);
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "KIUNGO_POSTGIS_URL",
      matches = "jdbc:.+",
      disabledReason = "skipped: no PostGIS server (set KIUNGO_POSTGIS_URL)")
  void aDatabaseThatIsAwayNowAndThen(@TempDir Path folder) throws Exception {
    String url = CrashSchema.of(System.getenv("KIUNGO_POSTGIS_URL"));
    try (DatabaseLine line = new DatabaseLine(url)) {
      Ground database =
          new Ground() {
            @Override
            public void takeAway() {
              line.cut();
            }

            @Override
            public void giveBack() {
              line.mend();
            }
          };
      disturb(folder.resolve("data"), database, "--db-url", line.url());
    }
  }

  private void disturb(Path data, Ground ground, String... options) throws Exception {
    try (ServerProcess server = ServerProcess.start(data, options)) {
      String plan = LedgerCheck.firstPlan(server);
      ExecutorService clients = Executors.newCachedThreadPool();
      CrashWorkload workload =
          new CrashWorkload(server, ledger, plan, "fault", new Random(random.nextLong()));
      workload.clients().forEach(clients::submit);
      for (int fault = 0; fault < FAULTS; fault++) {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LATEST_MS));
        ground.takeAway();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LATEST_MS));
        ground.giveBack();
      }
      // whoever was refused is not for ever
      while (server.post("/api/v1/datasets/uploads", "").statusCode() != 201
          || server.get("/readyz").statusCode() != 200) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      workload.stop();
      clients.shutdown();
      assertThat(clients.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
      LedgerCheck.look(server, plan, ledger);
      assertThat(ledger.unexpected).isEmpty();
      RigTable.add(
          options.length > 0 ? "FaultTest, database away" : "FaultTest, disk full",
          FAULTS + " times, seed " + SEED,
          "all there: " + ledger.counts() + ", refused " + ledger.refused);
    }
  }
}
