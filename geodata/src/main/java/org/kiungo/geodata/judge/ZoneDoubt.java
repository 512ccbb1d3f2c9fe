package org.kiungo.geodata.judge;

import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.judge.ground.OtherZone;
import org.kiungo.geodata.judge.question.Cases;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;

/**
 * Are rows of another zone than the one declared for all, where they lie in the country in that one
 * alone?
 */
final class ZoneDoubt implements Doubt {

  static final String CODE = "zone";

  private final Subject subject;
  private final Cases cases;
  private OtherZone zones;
  private CoordinateSystem other;
  private long either;

  ZoneDoubt(Subject subject, Judgement judgement) {
    this.subject = subject;
    this.cases = new Cases(CODE, judgement);
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void row(SeenRow row) {
    zones = zones == null ? OtherZone.of(subject.country(), row.used().crs()) : zones;
    boolean out = row.finding(OutsideDoubt.FINDING).isPresent();
    Optional<CoordinateSystem> found =
        out || row.accepted() != null
            ? zones.instead(row.feature().geometry(), row.used().district(row.feature()))
            : Optional.empty();
    if (found.isPresent()) {
      other = other == null ? found.get() : other;
      cases.add(row.asCase(0, Map.of("zone", found.get().utmZone() + "")));
    } else if (row.accepted() != null) {
      either += zones.beside(row.feature().geometry()).isPresent() ? 1 : 0;
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    boolean named = whole.count("zonesRead") > 0; // each row was read in its own
    return cases.isEmpty() || named
        ? Optional.empty()
        : Optional.of(
            Question.of(
                    CODE,
                    Figures.of(
                        "rows",
                        cases.count(),
                        "of",
                        whole.report().rowsIn(),
                        "zone",
                        zones.system().utmZone() + "",
                        "otherZone",
                        other.utmZone() + "",
                        "country",
                        subject.country(),
                        "row",
                        cases.shown().get(0).row(),
                        "either",
                        either))
                .cases(cases)
                .offer(Remedy.OTHER_ZONE, Remedy.LEAVE_OUT_ALL, Remedy.LEAVE_FILE));
  }
}
