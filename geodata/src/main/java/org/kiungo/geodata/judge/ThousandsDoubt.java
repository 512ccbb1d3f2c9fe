package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;

/** Are people counted in thousands? */
final class ThousandsDoubt implements Doubt {

  static final String CODE = "thousands";

  static final double THOUSAND = 1000;

  /** A sum within these shares of the nation's is taken for it. */
  private static final double LEAST = 0.7;

  private static final double MOST = 1.4;

  /** A handful of rows meets a nation's thousandth by chance. */
  private static final int FEWEST_ROWS = 5;

  @Override
  public String code() {
    return CODE;
  }

  static boolean fits(Whole whole) {
    double sum = whole.report().totalAfter() * THOUSAND;
    return whole.countsPeople()
        && whole.report().rowsAccepted() >= FEWEST_ROWS
        && whole
            .subject()
            .facts()
            .filter(facts -> sum > LEAST * facts.population() && sum < MOST * facts.population())
            .isPresent();
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (!fits(whole)) {
      return Optional.empty();
    }
    Subject subject = whole.subject();
    double sum = whole.report().totalAfter();
    return subject
        .facts()
        .map(
            facts ->
                Question.of(
                        CODE,
                        Figures.of(
                            "column",
                            whole.mapping().column("population"),
                            "sum",
                            sum,
                            "country",
                            subject.country(),
                            "reference",
                            facts.population(),
                            "year",
                            facts.populationYear() + ""))
                    .bars(Figures.people(sum, facts, subject.standing()))
                    .offer(Remedy.TIMES_THOUSAND, Remedy.RIGHT, Remedy.LEAVE_FILE));
  }
}
