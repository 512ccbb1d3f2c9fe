package org.kiungo.web.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.verify.Verifier;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class CommentApiTest {

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private JsonMapper json;
  @TempDir private Path folder;

  private static final PlanFolder FOLDER = TinyWorld.plan(1.7e6);
  private String plan;

  @BeforeEach
  void keepThePlan() {
    plan = plans.add(FOLDER, "run", null);
  }

  private JsonNode add(String body) throws Exception {
    return json.readTree(
        http.perform(
                post("/api/v1/plans/{id}/comments", plan)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  private Map<String, byte[]> archive() throws Exception {
    var started = http.perform(get("/api/v1/plans/{id}/folder.zip", plan)).andReturn();
    byte[] zip =
        http.perform(asyncDispatch(started)).andReturn().getResponse().getContentAsByteArray();
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        files.put(Path.of(each.getName()).getFileName().toString(), in.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void aCommentIsKeptAsTypedResolvedAndTravelsWithThePlan() throws Exception {
    assertThat(archive()).doesNotContainKey("comments.json");
    String typed = "<img src=x onerror=alert(1)> ${7*7} {{x}}";
    String id =
        add("""
            {"kind": "PLACE", "target": "s05", "author": "Ana", "text": "%s"}"""
                .formatted(typed))
            .get("id")
            .asString();
    add("{\"kind\": \"FIGURE\", \"target\": \"capexUsd\", \"text\": \"too low?\"}");
    http.perform(
            put("/api/v1/plans/{id}/comments/{c}", plan, id)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"resolved\": true}"))
        .andExpect(status().isOk());
    http.perform(get("/api/v1/plans/{id}/comments", plan))
        .andExpect(jsonPath("$.length()").value(2))
        .andExpect(jsonPath("$[0].text").value(typed))
        .andExpect(jsonPath("$[0].resolved").value(true))
        .andExpect(jsonPath("$[1].resolved").value(false));
    Map<String, byte[]> files = archive();
    assertThat(json.readTree(files.get("comments.json"))).hasSize(2);
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Files.write(folder.resolve(each.getKey()), each.getValue());
    }
    assertThat(Verifier.verify(folder).accepted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "PLACE, nowhere, hello, comment.target",
    "FIGURE, karma, hello, comment.target",
    "PLACE, s05, '', field.length"
  })
  void whatCannotBePinnedIsRefused(String kind, String target, String text, String code)
      throws Exception {
    http.perform(
            post("/api/v1/plans/{id}/comments", plan)
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    json.writeValueAsString(Map.of("kind", kind, "target", target, "text", text))))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value(code));
  }
}
