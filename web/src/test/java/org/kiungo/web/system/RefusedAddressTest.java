package org.kiungo.web.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
        .contains("barre oblique codée");
    assertThat(get("/api/v1/version").statusCode()).isEqualTo(200);
  }
}
