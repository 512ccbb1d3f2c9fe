package org.kiungo.web.dataset;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The steps of an import over the API, as the page takes them. */
final class Wizard {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final MockMvc http;

  Wizard(MockMvc http) {
    this.http = http;
  }

  MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
    return http.perform(request).andReturn().getResponse();
  }

  JsonNode json(MockHttpServletRequestBuilder request) throws Exception {
    return JSON.readTree(perform(request).getContentAsByteArray());
  }

  /** Sends a file in pieces; returns the upload's id. */
  String upload(Path file) throws Exception {
    JsonNode begun = json(post("/api/v1/datasets/uploads"));
    String id = begun.get("id").asString();
    int chunk = begun.get("chunkBytes").asInt();
    byte[] all = Files.readAllBytes(file);
    for (int from = 0; from < all.length; from += chunk) {
      byte[] piece = Arrays.copyOfRange(all, from, Math.min(all.length, from + chunk));
      perform(
          put("/api/v1/datasets/uploads/{id}/{name}", id, file.getFileName().toString())
              .param("offset", from + "")
              .contentType(MediaType.APPLICATION_OCTET_STREAM)
              .content(piece));
    }
    return id;
  }

  /** A step on an upload: inspect, check, or the empty text to commit. */
  JsonNode step(String step, String upload, String layer, String country, String... more)
      throws Exception {
    MockHttpServletRequestBuilder request =
        post("/api/v1/datasets" + (step.isEmpty() ? "" : "/" + step))
            .contentType(MediaType.MULTIPART_FORM_DATA)
            .param("upload", upload)
            .param("layer", layer)
            .param("country", country)
            .param("source", "test")
            .param("licence", "CC BY 4.0");
    for (int k = 0; k < more.length; k += 2) {
      request.param(more[k], more[k + 1]);
    }
    return json(request);
  }

  /** A report's bytes. */
  MockHttpServletResponse report(String importId, String form, String language) throws Exception {
    return perform(
        get("/api/v1/datasets/imports/{id}/report", importId)
            .param("form", form)
            .param("lang", language));
  }
}
