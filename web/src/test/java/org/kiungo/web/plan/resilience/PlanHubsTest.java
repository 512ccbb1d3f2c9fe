package org.kiungo.web.plan.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The hubs of a plan with both ways, as data and on its page, in both languages. */
@ApiTest
class PlanHubsTest {

  @Autowired private MockMvc http;
  @Autowired private Plans plans;

  private static PlanFolder planned() {
    String asked =
        """
        {"name": "Two ways", "countries": ["LSO"], "budgetUsd": 3000000, "steps": 50,
         "technologyIds": ["lte-light"], "twoPaths": {"hubIds": ["s06", "s09"]}}""";
    Scenario scenario = ScenarioFile.read(asked.getBytes());
    PlanningProblem problem = TinyWorld.problem(scenario);
    return Planner.folder(problem, Planner.plan(problem, scenario, Progress.NONE, () -> false));
  }

  @Test
  void bothWaysAreToldAndDrawn() throws Exception {
    PlanFolder folder = planned();
    assertThat(folder.plan().secondPaths().ways()).isNotEmpty();
    String id = plans.add(folder, "run", null);
    String without = plans.add(TinyWorld.plan(1e6), "run", null);
    http.perform(get("/api/v1/plans/{id}/hubs", id).param("without", without))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.ways.disjoint").value("LINK"))
        .andExpect(jsonPath("$.ways.hubs[0].stands").value("TWO_WAYS"))
        .andExpect(jsonPath("$.ways.hubs[0].second.km").value(greaterThan(0.0)))
        .andExpect(jsonPath("$.beside.id").value(without));
    http.perform(get("/api/v1/plans/{id}/links", id))
        .andExpect(jsonPath("$.secondWays[0].length()").value(greaterThan(1)));
    http.perform(get("/api/v1/plans/{id}/links", without))
        .andExpect(jsonPath("$.secondWays").doesNotExist());
    http.perform(get("/plans/{id}/explore", id).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("Two ways for hubs")))
        .andExpect(content().string(containsString("data-layer=\"secondWays\"")));
    http.perform(get("/plans/{id}/explore", id).header("Accept-Language", "fr"))
        .andExpect(content().string(containsString("Deux chemins pour les lieux essentiels")));
    http.perform(get("/plans/{id}/explore", without))
        .andExpect(content().string(not(containsString("data-testid=\"hubs\""))));
  }
}
