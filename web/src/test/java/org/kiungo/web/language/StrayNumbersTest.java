package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrayNumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|7,38 M|7,38",
        "en|USD 1_234_000|1_234_000",
        "en|0,125|0,125",
        "fr|7.38 M|7.38",
        "fr|12,345 habitants|12,345",
        "fr|1,234,567|1,234,567",
        "fr|de 3.5 à 4,5|3.5"
      })
  void writtenAsAnotherLanguageDoesTheyAreFound(String language, String text, String found) {
    assertThat(StrayNumbers.of(spaced(text), language)).containsExactly(spaced(found));
    assertThat(StrayNumbers.ofPage("<p>x</p><p>" + spaced(text) + "</p>", language)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|7.38 M, 1,234,567 and 2027, 500; 2026-11-29; CC BY 4.0; 12,345",
        "fr|7,38 M, 1_234_567, 2026-11-29, 12,5 % ; CC BY 4.0 ; IATI 2.03 ; Kiungo 0.1.0",
        "fr|29,315° ; 27,480°"
      })
  void writtenAsTheLanguageDoesTheyAreNot(String language, String text) {
    assertThat(StrayNumbers.of(spaced(text), language)).isEmpty();
    assertThat(StrayNumbers.ofPage("<code>7,38 7.38</code>" + spaced(text), language)).isEmpty();
  }

  /** A hard, narrow space between thousands, which no editor of this file shows. */
  private static String spaced(String text) {
    return text.replace('_', '\u202f');
  }
}
