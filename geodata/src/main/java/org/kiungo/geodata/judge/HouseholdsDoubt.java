package org.kiungo.geodata.judge;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.ColumnNames;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.value.InputRefused;

/** Are those people, where the heading of their column speaks of households? */
final class HouseholdsDoubt implements Doubt {

  static final String CODE = "households";

  /** Persons of a household; where people count at all a nation's mean is smaller. */
  private static final double MOST_PERSONS = 15;

  /** A number, and who says it. */
  private static final Pattern SIZE =
      Pattern.compile("(?U)(\\d+(?:[.,]\\d+)?)[\\s;:,(–—-]+(\\S.{2,})");

  private final Judgement judgement;
  private String better = "";

  HouseholdsDoubt(Judgement judgement) {
    this.judgement = judgement;
  }

  @Override
  public String code() {
    return CODE;
  }

  /**
   * What households are multiplied by as answered; 1 where they are not.
   *
   * @throws InputRefused {@code judge.householdSize} for an answer without a size that can be, or
   *     without its source
   */
  static double size(Judgement judgement) {
    Optional<Answer> answer = sized(judgement);
    if (answer.isEmpty()) {
      return 1;
    }
    Matcher told = SIZE.matcher(answer.get().text());
    double size = told.matches() ? Double.parseDouble(told.group(1).replace(',', '.')) : 0;
    if (size < 1 || size > MOST_PERSONS) {
      throw new InputRefused(
          "judge.householdSize", "found", answer.get().text(), "limit", (int) MOST_PERSONS);
    }
    return size;
  }

  /** The size of households as answered; empty where people are counted. */
  static Optional<Answer> sized(Judgement judgement) {
    return judgement.whole(CODE).filter(each -> each.remedy().equals(Remedy.TIMES_SIZE.label()));
  }

  static boolean fits(Whole whole) {
    return whole.countsPeople()
        && whole.subject().kind() != LayerKind.POPULATION_RASTER
        && ColumnNames.saysHouseholds(whole.mapping().column("population"));
  }

  @Override
  public void row(SeenRow row) {
    if (better.isEmpty()) {
      List<String> columns =
          row.feature().attributes().keySet().stream()
              .filter(each -> !ColumnNames.saysHouseholds(each))
              .toList();
      better = ColumnNames.guess(LayerKind.SETTLEMENTS, "population", columns);
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (!fits(whole)) {
      return Optional.empty();
    }
    Question question =
        Question.of(
            CODE,
            Figures.of(
                "column",
                whole.mapping().column("population"),
                "sum",
                (double) Math.round(whole.report().totalAfter() / size(judgement)),
                "rows",
                whole.report().rowsAccepted()));
    question = better.isEmpty() ? question : question.offer(Remedy.USE_COLUMN, better);
    return Optional.of(question.offer(Remedy.TIMES_SIZE, Remedy.RIGHT, Remedy.LEAVE_FILE));
  }
}
