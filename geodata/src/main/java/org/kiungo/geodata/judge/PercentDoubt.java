package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.ShareUnit;

/** Is a share of people covered percent, where heading and values do not agree? */
final class PercentDoubt implements Doubt {

  static final String CODE = "percent";
  static final String ROLE = "coverageRatio";
  static final double HUNDRED = 100;

  private ShareUnit unit;

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void row(SeenRow row) {
    String column = row.used().column(ROLE);
    if (!column.isEmpty()) {
      unit = unit == null ? new ShareUnit(column) : unit;
      unit.see(row.used().told(row.feature(), ROLE), false);
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    return unit == null || unit.told() != ShareUnit.Told.UNSURE
        ? Optional.empty()
        : Optional.of(
            Question.of(CODE, Figures.of("column", whole.mapping().column(ROLE)))
                .offer(Remedy.PERCENT, Remedy.KEEP_ALL, Remedy.LEAVE_FILE));
  }
}
