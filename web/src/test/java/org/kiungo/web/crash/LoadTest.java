package org.kiungo.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.ServerProcess;

/**
 * Many users at once, four of five of whom read while the others comment and check scenarios, with
 * imports and runs going on behind them. Tells how long reads take; asserts that nobody gets an
 * error.
 *
 * <p>{@code mvn -Pcrash -Dtest=LoadTest -Dkiungo.load.users=200 -Dkiungo.load.seconds=600}
 */
@Tag("crash")
class LoadTest {

  private static final int USERS = Integer.getInteger("kiungo.load.users", 20);
  private static final int SECONDS = Integer.getInteger("kiungo.load.seconds", 30);
  private static final long SEED = Long.getLong("kiungo.crash.seed", 1);

  /** Between two requests of a user, on average. */
  private static final int THINKING_MS = 1_000;

  /** One plan takes 5,000 remarks; three of twenty requests are one. */
  private static final int PLANS = 1 + USERS * SECONDS / 20_000;

  /** A dollar more is another plan, where the same is the same one. */
  private static final int FIRST_USD = 1_000_000;

  @TempDir private Path folder;

  @Test
  void nobodyGetsAnErrorWhileManyReadSomeWriteAndOneImportsAndPlans() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
      List<String> plans = new ArrayList<>();
      for (int k = 0; k < PLANS; k++) {
        plans.add(LedgerCheck.plan(server, FIRST_USD + k));
      }
      String plan = plans.get(0);
      Readers readers = new Readers(server, plan);
      double alone = readers.aloneMs(200);
      double heapBefore = server.heapMib();
      Ledger ledger = new Ledger();
      CrashWorkload behind = new CrashWorkload(server, ledger, plan, "load", new Random(SEED));
      List<Thread> threads = new ArrayList<>();
      behind.heavy().forEach(each -> threads.add(thread(each::call)));
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      for (int user = 0; user < USERS; user++) {
        Random random = new Random(SEED * USERS + user);
        String remarked = plans.get(user % PLANS);
        threads.add(thread(() -> use(server, readers, remarked, random, end)));
      }
      for (Thread each : threads.subList(threads.size() - USERS, threads.size())) {
        each.join();
      }
      behind.stop();
      for (Thread each : threads) {
        each.join();
      }
      RigTable.add(
          "LoadTest",
          USERS + " users, " + SECONDS + " s, seed " + SEED,
          "%s, reads p50 %.0f ms, p99 %.0f ms (alone %.0f ms); behind them %s; heap %.0f → %.0f MiB"
              .formatted(
                  readers.statuses,
                  readers.atMs(0.5),
                  readers.atMs(0.99),
                  alone,
                  ledger.counts(),
                  heapBefore,
                  server.heapMib()));
      assertThat(readers.statuses.keySet()).allMatch(status -> status < 400);
      // more runs than may wait are refused, and told so
      assertThat(ledger.unexpected).isEmpty();
    }
  }

  private static void use(
      ServerProcess server, Readers readers, String plan, Random random, long endNanos)
      throws Exception {
    while (System.nanoTime() < endNanos) {
      int kind = random.nextInt(20);
      if (kind < 16) {
        readers.read(kind);
      } else if (kind < 19) {
        readers.count(
            server.post(
                "/api/v1/plans/" + plan + "/comments",
                "{\"kind\": \"FIGURE\", \"target\": \"capexUsd\", \"text\": \"why?\"}"));
      } else {
        readers.count(
            server.post(
                "/api/v1/scenarios/check", "{\"countries\": [\"SYC\"], \"budgetUsd\": 1000000}"));
      }
      TimeUnit.MILLISECONDS.sleep(random.nextInt(2 * THINKING_MS));
    }
  }

  /** What may fail. */
  private interface Task {
    void run() throws Exception;
  }

  private static Thread thread(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    return thread;
  }
}
