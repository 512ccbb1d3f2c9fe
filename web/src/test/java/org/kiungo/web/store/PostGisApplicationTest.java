package org.kiungo.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.kiungo.web.OnPostGis;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.json.JsonMapper;

/** The whole application on PostGIS: plans, runs and datasets side by side in one schema. */
@ApiTest
@OnPostGis
@ContextConfiguration(initializers = OnPostGis.SchemaOfItsOwn.class)
class PostGisApplicationTest {

  @Autowired private MockMvc http;
  @Autowired private DataSource database;

  private MvcResult add(String rows) throws Exception {
    return http.perform(
            multipart("/api/v1/datasets")
                .file(
                    new MockMultipartFile(
                        "file", "f.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)))
                .param("layer", "settlements")
                .param("country", "LSO")
                .param("source", "test")
                .param("licence", "CC0"))
        .andExpect(status().isCreated())
        .andReturn();
  }

  @Test
  void datasetsAndPlansShareTheServer() throws Exception {
    http.perform(get("/api/v1/datasets")).andExpect(status().isOk());
    http.perform(get("/api/v1/plans")).andExpect(status().isOk());
    String header = "id,name,lon,lat,population\n";
    add(header + "a,Maseru,27.48,-29.31,330760\nb,Teyateyaneng,27.75,-29.15,75115\n");
    MvcResult second = add(header + "a,Maseru,27.48,-29.31,330761\n");
    var answer =
        JsonMapper.builder().build().readTree(second.getResponse().getContentAsByteArray());
    assertThat(answer.get("changes").toString())
        .isEqualTo("{\"added\":[],\"changed\":[\"a\"],\"removed\":[\"b\"]}");
    String id = answer.get("dataset").get("id").asString();
    http.perform(post("/api/v1/datasets/{id}/undo", id))
        .andExpect(jsonPath("$.currentVersion").value(1));
    http.perform(
            get(
                    "/api/v1/datasets/imports/{id}/report",
                    answer.get("report").get("importId").asString())
                .param("form", "html"))
        .andExpect(status().isOk());
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
      var rows = statement.executeQuery("select count(*) from dataset_feature");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(3);
      var plans = statement.executeQuery("select count(*) from plan");
      assertThat(plans.next()).isTrue();
    }
  }
}
