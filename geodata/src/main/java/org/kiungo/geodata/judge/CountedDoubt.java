package org.kiungo.geodata.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.ColumnNames;

/** Are people counted in thousands or millions, as the heading of their column says? */
final class CountedDoubt implements Doubt {

  static final String CODE = "counted";

  private static final double MILLION = 1e6;

  /** A list of some places has fewer people than the nation, one that is multiplied twice more. */
  private static final double MOST = 1.4;

  private static final Set<String> THOUSANDS =
      Set.of(
          ("000 000s thousand thousands millier milliers mille mil miles milhar milhares maelfu elfu"
                  + " ألف آلاف الاف بالآلاف بالالاف بالألف")
              .split(" "));

  private static final Set<String> MILLIONS =
      Set.of(
          "million millions milhao milhoes millon millones milioni mamilioni مليون ملايين بالمليون بالملايين"
              .split(" "));

  @Override
  public String code() {
    return CODE;
  }

  /** What people are multiplied by as answered; 1 where they are not. */
  static double times(Judgement judgement) {
    boolean thousands =
        judgement.has(CODE, Remedy.TIMES_THOUSAND)
            || judgement.has(ThousandsDoubt.CODE, Remedy.TIMES_THOUSAND);
    return thousands
        ? ThousandsDoubt.THOUSAND
        : judgement.has(CODE, Remedy.TIMES_MILLION) ? MILLION : 1;
  }

  /** What a heading says that people are counted in; 1 where it says nothing. */
  private static double said(String heading) {
    List<String> words = ColumnNames.tokens(heading);
    return words.stream().anyMatch(MILLIONS::contains)
        ? MILLION
        : words.stream().anyMatch(THOUSANDS::contains) ? ThousandsDoubt.THOUSAND : 1;
  }

  static boolean fits(Whole whole) {
    double times = said(whole.mapping().column("population"));
    double sum = whole.report().totalAfter() * times;
    return times > 1
        && whole.countsPeople()
        && whole
            .subject()
            .facts()
            .filter(facts -> sum > 0 && sum < MOST * facts.population())
            .isPresent();
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (!fits(whole) || ThousandsDoubt.fits(whole)) {
      return Optional.empty();
    }
    String heading = whole.mapping().column("population");
    double times = said(heading);
    double sum = whole.report().totalAfter();
    Remedy multiply = times == MILLION ? Remedy.TIMES_MILLION : Remedy.TIMES_THOUSAND;
    return whole
        .subject()
        .facts()
        .map(
            facts ->
                Question.of(
                        CODE,
                        Figures.of(
                            "column",
                            heading,
                            "million",
                            times == MILLION ? 1 : 0,
                            "sum",
                            sum,
                            "counted",
                            sum * times,
                            "country",
                            whole.subject().country(),
                            "reference",
                            facts.population(),
                            "year",
                            facts.populationYear() + ""))
                    .bars(Figures.people(sum, facts, whole.subject().standing()))
                    .offer(multiply, Remedy.RIGHT, Remedy.LEAVE_FILE));
  }
}
