package org.kiungo.geodata.judge;

import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.judge.question.Cases;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;

/** Is the largest place the sum of all others, as at the foot of a table? */
final class TotalDoubt implements Doubt {

  static final String CODE = "total";

  /** Sums of rounded figures miss the total by less. */
  private static final double MISSED_RATIO = 0.005;

  /** Of fewer others one may be as large as the rest by chance. */
  private static final int FEWEST_OTHERS = 3;

  private final Cases cases;
  private SeenRow largest;
  private double most;
  private double sum;
  private long rows;

  TotalDoubt(Judgement judgement) {
    cases = new Cases(CODE, judgement);
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void row(SeenRow row) {
    double people = row.people();
    if (people > 0) {
      rows++;
      sum += people;
      if (people > most) {
        most = people;
        largest = row;
      }
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    double others = sum - most;
    if (rows <= FEWEST_OTHERS || Math.abs(most - others) > MISSED_RATIO * most) {
      return Optional.empty();
    }
    Question.Case total = largest.asCase(0, Map.of());
    cases.add(total);
    return cases.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Question.of(
                    CODE,
                    Figures.of(
                        "row",
                        total.row(),
                        "name",
                        total.cells().getOrDefault("name", "–"),
                        "people",
                        most,
                        "others",
                        rows - 1,
                        "sum",
                        others))
                .cases(cases)
                .offer(Remedy.LEAVE_OUT, Remedy.KEEP));
  }
}
