package org.kiungo.geodata.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
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

  /**
   * Which is right where a table's own total is not the sum of its rows: rows that count others
   * again are told, where the total shows which they are.
   */
  static final class Stated implements Doubt {

    static final String CODE = "sums";

    /**
     * Of a total that is another than the sum of what it is of, as the join of a census finds it.
     */
    private static final String DIFFERS = "censusTotalDiffers";

    private static final String DOUBLE = "censusDouble";

    /** Sums of rounded figures differ by less. */
    private static final double SAME_RATIO = 0.005;

    private final Cases cases;
    private double lost;

    Stated(Judgement judgement) {
      cases = new Cases(CODE, judgement);
    }

    @Override
    public String code() {
      return CODE;
    }

    @Override
    public void row(SeenRow row) {
      if (row.findings().stream().anyMatch(each -> each.severity() == Severity.ERROR)) {
        double people = row.used().people(row.feature().attributes());
        lost += people > 0 ? people : 0;
      }
      row.finding(DOUBLE).ifPresent(each -> cases.add(row.asCase(0, Map.of("name", each.found()))));
    }

    @Override
    public Optional<Question> ask(Whole whole) {
      String people = whole.mapping().column("population");
      List<Finding> differing =
          whole.report().findings().stream()
              .filter(each -> each.code().equals(DIFFERS))
              .filter(each -> !isLost(each, each.column().equals(people)))
              .toList();
      // the total of all says more than those of parts
      return differing.stream()
          .filter(each -> each.column().equals(people))
          .findFirst()
          .or(() -> differing.stream().findFirst())
          .map(each -> ask(whole, each));
    }

    /** Whether rows that are listed, and told there, are what is missing. */
    private boolean isLost(Finding total, boolean grand) {
      double stated = Double.parseDouble(total.found());
      double missing = stated - Double.parseDouble(total.expected());
      double rounded = SAME_RATIO * stated;
      return lost > 0
          && (grand
              ? Math.abs(missing - lost) <= rounded
              : missing > 0 && missing <= lost + rounded);
    }

    private Question ask(Whole whole, Finding total) {
      double stated = Double.parseDouble(total.found());
      double sum = Double.parseDouble(total.expected());
      boolean twice = !cases.isEmpty();
      Question.Case first = twice ? cases.shown().get(0) : null;
      Question question =
          Question.of(
                  CODE,
                  Figures.of(
                      "name",
                      total.column(),
                      "stated",
                      stated,
                      "sum",
                      sum,
                      "file",
                      whole.subject().file().name(),
                      "rows",
                      cases.count(),
                      "row",
                      twice ? first.row() : 0L,
                      "example",
                      twice ? first.about().get("name") : "–",
                      "way",
                      twice ? "double" : sum > stated ? "more" : "less"))
              .cases(cases);
      return twice
          ? question.offer(Remedy.LEAVE_OUT_ALL, Remedy.KEEP_ALL, Remedy.LEAVE_FILE)
          : question.offer(Remedy.LEAVE_FILE, Remedy.KEEP_ALL);
    }
  }
}
