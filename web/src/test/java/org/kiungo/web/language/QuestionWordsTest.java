package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.judge.question.Question;

/** What is found in a file, told as people of the language write it. */
class QuestionWordsTest {

  private static String french(String code, String found, String place) {
    Finding finding =
        new Finding(Severity.WARNING, code, "f.csv", "", 7, "Pop", found, "0", place, "");
    return new FindingWords(Words.in("fr")).say(finding, false);
  }

  @Test
  void numbersAreWrittenAsTheLanguageWritesThemUnlessTheyAreQuoted() {
    assertThat(french("numberNegative", "-50.0", "")).contains("-50 dans").doesNotContain("50.0");
    assertThat(french("numberNegative", "-0.25", "")).contains("-0,25 dans");
    assertThat(french("outsideCountry", "ZAF", "(-29.55, 27.7)")).contains("(-29,55\u00a0; 27,7)");
    assertThat(french("outsideCountry", "BEN", "(6.4, 2.4)"))
        .contains("\u00a0: Bénin au lieu de")
        .doesNotContain("BEN");
    assertThat(french("outsideCountry", "–", "(6.4, 2.4)")).contains("\u00a0: la mer, ou un pays");
    assertThat(french("numberAmbiguous", "1.234", "")).contains("1.234");
  }

  @Test
  void aFewPeopleAreNotNoShareOfANation() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("ratio", 1L);
    figures.put("country", "LSO");
    figures.put("way", "hardly");
    Question question =
        new Question("sum", "part", true, figures, List.of(), List.of(), 0, List.of());
    assertThat(new QuestionWords(Words.in("en")).title(question))
        .isEqualTo("The sum is less than 1% of the people of Lesotho");
    assertThat(new QuestionWords(Words.in("fr")).title(question)).contains("moins de 1\u00a0%");
  }

  private static Question outside(long rows) {
    Question.Case row = new Question.Case(14, 0, Map.of(), Map.of());
    return new Question(
        "outside",
        "leave-out-all",
        true,
        Map.of(),
        List.of(),
        List.of(row),
        rows,
        List.of(new Question.Offer("leave-out-all", false, "")));
  }

  private static String remedy(String language, long rows) {
    Question question = outside(rows);
    return new QuestionWords(Words.in(language)).remedy(question, question.offers().get(0), 0);
  }

  @Test
  void oneRowIsOne() {
    assertThat(remedy("fr", 1)).startsWith("Laisser de côté la ligne hors du pays");
    assertThat(remedy("fr", 12)).startsWith("Laisser de côté les 12 lignes hors du pays");
    assertThat(remedy("en", 1)).startsWith("Leave out the row outside");
    assertThat(remedy("en", 12)).startsWith("Leave out all 12 outside");
  }

  /** What holds by itself is told of a single pair too. */
  @Test
  void onePairIsOne() {
    Question.Case row = new Question.Case(3, 2, Map.of(), Map.of());
    Question.Offer both = new Question.Offer("keep-all", false, "");
    List<Question.Case> rows = List.of(row);
    Question one =
        new Question("twins", "keep-all", true, Map.of(), List.of(), rows, 1, List.of(both));
    Question many =
        new Question("twins", "keep-all", true, Map.of(), List.of(), rows, 1200, List.of(both));
    QuestionWords words = new QuestionWords(Words.in("fr"));
    assertThat(words.remedy(one, both, 0)).isEqualTo("Deux lieux\u00a0: garder les deux lignes");
    assertThat(words.remedy(many, both, 0))
        .endsWith("garder les deux lignes des 1\u202f200 paires");
    assertThat(new QuestionWords(Words.in("en")).remedy(one, both, 0))
        .isEqualTo("Two places: keep both");
  }
}
