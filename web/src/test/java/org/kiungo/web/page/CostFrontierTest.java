package org.kiungo.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.page.CostFrontier.Question;
import org.kiungo.web.page.CostFrontier.Spot;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.verdict.PlanVerdict;

class CostFrontierTest {

  private static PlanSummary summary(String letter, double budgetUsd, Scenario asked) {
    PlanFolder plan = TinyWorld.plan(budgetUsd);
    return new PlanSummary(
        letter,
        letter,
        "DJI",
        letter,
        asked.withBudgetUsd(budgetUsd),
        plan.plan().totals(),
        plan.certificate(),
        plan.plan().settlements().size(),
        "run",
        PlanVerdict.OLDER,
        null);
  }

  @Test
  void plansOfOneQuestionShareABoundAndNoneLiesAboveIt() {
    Scenario asked = TinyWorld.plan(4e5).scenario();
    Scenario other = asked.withMediumIds(List.of("fibre"));
    List<PlanSummary> plans =
        List.of(summary("A", 4e5, asked), summary("B", 3e6, asked), summary("C", 4e5, other));
    CostFrontier frontier = new CostFrontier(plans);
    assertThat(frontier.questions().stream().map(Question::letters))
        .containsExactly(List.of("A", "B"), List.of("C"));
    for (Question question : frontier.questions()) {
      String[] corners = question.boundLine().split(" ");
      // a stub before the first, then a corner for each plan
      assertThat(corners).hasSize(question.letters().size() + 1);
      for (int k = 0; k < question.letters().size(); k++) {
        double boundY = Double.parseDouble(corners[k + 1].split(",")[1]);
        String letter = question.letters().get(k);
        Spot spot =
            frontier.spots().stream()
                .filter(each -> each.plan().letter().equals(letter))
                .findFirst()
                .orElseThrow();
        // y grows downwards
        assertThat(spot.y()).as(letter).isGreaterThanOrEqualTo(boundY - 0.06);
      }
    }
  }
}
