package org.kiungo.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.ServerProcess;

/**
 * A server that is told to stop while it serves: whoever asks has an answer that is none of a
 * fault, and the next start goes on with what was taken.
 */
@Tag("slow")
class OrderlyStopTest {

  private static final int STOPS = Integer.getInteger("kiungo.crash.stops", 1);
  private static final long SEED = Long.getLong("kiungo.crash.seed", 1);
  private static final int EARLIEST_MS = 1_000;
  private static final int LATEST_MS = 3_000;

  /** What Java answers to SIGTERM. */
  private static final int ORDERLY_END = 143;

  @TempDir private Path folder;

  @Test
  void whoeverIsServedHasAnAnswer() throws Exception {
    Random random = new Random(SEED);
    Ledger ledger = new Ledger();
    Path data = folder.resolve("data");
    String plan = null;
    for (int round = 0; round < STOPS; round++) {
      try (ServerProcess server = ServerProcess.start(data)) {
        plan = plan == null ? LedgerCheck.firstPlan(server) : plan;
        ExecutorService clients = Executors.newCachedThreadPool();
        CrashWorkload workload =
            new CrashWorkload(
                server, ledger, plan, "round " + round, new Random(random.nextLong()));
        workload.clients().forEach(clients::submit);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(EARLIEST_MS, LATEST_MS));
        assertThat(server.stop()).isEqualTo(ORDERLY_END);
        clients.shutdown();
        assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(server.log()).noneMatch(line -> line.contains(" ERROR "));
      }
    }
    // the connector's own word for a body that it no longer waits for
    assertThat(ledger.unexpected).allMatch(answer -> answer.contains("HTTP Status 400"));
    try (ServerProcess server = ServerProcess.start(data)) {
      LedgerCheck.look(server, plan, ledger);
    }
  }
}
