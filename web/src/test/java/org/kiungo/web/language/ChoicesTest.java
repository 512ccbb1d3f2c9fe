package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One is singular and many are plural, whether a number comes as such or in words. */
class ChoicesTest {

  private static final String ENGLISH = "{1}: {0,choice,0#no place|1#one place|1<{0} places}.";
  private static final String FRENCH = "{0,choice,0#{0} lieu|2#{0} lieux}";

  /** Neither a sentence nor a figure ever says NaN or ∞. */
  @Test
  void aNumberThatIsNoneIsNotKnown() {
    for (double none : new double[] {Double.NaN, 1 / 0.0, -1 / 0.0}) {
      assertThat(Words.in("en").text("cli.fund.leverage", none, 2.0))
          .isEqualTo(
              "Each dollar brings not known of others; 2.00 USD per weighted person (basic service counts less).");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; a: no place.; 0 lieu",
        "1; a: one place.; 1 lieu",
        "1,5; a: 1,5 places.; 1,5 lieu",
        "2; a: 2 places.; 2 lieux",
        "1,000; a: 1,000 places.; 1,000 lieux",
        "1 204; a: 1 204 places.; 1 204 lieux",
        "1.05 M; a: 1.05 M places.; 1.05 M lieux"
      })
  void wordsTellOneFromMany(String number, String english, String french) {
    assertThat(filled(ENGLISH, number)).isEqualTo(english);
    assertThat(filled(FRENCH, number)).isEqualTo(french);
  }

  private static String filled(String pattern, String number) {
    return Choices.resolve(pattern, number, "a").replace("{0}", number).replace("{1}", "a");
  }

  @ParameterizedTest
  @CsvSource({"0.5,0.5 days", "1,1 day", "1.5,1.5 days", "3,3 days"})
  void numbersToo(double number, String words) {
    assertThat(Words.in("en").text("ui.duration.days", number)).isEqualTo(words);
  }
}
