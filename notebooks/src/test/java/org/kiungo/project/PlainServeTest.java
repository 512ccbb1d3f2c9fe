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
import java.util.Set;
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
    Process java = serve(port);
    try {
      String address = "http://127.0.0.1:" + port;
      awaitReady(java, address);
      assertThat(Files.readString(log())).contains("Starting AOT-processed");
      assertThat(get(address + "/countries/LSO")).isEqualTo(200);
      assertThat(get(address + "/api/v1/plans")).isEqualTo(200);
      assertThat(get(address + "/api/v1/none")).isEqualTo(404);
      ProcessHandle server = serverOf(java);
      java.destroy();
      assertThat(java.waitFor()).as("as Java answers to SIGTERM").isEqualTo(143);
      assertThat(server.isAlive()).as("a stop is handed on and waited for").isFalse();
      assertThat(folder.resolve("data/server")).as("kept by what is killed").doesNotExist();
    } finally {
      java.destroyForcibly().waitFor();
    }
  }

  @Test
  void aKilledServerLeavesNothingBehind() throws Exception {
    assumeTrue(Files.exists(JAR), "skipped: no web/target/kiungo.jar (run mvn package first)");
    Process java = serve(freePort());
    ProcessHandle server;
    try {
      for (int k = 0; k < MOST_SECONDS && java.children().findFirst().isEmpty(); k++) {
        TimeUnit.SECONDS.sleep(1);
      }
      server = serverOf(java);
    } finally {
      java.destroyForcibly().waitFor();
    }
    server.onExit().get(MOST_SECONDS, TimeUnit.SECONDS);
  }

  /** The Java that serves, beside the one that was asked to. */
  private static ProcessHandle serverOf(Process java) {
    return java.children().findFirst().orElseThrow();
  }

  private Path log() {
    return folder.resolve("log");
  }

  private Process serve(int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            JAR.toString(),
            "serve",
            "--port",
            String.valueOf(port),
            "--data-dir",
            folder.resolve("data").toString());
    builder
        .environment()
        .keySet()
        .removeAll(Set.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
    builder.environment().put("KIUNGO_SAMPLES_ENABLED", "false");
    return builder
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .start();
  }

  private void awaitReady(Process java, String address) throws Exception {
    for (int k = 0; k < MOST_SECONDS && get(address + "/readyz") != 200; k++) {
      assertThat(java.isAlive()).as(Files.readString(log())).isTrue();
      TimeUnit.SECONDS.sleep(1);
    }
    assertThat(get(address + "/readyz")).as(Files.readString(log())).isEqualTo(200);
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
