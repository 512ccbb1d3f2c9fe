package org.kiungo.web.dataset.asked;

import java.util.List;
import java.util.Map;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.web.language.QuestionWords;

/**
 * A question about an import in one language.
 *
 * @param code by which it is answered
 * @param open true until it is answered; while one is, nothing is stored
 * @param holds the remedy that is answered or assumed; empty while it is open
 * @param assumed true when {@code holds} was not answered
 * @param title what is doubtful
 * @param text why
 * @param figures what both tell, by name
 * @param bars amounts to compare
 * @param cases rows in question, the first ones
 * @param caseCount all of them
 * @param remedies what may be answered; those for one row are worded for the first case
 */
public record AskedQuestion(
    String code,
    boolean open,
    String holds,
    boolean assumed,
    String title,
    String text,
    Map<String, Object> figures,
    List<Bar> bars,
    List<Question.Case> cases,
    long caseCount,
    List<Offered> remedies) {

  /**
   * An amount to compare.
   *
   * @param label what it is
   * @param value in the layer's own unit
   */
  public record Bar(String label, double value) {}

  /**
   * An answer that may be given.
   *
   * @param remedy its name
   * @param row for which it holds; 0 for all of the pattern
   * @param text what it takes: a column; empty when nothing, or the user's own words
   * @param label what it does
   */
  public record Offered(String remedy, long row, String text, String label) {}

  /** A question with its words. */
  public static AskedQuestion of(Question question, QuestionWords words) {
    long first = question.cases().isEmpty() ? 0 : question.cases().get(0).row();
    return new AskedQuestion(
        question.code(),
        question.isOpen(),
        question.holds(),
        question.assumed(),
        words.title(question),
        words.text(question),
        question.figures(),
        question.bars().stream().map(bar -> new Bar(words.bar(bar), bar.value())).toList(),
        question.cases(),
        question.caseCount(),
        question.choices().stream()
            .map(
                offer -> {
                  long row = offer.ofRow() ? first : 0;
                  return new Offered(
                      offer.remedy(), row, offer.text(), words.remedy(question, offer, row));
                })
            .toList());
  }
}
