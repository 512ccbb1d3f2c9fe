package org.kiungo.geodata.judge;

import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.judge.ground.InhabitedGround;
import org.kiungo.geodata.judge.question.Cases;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;

/** Do settlements lie where nobody is known to live? */
final class FarDoubt implements Doubt {

  static final String CODE = "far";

  /** Beyond this share of the rows a position is no slip: the column or its system is wrong. */
  private static final double MOST_RATIO = 0.2;

  private static final int FEWEST_ROWS = 5;

  private final Subject subject;
  private final InhabitedGround ground;
  private final Cases cases;

  FarDoubt(Subject subject, Judgement judgement) {
    this.subject = subject;
    ground = new InhabitedGround(subject.country());
    cases = new Cases(CODE, judgement);
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void row(SeenRow row) {
    boolean people = subject.kind() == LayerKind.SETTLEMENTS && row.people() > 0;
    if (people && ground.isFar(row.place())) {
      cases.add(row.asCase(0, Map.of()));
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    Question.Case shown = cases.shown().get(0);
    long rows = whole.report().rowsAccepted();
    Question question =
        Question.of(
                CODE,
                Figures.of(
                    "rows",
                    cases.count(),
                    "distanceKm",
                    InhabitedGround.FAR_KM,
                    "row",
                    shown.row(),
                    "name",
                    shown.cells().getOrDefault("name", "–"),
                    "country",
                    whole.subject().country()))
            .cases(cases)
            .offer(
                Remedy.EDIT, Remedy.LEAVE_OUT, Remedy.LEAVE_OUT_ALL, Remedy.KEEP, Remedy.KEEP_ALL);
    boolean slips = rows < FEWEST_ROWS || cases.count() <= MOST_RATIO * rows;
    return Optional.of(slips ? question.assume(Remedy.KEEP_ALL) : question);
  }
}
