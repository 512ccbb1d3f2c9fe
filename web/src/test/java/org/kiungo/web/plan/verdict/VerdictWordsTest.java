package org.kiungo.web.plan.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;

class VerdictWordsTest {

  /** A file that nobody gave a name bears its layer's, which readers know in their language. */
  @Test
  void whatIsTakenAsGivenIsNamedInTheReadersWords() {
    PlanVerdict plain =
        new PlanVerdict(
            "consistent",
            List.of(),
            List.of("settlements (petits.csv)", "fibre-lines", "Registre (r.csv)"),
            List.of(),
            null);
    assertThat(VerdictWords.why(plain, Words.in("fr")))
        .contains("Localités (petits.csv)", "Lignes de fibre", "Registre (r.csv)")
        .doesNotContain("settlements", "fibre-lines");
  }

  @Test
  void ofTwoScenariosOnlyWhatDiffersIsToldInTheReadersWords() {
    Scenario due = ScenarioBuilder.builder().countries(List.of("LSO")).budgetUsd(5e6).build();
    Ledger ledger = new Ledger();
    ledger.same("progress.again", "scenario.json", due, due.withBudgetUsd(6e6));
    PlanVerdict refused = new PlanVerdict("refused", List.of(), List.of(), ledger.checks(), null);
    for (String language : Languages.available()) {
      Words words = Words.in(language);
      String budget = words.text("verify.part.budgetUsd");
      assertThat(VerdictWords.why(refused, words))
          .as(language)
          .contains(budget + " 5000000", budget + " 6000000")
          .doesNotContain("budgetUsd", "LSO", "technologyIds")
          .hasSizeLessThan(600);
    }
  }
}
