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

  /** A cell that brings no sign of per cent, as the file has it. */
  private String bare = "";

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
      bare = bare.isEmpty() && !unit.bare().isEmpty() ? row.cell(ROLE) : bare;
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (unit == null || unit.told() != ShareUnit.Told.UNSURE) {
      return Optional.empty();
    }
    String column = whole.mapping().column(ROLE);
    Question asked =
        unit.isMixed()
            ? Question.of(
                code(),
                Figures.of("column", column, "way", "signs", "signed", unit.signed(), "bare", bare))
            : Question.of(code(), Figures.of("column", column));
    return Optional.of(asked.offer(Remedy.PERCENT, Remedy.KEEP_ALL, Remedy.LEAVE_FILE));
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
          ? Optional.of(
              Question.of(code(), Figures.of("column", whole.mapping().column(ROLE)))
                  .offer(Remedy.PERSONS, Remedy.PERCENT, Remedy.LEAVE_FILE))
          : Optional.empty();
    }
  }
}
