package org.kiungo.web.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kiungo.web.ApiTest;
import org.kiungo.web.store.DataFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;

/** Clients that begin a body and never end it. */
@ApiTest
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SlowClientsTest {

  @LocalServerPort private int port;
  @Autowired private BodyPace pace;
  @Autowired private DataFolder data;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Socket> slow = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket each : slow) {
      each.close();
    }
  }

  /** Begins a request and sends nothing of its body but the first bytes. */
  private Socket begin(String head) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    slow.add(socket);
    OutputStream out = socket.getOutputStream();
    out.write(
        (head + "Host: localhost\r\nContent-Length: 900000\r\n\r\n{")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/octet-stream")
            .method(method, HttpRequest.BodyPublishers.ofString("x"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void othersReadWhileAsManyBodiesAsAreTakenNeverEnd() throws Exception {
    for (int k = 0; k < RequestLimitsFilter.BODIES_AT_ONCE + 1; k++) {
      begin("POST /api/v1/runs HTTP/1.1\r\nContent-Type: application/json\r\n");
    }
    String refused = firstAnswer(slow);
    assertThat(refused).contains(" 429 ", "Retry-After: 5");
    HttpResponse<String> read =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/runs")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(read.statusCode()).isEqualTo(200);
    hangUp();
    while (send("POST", "/api/v1/datasets/uploads").statusCode() == 429) {
      Thread.onSpinWait();
    }
  }

  /** Only one of them is answered while all the others are waited for. */
  private static String firstAnswer(List<Socket> sockets) throws IOException {
    while (true) {
      for (Socket each : sockets) {
        InputStream in = each.getInputStream();
        if (in.available() > 0) {
          return new String(in.readNBytes(in.available()), StandardCharsets.UTF_8);
        }
      }
      Thread.onSpinWait();
    }
  }

  /** A body of so many bytes at each read, of which each takes so long; null once it is whole. */
  private static ApiRefusal readAll(int reads, int bytes, long secondsEach, long limitSeconds) {
    AtomicLong nanos = new AtomicLong();
    AtomicInteger done = new AtomicInteger();
    InputBuffer body =
        new InputBuffer() {
          @Override
          public int doRead(ApplicationBufferHandler into) {
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(secondsEach));
            return done.getAndIncrement() < reads ? bytes : -1;
          }

          @Override
          public int available() {
            return 0;
          }
        };
    PacedBody paced = new PacedBody(new Request(), body, limitSeconds, nanos::get);
    return catchThrowableOfType(
        ApiRefusal.class,
        () -> {
          while (paced.doRead(ApplicationBufferHandler.EMPTY) >= 0) {
            // what the server does between its reads is not the client's time
            nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
          }
        });
  }

  @Test
  void aBodyThatTakesTooLongIsRefused() {
    assertThat(readAll(30, 10_000, 10, 300)).isNull();
    ApiRefusal refusal = readAll(31, 10_000, 10, 300);
    assertThat(refusal.code()).isEqualTo("http.too-slow");
    assertThat(refusal.status().value()).isEqualTo(408);
  }

  @Test
  void aBodyThatDripsIsRefusedHoweverLongItMayTake() {
    assertThat(readAll(100, 15_000, 30, 3_600)).isNull();
    ApiRefusal refusal = readAll(100, 9_000, 30, 3_600);
    assertThat(refusal.code()).isEqualTo("http.dripping");
    assertThat(refusal.arguments()).containsExactly("500");
    assertThat(readAll(2, 1, 30, 3_600)).as("a short body over a bad line").isNull();
  }

  @Test
  void aFormWithFilesThatDripsIsRefusedAndLeavesNothing() throws Exception {
    Socket drip =
        begin(
            "POST /api/v1/datasets HTTP/1.1\r\n"
                + "Content-Type: multipart/form-data; boundary=part\r\n");
    OutputStream out = drip.getOutputStream();
    String file = "\r\n--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"";
    out.write((file + "\r\n\r\n" + "x".repeat(10_000)).getBytes(StandardCharsets.US_ASCII));
    out.flush();
    while (spooled() == 0) {
      Thread.onSpinWait();
    }
    LongSupplier clock = System::nanoTime;
    AtomicLong jumped = new AtomicLong();
    ReflectionTestUtils.setField(
        pace, "nanos", (LongSupplier) () -> clock.getAsLong() + jumped.get());
    try {
      String answer = "";
      // a jump between two reads of the server is not the client's time: jump until one is waited
      // in
      for (int jumps = 0; answer.isEmpty() && jumps < 50; jumps++) {
        jumped.addAndGet(TimeUnit.SECONDS.toNanos(61));
        out.write('x');
        out.flush();
        answer = arrived(drip.getInputStream());
      }
      assertThat(answer).contains(" 408 ", "Connection: close", "http.dripping");
      assertThat(spooled()).isZero();
    } finally {
      ReflectionTestUtils.setField(pace, "nanos", clock);
    }
  }

  @Test
  void aFormThatBreaksOffIsNoFaultOfTheServer() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/datasets"))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofString("--part\r\nContent-Disposition: form-"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("http.form");
  }

  /** What came within half a second. */
  private static String arrived(InputStream in) throws IOException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
    while (in.available() == 0 && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    return new String(in.readNBytes(in.available()), StandardCharsets.UTF_8);
  }

  private long spooled() throws IOException {
    try (Stream<Path> files = Files.walk(data.root().resolve("incoming"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
