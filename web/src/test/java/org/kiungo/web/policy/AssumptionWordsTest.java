package org.kiungo.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.language.Words;

/** Whatever two scenarios may differ in has a name that is not its key. */
class AssumptionWordsTest {

  /** No assumption, told by their parts, or told member by member. */
  private static final Set<String> APART =
      Set.of(
          "name",
          "standard",
          "money",
          "today",
          "institutions",
          "twoPaths",
          "marketTerms",
          "levers",
          "fairness",
          "feeds");

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void everyFieldOfAScenarioIsNamed(String language) {
    Words words = Words.in(language);
    List<String> unnamed =
        Stream.of(Scenario.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(each -> !APART.contains(each))
            .filter(each -> AssumptionWords.of(each, words).equals(each))
            .toList();
    assertThat(unnamed).isEmpty();
  }
}
