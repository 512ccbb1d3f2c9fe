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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kiungo.web.ApiTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;

/** Clients that begin a body and never end it. */
@ApiTest
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SlowClientsTest {

  @LocalServerPort private int port;

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
    assertThat(refused).contains(" 503 ", "Retry-After: 5");
    HttpResponse<String> read =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/runs")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(read.statusCode()).isEqualTo(200);
    hangUp();
    while (send("POST", "/api/v1/datasets/uploads").statusCode() == 503) {
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

  @Test
  void aBodyThatTakesTooLongIsRefused() {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/runs");
    request.setContent(new byte[10]);
    AtomicLong nanos = new AtomicLong();
    CountedRequest counted = new CountedRequest(request, () -> nanos.addAndGet(60_000_000_000L));
    ApiRefusal refusal =
        catchThrowableOfType(
            ApiRefusal.class,
            () -> {
              InputStream body = counted.getInputStream();
              while (body.read() >= 0) {
                assertThat(nanos.get()).isLessThan(600_000_000_000L);
              }
            });
    assertThat(refusal.code()).isEqualTo("http.too-slow");
    assertThat(refusal.status().value()).isEqualTo(408);
  }
}
