package org.kiungo.geodata.judge;

import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.judge.question.Cases;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;

/**
 * Have rows lost the minus of south or west? Some are listed unless that is answered; of most of a
 * file nothing is stored before.
 */
final class SignDoubt implements Doubt {

  static final String CODE = "sign";

  /** Of a row that lies in the country on the other side of the equator or of Greenwich. */
  static final String FINDING = "signLost";

  private final Judgement judgement;
  private final Cases cases;

  SignDoubt(Judgement judgement) {
    this.judgement = judgement;
    cases = new Cases(CODE, judgement);
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void row(SeenRow row) {
    row.finding(FINDING)
        .ifPresent(found -> cases.add(row.asCase(0, Map.of("place", found.expected()))));
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (cases.isEmpty() && !judgement.has(CODE, Remedy.MIRROR_ALL)) {
      return Optional.empty();
    }
    boolean none = cases.isEmpty(); // they lie in the country as answered
    Question question =
        Question.of(
                CODE,
                Figures.of(
                    "rows",
                    cases.count(),
                    "country",
                    whole.subject().country(),
                    "row",
                    none ? 0 : cases.shown().get(0).row(),
                    "place",
                    none ? "–" : cases.shown().get(0).about().get("place")))
            .cases(cases);
    if (none) {
      return Optional.empty();
    }
    boolean most = cases.count() * 2 > whole.report().rowsIn();
    return Optional.of(
        most
            ? question.offer(Remedy.MIRROR_ALL, Remedy.LEAVE_OUT_ALL)
            : question.offer(Remedy.LEAVE_OUT_ALL, Remedy.MIRROR_ALL).assume(Remedy.LEAVE_OUT_ALL));
  }
}
