package org.kiungo.geodata.judge;

import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.judge.question.Standing;

/** Does it replace what is stored by something of quite another size? */
final class StandingDoubt implements Doubt {

  private static final double FACTOR = 2;

  /** Rows may grow more than people do, since a register may come in parts. */
  private static final double ROWS_FACTOR = 10;

  /** What has fewer rows was a first try. */
  private static final int FEWEST_ROWS = 10;

  @Override
  public String code() {
    return "standing";
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    Standing now = whole.subject().standing();
    boolean people = now.people() > 0 && whole.report().totalAfter() > 0;
    double before = people ? now.people() : now.rows();
    double then = people ? whole.report().totalAfter() : whole.report().rowsAccepted();
    boolean grown = then > (people ? FACTOR : ROWS_FACTOR) * before;
    // what its marks mean is asked first
    boolean unread = whole.report().rowsAccepted() == 0 && whole.count("numberAmbiguous") > 0;
    if (unread
        || now.rows() < FEWEST_ROWS
        || whole.looksLikePicture()
        || then * FACTOR >= before && !grown) {
      return Optional.empty();
    }
    return Optional.of(
        Question.of(
                code(),
                Figures.of(
                    "percent",
                    Figures.percent(then, before),
                    "before",
                    before,
                    "then",
                    then,
                    "version",
                    now.version() + "",
                    "counted",
                    people ? "people" : "rows"))
            .bars(
                List.of(
                    new Question.Bar("file", "", then),
                    new Question.Bar("stored", now.version() + "", before)))
            // what takes most of it away is not what is recommended
            .offer(
                grown
                    ? new Remedy[] {Remedy.RIGHT, Remedy.LEAVE_FILE}
                    : new Remedy[] {Remedy.LEAVE_FILE, Remedy.RIGHT}));
  }
}
