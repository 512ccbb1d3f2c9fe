package org.kiungo.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
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

  @TempDir private Path folder;

  private final Queue<Double> readMs = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

  @Test
  void nobodyGetsAnErrorWhileManyReadSomeWriteAndOneImportsAndPlans() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
      String plan = LedgerCheck.firstPlan(server);
      double alone = alone(server, plan);
      Ledger ledger = new Ledger();
      CrashWorkload behind = new CrashWorkload(server, ledger, plan, "load", new Random(SEED));
      List<Thread> threads = new ArrayList<>();
      behind.heavy().forEach(each -> threads.add(thread(each::call)));
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      for (int user = 0; user < USERS; user++) {
        Random random = new Random(SEED * USERS + user);
        threads.add(thread(() -> use(server, plan, random, end)));
      }
      for (Thread each : threads.subList(threads.size() - USERS, threads.size())) {
        each.join();
      }
      behind.stop();
      for (Thread each : threads) {
        each.join();
      }
      System.out.printf(
          "%d users, %d s: %s, reads p50 %.0f ms, p99 %.0f ms (alone p99 %.0f ms); behind them %s%n",
          USERS, SECONDS, statuses, at(0.5), at(0.99), alone, ledger.counts());
      assertThat(statuses.keySet()).allMatch(status -> status < 400);
      // more runs than may wait are refused, and told so
      assertThat(ledger.unexpected).isEmpty();
    }
  }

  private double alone(ServerProcess server, String plan) throws Exception {
    for (int k = 0; k < 200; k++) {
      read(server, plan, k);
    }
    double p99 = at(0.99);
    readMs.clear();
    return p99;
  }

  private void use(ServerProcess server, String plan, Random random, long endNanos)
      throws Exception {
    while (System.nanoTime() < endNanos) {
      int kind = random.nextInt(20);
      if (kind < 16) {
        read(server, plan, kind);
      } else if (kind < 19) {
        count(
            server.post(
                "/api/v1/plans/" + plan + "/comments",
                "{\"kind\": \"FIGURE\", \"target\": \"capexUsd\", \"text\": \"why?\"}"));
      } else {
        count(
            server.post(
                "/api/v1/scenarios/check", "{\"countries\": [\"SYC\"], \"budgetUsd\": 1000000}"));
      }
      TimeUnit.MILLISECONDS.sleep(random.nextInt(2 * THINKING_MS));
    }
  }

  private void read(ServerProcess server, String plan, int which) throws Exception {
    List<String> addresses =
        List.of("/", "/api/v1/plans", "/api/v1/plans/" + plan, "/api/v1/plans/" + plan + "/points");
    long began = System.nanoTime();
    count(server.get(addresses.get(which % addresses.size())));
    readMs.add((System.nanoTime() - began) / 1e6);
  }

  private void count(HttpResponse<String> answer) {
    statuses.merge(answer.statusCode(), 1, Integer::sum);
  }

  private double at(double quantile) {
    double[] sorted = readMs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(int) (quantile * (sorted.length - 1))];
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
