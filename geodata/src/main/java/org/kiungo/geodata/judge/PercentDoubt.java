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
      Object people = row.used().told(row.feature(), "population");
      unit.see(row.used().told(row.feature(), ROLE), people, false);
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    return unit != null && unit.told() == ShareUnit.Told.UNSURE
        ? Optional.of(about(code(), whole, Remedy.PERCENT, Remedy.KEEP_ALL))
        : Optional.empty();
  }

  private static Question about(String code, Whole whole, Remedy one, Remedy other) {
    return Question.of(code, Figures.of("column", whole.mapping().column(ROLE)))
        .offer(one, other, Remedy.LEAVE_FILE);
  }

  /** Are covered persons counted, or is it the share of them in percent? */
  static final class Persons implements Doubt {

    static final String CODE = "covered";

    private final PercentDoubt seen = new PercentDoubt();

    @Override
    public String code() {
      return CODE;
    }

    @Override
    public void row(SeenRow row) {
      seen.row(row);
    }

    @Override
    public Optional<Question> ask(Whole whole) {
      ShareUnit unit = seen.unit;
      return unit != null && unit.told() == ShareUnit.Told.PERSONS_UNSURE
          ? Optional.of(about(code(), whole, Remedy.PERSONS, Remedy.PERCENT))
          : Optional.empty();
    }
  }
}
