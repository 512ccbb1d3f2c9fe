package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;

/** Are areas those of before a reform or of since, where both are called the same? */
final class VintageDoubt implements Doubt {

  static final String CODE = "vintage";

  /** Of a table whose names do not tell, as the join of a census finds it. */
  static final String FINDING = "districtVintage";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    return whole.report().findings().stream()
        .filter(each -> each.code().equals(FINDING))
        .findFirst()
        .map(found -> ask(whole, found));
  }

  private static Question ask(Whole whole, Finding found) {
    return Question.of(
            CODE,
            Figures.of(
                "names",
                found.found(),
                "year",
                found.column(),
                "source",
                found.expected(),
                "country",
                whole.subject().country()))
        .offer(Remedy.BEFORE, Remedy.SINCE, Remedy.LEAVE_FILE);
  }
}
