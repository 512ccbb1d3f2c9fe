package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.web.page.Figures;

/** A figure in a sentence is the figure of the table beside it. */
class RoundingTest {

  /** Halves: to the even one Java's own sentences round. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2.5, 906_000.5, 906_001.5, -2.5, 1_234_566.5, 7, 0})
  void halvesAreRoundedAsTablesDo(double people) {
    for (String language : Languages.available()) {
      Words words = Words.in(language);
      String table = Figures.of(Locale.forLanguageTag(language)).whole(people);
      String sentence = words.text("judge.standing.text", 1, people, people, "3");
      assertThat(sentence.replace('-', '−')).as(language).contains(table);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0625, 0.1875, 2.0005})
  void soAreNumbersThatASentenceLeavesAsTheyAre(double value) {
    Words words = Words.in("en");
    assertThat(words.text("ui.said-of", value, value)).contains(words.numbers().format(value));
    assertThat(words.numbers().format(0.0625)).isEqualTo("0.063");
  }
}
