package org.kiungo.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists of the API are narrowed by their columns and taken away as tables. */
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListAnswersTest {

  /** Those of one word that answer rows. */
  private static final List<String> LISTS =
      List.of(
          "countries",
          "datasets",
          "imports",
          "partners",
          "placements",
          "plans",
          "queue",
          "runs",
          "today");

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private JsonMapper json;

  private String plan;

  @BeforeAll
  void fill() {
    plan = plans.add(TinyWorld.plan(1.9e6), "run", null);
    plans.add(TinyWorld.plan(0.9e6), "run", null);
  }

  private MockHttpServletResponse ask(String address) throws Exception {
    return http.perform(get("/api/v1/" + address)).andReturn().getResponse();
  }

  private JsonNode rows(String address) throws Exception {
    MockHttpServletResponse answer = ask(address);
    String text = answer.getContentAsString(StandardCharsets.UTF_8);
    assertThat(answer.getStatus()).as(address + " " + text).isEqualTo(200);
    return json.readTree(text);
  }

  @Test
  void everyListGoesAsATableOfItsRows() throws Exception {
    for (String list : LISTS) {
      MockHttpServletResponse answer = ask(list + "?format=csv");
      assertThat(answer.getStatus()).as(list).isEqualTo(200);
      assertThat(answer.getContentType()).as(list).isEqualTo("text/csv;charset=UTF-8");
      assertThat(answer.getHeader("Content-Disposition")).contains(list + ".csv");
      String table = answer.getContentAsString(StandardCharsets.UTF_8);
      JsonNode rows = rows(list);
      assertThat(table).as(list).contains("\r\n");
      if (list.equals("countries")) {
        assertThat(table.split("\r\n")).as(list).hasSize(rows.size() + 1);
      }
      for (JsonNode row : rows) {
        if (row.has("id")) {
          assertThat(table).contains(row.get("id").asString());
        }
      }
      assertThat(ask(list + "?format=xml").getStatus()).as(list).isEqualTo(422);
      MockHttpServletResponse refused = ask(list + "?nonsense=1");
      assertThat(refused.getStatus()).as(list).isEqualTo(422);
      assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("nonsense");
    }
  }

  @Test
  void aListIsNarrowedByItsColumns() throws Exception {
    JsonNode all = rows("plans");
    assertThat(all.size()).isGreaterThan(1);
    JsonNode one = rows("plans?id=" + plan);
    assertThat(one.size()).isEqualTo(1);
    assertThat(one.get(0).get("id").asString()).isEqualTo(plan);
    assertThat(rows("plans?id=" + plan + "&country=KEN").size()).isZero();
    assertThat(rows("plans?country=LSO").size()).isEqualTo(all.size());
    assertThat(rows("countries?iso3=LSO&iso3=ken").size()).isEqualTo(2);
    String table =
        ask("plans?id=" + plan + "&format=csv").getContentAsString(StandardCharsets.UTF_8);
    assertThat(table.split("\r\n")).hasSize(2);
  }
}
