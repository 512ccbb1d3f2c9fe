package org.kiungo.web.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.MostShare;
import org.kiungo.web.language.Words;

class ConditionWordsTest {

  /** What is wrong with partners names its field in words, not as files have it. */
  @Test
  void refusedFieldsHaveTheirWords() {
    InputRefused refused =
        new InputRefused("partners.value", "field", "amount", "value", -5, "allowed", "0–10¹³");
    assertThat(Words.in("fr").refusal(refused))
        .startsWith("Montant (amount) est «\u00a0-5\u00a0».");
    assertThat(Words.in("en").refusal(refused)).startsWith("Amount (amount) is “-5”.");
  }

  @Test
  void everyConditionIsASentence() {
    for (Class<?> each : Condition.class.getPermittedSubclasses()) {
      assertThat(Words.in("en").has("condition." + Condition.code(each)))
          .as("condition." + Condition.code(each))
          .isTrue();
    }
  }

  @Test
  void aSentenceHoldsTheConditionsValues() {
    Words words = Words.in("en");
    assertThat(ConditionWords.of(new MostShare(0.6, List.of()), words))
        .isEqualTo("Pays at most 60% of a project.");
    assertThat(ConditionWords.of(new MostShare(0.4, List.of("Littoral", "Mono")), words))
        .isEqualTo("Pays at most 40% of a project, except in Littoral, Mono.");
  }
}
