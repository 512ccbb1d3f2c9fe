package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kiungo.web.page.Figures;

/** One kind of digits in every language, that of the sentences themselves. */
class DigitsTest {

  @Test
  void numbersAndSentencesHaveTheSameDigits() {
    for (String language : List.of("en", "fr", "pt", "ar")) {
      Words words = Words.in(language);
      Locale asked = Locale.forLanguageTag(language);
      Figures n = Figures.of(asked);
      List<String> told =
          List.of(
              n.usd(21_345_678),
              n.whole(12_345),
              n.percent(0.456),
              n.people(9_876),
              words.text("money.amount", 12_345.67),
              new WordsMessages().getMessage("money.amount", new Object[] {1_234.5}, asked));
      assertThat(String.join(" ", told)).as(language).doesNotContainPattern("[\\u0660-\\u06f9]");
      assertThat(words.language()).isEqualTo(language);
    }
  }
}
