package org.kiungo.geodata.judge;

import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.judge.ground.NamedDistrict;
import org.kiungo.geodata.judge.question.Cases;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.value.LonLat;

/** Do many rows lie elsewhere than in the district that they name, as read in another system? */
final class DistrictDoubt implements Doubt {

  static final String CODE = "district";

  /** Of so many rows that name one, by chance or by hand fewer lie elsewhere. */
  private static final double LEAST_RATIO = 0.3;

  private static final int FEWEST_ROWS = 5;

  private final Subject subject;
  private final NamedDistrict districts;
  private final Cases cases;
  private long named;

  DistrictDoubt(Subject subject, Judgement judgement) {
    this.subject = subject;
    this.districts = NamedDistrict.of(subject.country());
    this.cases = new Cases(CODE, judgement);
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void row(SeenRow row) {
    LonLat place = row.place();
    if (place == null || subject.kind().shape() != LayerKind.Shape.PLACE) {
      return;
    }
    String said = row.used().district(row.feature());
    Optional<Boolean> there = districts.holds(said, place);
    named += there.isPresent() ? 1 : 0;
    if (there.isPresent() && !there.get()) {
      cases.add(row.asCase(0, Map.of("said", said)));
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    boolean few = cases.count() < FEWEST_ROWS || cases.count() < LEAST_RATIO * named;
    return few
        ? Optional.empty()
        : Optional.of(
            Question.of(
                    CODE,
                    Figures.of(
                        "rows",
                        cases.count(),
                        "of",
                        named,
                        "row",
                        cases.shown().get(0).row(),
                        "said",
                        cases.shown().get(0).about().get("said"),
                        "country",
                        subject.country()))
                .cases(cases)
                .offer(Remedy.LEAVE_FILE, Remedy.RIGHT));
  }
}
