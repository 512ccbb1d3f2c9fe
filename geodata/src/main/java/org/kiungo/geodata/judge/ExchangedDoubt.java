package org.kiungo.geodata.judge;

import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.judge.question.Cases;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;

/**
 * Have rows their two coordinates exchanged? Some are listed unless that is answered; of most of a
 * file nothing is stored before.
 */
final class ExchangedDoubt implements Doubt {

  static final String CODE = "exchanged";

  private final Judgement judgement;
  private final Cases cases;

  ExchangedDoubt(Judgement judgement) {
    this.judgement = judgement;
    cases = new Cases(CODE, judgement);
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void row(SeenRow row) {
    row.finding("coordinatesSwapped")
        .ifPresent(found -> cases.add(row.asCase(0, Map.of("place", found.expected()))));
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (cases.isEmpty() && !judgement.has(CODE, Remedy.EXCHANGE_ALL)) {
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
            ? question.offer(Remedy.EXCHANGE_ALL, Remedy.LEAVE_OUT_ALL)
            : question
                .offer(Remedy.LEAVE_OUT_ALL, Remedy.EXCHANGE_ALL)
                .assume(Remedy.LEAVE_OUT_ALL));
  }
}
