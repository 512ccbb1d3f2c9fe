package org.kiungo.geodata.judge;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.format.table.TruthText;
import org.kiungo.geodata.judge.question.Cases;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;

/** Was a survey answered for one place twice, and not alike? The first answer alone would count. */
final class TwoAnswersDoubt implements Doubt {

  static final String CODE = "answers";

  private final Map<String, SeenRow> first = new HashMap<>();
  private final Cases cases;

  TwoAnswersDoubt(Judgement judgement) {
    cases = new Cases(CODE, judgement);
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void row(SeenRow row) {
    String id = StrayAnswerDoubt.answer(row.feature(), row.used().column("id"));
    if (id.isEmpty() || row.finding(Decisions.LEFT_OUT).isPresent()) {
      return;
    }
    SeenRow earlier = first.putIfAbsent(id, row);
    if (earlier != null && !plain(said(earlier)).equals(plain(said(row)))) {
      cases.add(asCase(row, earlier, id)); // either of them may be the one that is wrong
      cases.add(asCase(earlier, row, id));
    }
  }

  private static Question.Case asCase(SeenRow row, SeenRow other, String id) {
    return row.asCase(
        other.number(), Map.of("id", id, "answer", said(row), "otherAnswer", said(other)));
  }

  private static String said(SeenRow row) {
    return StrayAnswerDoubt.answer(row.feature(), row.used().column(PercentDoubt.ROLE));
  }

  private static String plain(String said) {
    return TruthText.read(said).map(yes -> yes ? "1" : "0").orElse(said.toLowerCase(Locale.ROOT));
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    Question.Case shown = cases.shown().get(0);
    return Optional.of(
        Question.of(
                CODE,
                Figures.of(
                    "otherRow",
                    shown.other(),
                    "row",
                    shown.row(),
                    "id",
                    shown.about().get("id"),
                    "otherAnswer",
                    shown.about().get("otherAnswer"),
                    "answer",
                    shown.about().get("answer")))
            .cases(cases)
            .offer(Remedy.LEAVE_OUT, Remedy.KEEP_FIRST));
  }
}
