package org.kiungo.web.sample;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long after Java's start the executable jar shows Lesotho's page with its plan, on an empty
 * data folder.
 *
 * <p>{@code mvn -DskipTests package && mvn -Pbenchmark -pl web -am test -Dtest=FirstStartBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dkiungo.jar=FILE} takes another jar, {@code
 * -Dkiungo.runs=5} that many starts.
 */
class FirstStartBenchmark {

  private static final Path JAR =
      Path.of(System.getProperty("kiungo.jar", "target/kiungo.jar")).toAbsolutePath();
  private static final int RUNS = Integer.getInteger("kiungo.runs", 5);
  private static final String PLAN = "data-testid=\"public-lead\"";
  private static final long MOST_SECONDS = 300;

  @TempDir Path folder;

  /** Seconds after Java's start, and of processor until then. */
  private record Start(double pageSeconds, double planSeconds, double cpuSeconds) {}

  @Test
  void thePageOfTheFirstCountry() throws IOException, InterruptedException {
    List<Start> starts = new ArrayList<>();
    for (int k = 0; k < RUNS; k++) {
      starts.add(start(folder.resolve("data-" + k)));
      System.out.println(starts.get(k));
    }
    System.out.println("| median of " + RUNS + " starts | s |\n|---|---|");
    System.out.println("| Lesotho's page | " + median(starts, Start::pageSeconds));
    System.out.println("| with its plan | " + median(starts, Start::planSeconds));
    System.out.println("| processor until then | " + median(starts, Start::cpuSeconds));
  }

  private static String median(List<Start> starts, ToDoubleFunction<Start> figure) {
    List<Double> sorted = new ArrayList<>(starts.stream().mapToDouble(figure).boxed().toList());
    Collections.sort(sorted);
    return String.format(Locale.ROOT, "%.1f |", sorted.get(sorted.size() / 2));
  }

  private static Start start(Path data) throws IOException, InterruptedException {
    assertThat(JAR).as("run mvn package first").exists();
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    long begun = System.nanoTime();
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "serve",
                "--port",
                String.valueOf(port),
                "--data-dir",
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile())
            .start();
    try {
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest page =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/countries/LSO"))
              .timeout(Duration.ofSeconds(MOST_SECONDS))
              .build();
      double pageSeconds = Double.NaN;
      while (secondsSince(begun) < MOST_SECONDS && server.isAlive()) {
        String body = "";
        try {
          body = client.send(page, HttpResponse.BodyHandlers.ofString()).body();
          pageSeconds = Double.isNaN(pageSeconds) ? secondsSince(begun) : pageSeconds;
        } catch (IOException notYet) {
          // the port is not open
        }
        if (body.contains(PLAN)) {
          Duration cpu =
              Stream.concat(Stream.of(server.toHandle()), server.descendants())
                  .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                  .reduce(Duration.ZERO, Duration::plus);
          return new Start(pageSeconds, secondsSince(begun), cpu.toMillis() / 1e3);
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
      throw new IllegalStateException(
          Files.readString(data.resolveSibling(data.getFileName() + ".log")));
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
