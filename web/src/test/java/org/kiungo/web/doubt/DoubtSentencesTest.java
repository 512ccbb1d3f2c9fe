package org.kiungo.web.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.Doubt.Choice;
import org.kiungo.planner.folder.doubt.Doubt.Interval;
import org.kiungo.planner.folder.doubt.Doubt.Regret;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.web.language.Words;

/** What to choose and what to sign now, in words. */
class DoubtSentencesTest {

  private static final Regret REGRET = new Regret(1_200, 300, 5_000, 4_000, 0.012);

  private static Choice choice(String objective, String id, double more) {
    return new Choice(
        objective, id, new Interval(90_000, 8_000), 40_000, REGRET, new Interval(more, 500));
  }

  private static FutureRow future(int number) {
    double refilled = number % 2 == 0 ? 70_000 : 10_000;
    return new FutureRow("", number, List.of(), 0, 100_000, 0, refilled, 0, List.of());
  }

  private static final List<FutureRow> FUTURES =
      IntStream.rangeClosed(1, 20).mapToObj(DoubtSentencesTest::future).toList();

  private static final Doubt.Choices CHOICES =
      new Doubt.Choices(
          10,
          100_000,
          50_000,
          List.of(
              choice("mean", "3", 700),
              choice("worstTenth", "4", 400),
              choice("worstRegret", Doubt.PLAN, 0)));

  @Test
  void whatIsWithinTheHalfWidthIsNotToldApart() {
    List<String> lines = DoubtSentences.choices(CHOICES, Words.in("en"));
    assertThat(lines.get(0)).contains("other 10", "100,000", "50,000");
    assertThat(lines.get(1)).contains("most people on average: the plan of future 3", "700 more");
    assertThat(lines.get(2)).contains("worst tenth").contains("cannot be told apart", "+400 ±500");
    assertThat(lines.get(3)).contains("this plan").doesNotContain("told apart", "more than");
  }

  @Test
  void whatToSignNowIsToldInEveryLanguage() {
    for (String turn : new String[] {"prices", ""}) {
      Doubt.FirstPhase first =
          new Doubt.FirstPhase(
              7e6,
              6.9e6,
              Doubt.SURE,
              120,
              45_000,
              80,
              19,
              10,
              REGRET,
              new Regret(9_000, 2_000, 30_000, 20_000, 0.09),
              List.of(),
              new Doubt.Turn(turn, 0.2, 0.91, 0.8, 14, 80_000, 95_000));
      List<String> english = DoubtSentences.firstPhase(first, FUTURES, Words.in("en"));
      assertThat(english.get(0)).contains("USD 7,000,000", "120 places", "80 of", "19 of 20");
      // what may choose later is held against what may, in every other future: 30,000 of 100,000
      assertThat(english.get(1)).contains("1,200", "1.2%", "30,000 (±0), 30%");
      assertThat(english.get(1)).doesNotContain("9,000");
      assertThat(english.get(2)).startsWith("Where nothing may be chosen").contains("9,000", "9%");
      assertThat(english.get(3)).contains(turn.isEmpty() ? "No layer" : "prices", turn);
      List<String> french = DoubtSentences.firstPhase(first, FUTURES, Words.in("fr"));
      assertThat(french.get(0)).contains("120 lieux", "19 avenirs sur 20");
      assertThat(String.join(" ", french)).doesNotContain("{").doesNotContain(" :");
    }
  }
}
