package org.kiungo.web.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Addresses that the container refuses by itself. */
@ApiTest
class RefusedAddressTest {

  @LocalServerPort private int port;

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", "fr")
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void anEncodedSlashIsAProblemOfTheApiInTheReadersLanguage() throws Exception {
    HttpResponse<String> answer = get("/api/v1/plans/a%2Fb");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("\"code\":\"http.address\"")
        .contains("/api/v1/plans/a%2Fb")
        .contains("barre oblique ni un signe de commande codés");
    assertThat(get("/api/v1/version").statusCode()).isEqualTo(200);
  }

  @Test
  void anAddressThatIsTooLongIsRefusedAndNoFault() throws Exception {
    String answer = raw("/countries/LSO?x=" + "a".repeat(9_000), "en");
    assertThat(answer).startsWith("HTTP/1.1 400");
  }

  @Test
  void traceIsRefusedInWordsAndEchoesNothing() throws IOException {
    String answer = raw("TRACE", "/countries/LSO", "fr");
    assertThat(answer)
        .startsWith("HTTP/1.1 405")
        .contains("\"code\":\"http.method\"", "n'est pas permise ici")
        .doesNotContain("timestamp", "Accept-Language");
  }

  /** No client that checks addresses sends such a one. */
  @Test
  void aQueryThatCannotBeReadIsNoForm() throws Exception {
    for (String path : List.of("openness/stress?cut=%", "countries?lang=%", "plans?a=%zz")) {
      String french = raw("/api/v1/" + path, "fr");
      assertThat(french)
          .startsWith("HTTP/1.1 400")
          .contains("\"code\":\"http.query\"")
          .contains("deux chiffres hexadécimaux");
      assertThat(raw("/api/v1/" + path, "en")).contains("two hexadecimal digits");
    }
  }

  private String raw(String path, String language) throws IOException {
    return raw("GET", path, language);
  }

  private String raw(String method, String path, String language) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      String request =
          method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept-Language: ";
      socket
          .getOutputStream()
          .write((request + language + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
