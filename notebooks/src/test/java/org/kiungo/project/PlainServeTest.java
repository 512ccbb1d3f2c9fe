package org.kiungo.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar as a newcomer starts it: set up as it was worked out at the build. */
class PlainServeTest {

  private static final Path JAR = Repository.ROOT.resolve("web/target/kiungo.jar");
  private static final int MOST_SECONDS = 180;

  @TempDir Path folder;

  @Test
  void thePlainServerAnswersAsItWasSetUpAtTheBuild() throws Exception {
    assumeTrue(Files.exists(JAR), "skipped: no web/target/kiungo.jar (run mvn package first)");
    int port = freePort();
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-jar",
            JAR.toString(),
            "serve",
            "--port",
            String.valueOf(port),
            "--data-dir",
            folder.resolve("data").toString());
    builder.environment().put("KIUNGO_SAMPLES_ENABLED", "false");
    Process server =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      String address = "http://127.0.0.1:" + port;
      for (int k = 0; k < MOST_SECONDS && get(address + "/readyz") != 200; k++) {
        assertThat(server.isAlive()).as(Files.readString(log)).isTrue();
        TimeUnit.SECONDS.sleep(1);
      }
      assertThat(get(address + "/readyz")).as(Files.readString(log)).isEqualTo(200);
      assertThat(Files.readString(log)).contains("Starting AOT-processed");
      assertThat(get(address + "/countries/LSO")).isEqualTo(200);
      assertThat(get(address + "/api/v1/plans")).isEqualTo(200);
      assertThat(get(address + "/api/v1/none")).isEqualTo(404);
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Status of an answer; 0 while the port is not open. */
  private static int get(String address) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30)).build();
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }
}
