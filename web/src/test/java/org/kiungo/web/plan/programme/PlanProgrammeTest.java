package org.kiungo.web.plan.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Programme.PhaseAccount;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.programme.PlanProgramme.DistrictPhases;
import org.kiungo.web.plan.programme.PlanProgramme.PhaseShare;
import org.kiungo.web.plan.programme.PlanProgramme.YearShare;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A plan of several phases, told by phase, year, district and place. */
@ApiTest
class PlanProgrammeTest {

  private static final PlanFolder FOLDER = TinyWorld.programme("In phases");

  @Autowired private MockMvc http;
  @Autowired private Plans plans;

  private PlanProgramme sums() {
    return ProgrammeBreakdown.of(plans.content(plans.add(FOLDER, "run", null)));
  }

  @Test
  void whatIsBuiltInItsPhaseAddsUpToThePlan() {
    PlanProgramme sums = sums();
    assertThat(sums.phases()).hasSize(3).allMatch(each -> each.places() > 0);
    assertThat(sums.phases().stream().mapToInt(PhaseShare::sites).sum())
        .isEqualTo(FOLDER.plan().sites().size());
    assertThat(sums.phases().stream().mapToInt(PhaseShare::links).sum())
        .isEqualTo(FOLDER.plan().links().size());
    assertThat(sums.phases().stream().mapToDouble(PhaseShare::capexUsd).sum())
        .isCloseTo(FOLDER.plan().totals().capexUsd(), within(0.01));
    assertThat(sums.placePhases())
        .containsOnly(0, 1, 2, 3)
        .hasSameSizeAs(FOLDER.plan().settlements());
    assertThat(sums.placePhases().stream().filter(each -> each == 2))
        .hasSize(sums.phases().get(1).places());
  }

  @Test
  void districtsHoldThePeopleOfEachPhase() {
    PlanProgramme sums = sums();
    for (int k = 0; k < 3; k++) {
      int phase = k;
      assertThat(
              sums.districts().stream().mapToDouble(each -> each.peopleServed().get(phase)).sum())
          .isCloseTo(sums.phases().get(k).account().peopleServed(), within(1e-6));
    }
    assertThat(sums.districts().stream().mapToDouble(DistrictPhases::population).sum())
        .isEqualTo(sums.population());
  }

  @Test
  void moneyOfAYearIsThatOfItsPhase() {
    List<YearShare> years = sums().years();
    assertThat(years).extracting(YearShare::year).startsWith(2027, 2028).endsWith(2036).hasSize(10);
    double inUsd = 0;
    double spentUsd = 0;
    for (YearShare each : years) {
      inUsd += each.budgetUsd();
      spentUsd += each.spentUsd();
      assertThat(each.carriedUsd()).isCloseTo(inUsd - spentUsd, within(0.01));
      assertThat(each.networkUsd()).isPositive();
    }
    PhaseAccount last = FOLDER.plan().programme().phases().get(2);
    assertThat(years.get(9).peopleServed()).isEqualTo(last.peopleServed());
    assertThat(years.get(2).networkUsd()).as("builds").isGreaterThan(years.get(3).networkUsd());
  }

  @Test
  void theAddressTellsItAndThatAPlanHasNoPhases() throws Exception {
    String id = plans.add(FOLDER, "run", null);
    String without = plans.add(TinyWorld.plan(1e6), "run", null);
    http.perform(get("/api/v1/plans/{id}/programme", id))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.phases[1].account.firstYear").value(2029))
        .andExpect(jsonPath("$.sitePhases.length()").value(FOLDER.plan().sites().size()));
    http.perform(get("/api/v1/plans/{id}/programme", without))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("programme.unknown"));
  }
}
