package org.kiungo.web.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A list that names something twice, or more than there is, plans nothing. */
@ApiTest
class ScenarioSizeTest {

  @Autowired private MockMvc http;

  private ResultActions send(String address, String field, List<String> names) throws Exception {
    String list = names.stream().map(each -> '"' + each + '"').collect(Collectors.joining(","));
    String countries = field.equals("countries") ? "" : "\"countries\": [\"LSO\"], ";
    return http.perform(
        post(address)
            .contentType(MediaType.APPLICATION_JSON)
            .header("Accept-Language", "fr")
            .content("{" + countries + "\"steps\": 1, \"" + field + "\": [" + list + "]}"));
  }

  @ParameterizedTest
  @CsvSource({
    "countries, LSO, 2",
    "countries, LSO, 100000",
    "technologyIds, fwa, 2",
    "mediumIds, fibre, 100000"
  })
  void whatIsNamedTwiceIsRefusedByName(String field, String name, int times) throws Exception {
    List<String> names = Collections.nCopies(times, name);
    send("/api/v1/runs", field, names)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("scenario.twice"))
        .andExpect(jsonPath("$.detail").value(containsString(name + " est cité deux fois")));
    send("/api/v1/scenarios/check", field, names)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.valid").value(false))
        .andExpect(jsonPath("$.problems.length()").value(1))
        .andExpect(jsonPath("$.problems[0].field").value(field));
  }

  @ParameterizedTest
  @CsvSource({"COUNT, 2", "LEFT_OUT, 1"})
  void nodesThatAreLeftOutAreNotCounted(Today.AssumedNodes choice, int nodes) {
    PlanningProblem problem = TinyWorld.problem(ScenarioFile.DEFAULT);
    NetworkNode named = problem.nodes().get(0);
    NetworkNode assumed = named.with().id("assumed").assumed(true).build();
    Today today = new Today(null, null, null, choice, null);
    Scenario scenario = ScenarioFile.DEFAULT.with().today(today).build();
    assertThat(
            ScenarioController.Estimate.of(problem.withNodes(List.of(named, assumed)), scenario)
                .nodes())
        .isEqualTo(nodes);
  }

  @Test
  void moreNamesThanThereAreCountriesAreOneProblem() throws Exception {
    List<String> names = IntStream.range(0, 50_000).mapToObj(k -> "X" + k).toList();
    send("/api/v1/scenarios/check", "countries", names)
        .andExpect(jsonPath("$.problems.length()").value(1))
        .andExpect(jsonPath("$.problems[0].message").value(containsString("50")));
    send("/api/v1/runs", "countries", names).andExpect(status().isUnprocessableContent());
  }

  @Test
  void aBodyOverItsLimitIsRefusedHoweverItIsSent() throws Exception {
    List<String> names = Collections.nCopies(200_000, "LSO");
    send("/api/v1/runs", "countries", names).andExpect(status().isContentTooLarge());
    send("/api/v1/scenarios/check", "countries", names).andExpect(status().isContentTooLarge());
  }
}
