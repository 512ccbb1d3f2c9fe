package org.kiungo.geodata.judge;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.judge.question.Cases;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.SurveyAnswers;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.model.Settlement;

/**
 * Do answers of a survey name places that nobody knows? A mistyped id would make a place more, in
 * which the people of another are counted again. Where no row names a place that Kiungo carries the
 * plan was made of other places, and nothing is asked.
 */
final class StrayAnswerDoubt implements Doubt {

  static final String CODE = "stray";

  private final String country;
  private final Cases cases;
  private Set<String> known;
  private boolean met;

  StrayAnswerDoubt(Subject subject, Judgement judgement) {
    country = subject.country();
    cases = new Cases(CODE, judgement);
  }

  @Override
  public String code() {
    return CODE;
  }

  /** What a row of answers says in a column; empty for any other row. */
  static String answer(Feature row, String column) {
    Object survey = row.attributes().get(SurveyAnswers.COLUMN);
    Object said = row.attributes().get(column);
    return survey == null || said == null ? "" : said.toString().strip();
  }

  @Override
  public void row(SeenRow row) {
    String id = answer(row.feature(), row.used().column("id"));
    if (id.isEmpty() || row.finding(Decisions.LEFT_OUT).isPresent()) {
      return;
    }
    if (known == null) {
      known =
          ProblemAssembly.builtInSettlements(country).stream()
              .map(Settlement::id)
              .collect(Collectors.toSet());
    }
    met |= known.contains(id);
    if (!known.contains(id)) {
      cases.add(row.asCase(0, Map.of("id", id)));
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (cases.isEmpty() || !met) {
      return Optional.empty();
    }
    Question.Case shown = cases.shown().get(0);
    return Optional.of(
        Question.of(
                CODE,
                Figures.of(
                    "rows",
                    cases.count(),
                    "row",
                    shown.row(),
                    "id",
                    shown.about().get("id"),
                    "country",
                    country))
            .cases(cases)
            .offer(Remedy.LEAVE_OUT, Remedy.KEEP, Remedy.KEEP_ALL));
  }
}
