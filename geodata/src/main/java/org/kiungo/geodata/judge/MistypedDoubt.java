package org.kiungo.geodata.judge;

import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.judge.question.Cases;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;

/**
 * Have rows their two coordinates exchanged, or lost the minus of south or west? Some are listed
 * unless that is answered; of most of a file nothing is stored before.
 */
final class MistypedDoubt implements Doubt {

  static final String EXCHANGED = "exchanged";
  static final String SIGN = "sign";

  /** Of a row that lies in the country on the other side of the equator or of Greenwich. */
  static final String SIGN_LOST = "signLost";

  private final String code;
  private final String finding;
  private final Remedy remedy;
  private final Cases cases;

  private MistypedDoubt(String code, String finding, Remedy remedy, Judgement judgement) {
    this.code = code;
    this.finding = finding;
    this.remedy = remedy;
    cases = new Cases(code, judgement);
  }

  static MistypedDoubt exchanged(Judgement judgement) {
    return new MistypedDoubt(EXCHANGED, "coordinatesSwapped", Remedy.EXCHANGE_ALL, judgement);
  }

  static MistypedDoubt sign(Judgement judgement) {
    return new MistypedDoubt(SIGN, SIGN_LOST, Remedy.MIRROR_ALL, judgement);
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public void row(SeenRow row) {
    row.finding(finding)
        .ifPresent(found -> cases.add(row.asCase(0, Map.of("place", found.expected()))));
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (cases.isEmpty()) {
      return Optional.empty(); // also where they lie in the country as answered
    }
    Question question =
        Question.of(
                code,
                Figures.of(
                    "rows",
                    cases.count(),
                    "country",
                    whole.subject().country(),
                    "row",
                    cases.shown().get(0).row(),
                    "place",
                    cases.shown().get(0).about().get("place")))
            .cases(cases);
    boolean most = cases.count() * 2 > whole.report().rowsIn();
    return Optional.of(
        most
            ? question.offer(remedy, Remedy.LEAVE_OUT_ALL)
            : question.offer(Remedy.LEAVE_OUT_ALL, remedy).assume(Remedy.LEAVE_OUT_ALL));
  }
}
