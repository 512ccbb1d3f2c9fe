package org.kiungo.geodata.judge.question;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.model.value.InputRefused;

/**
 * What a user decided about an import; kept with its version.
 *
 * @param answers to questions
 * @param note why it is stored as it is, whatever is open; empty when every question is answered
 */
public record Judgement(List<Answer> answers, String note) {

  /** Nothing was asked, or nothing is answered yet. */
  public static final Judgement NONE = new Judgement(List.of(), "");

  private static final int LONGEST_NOTE = 2000;

  public Judgement {
    answers = answers == null ? List.of() : List.copyOf(answers);
    note = note == null ? "" : note.strip();
  }

  /**
   * Refuses answers that mean nothing, or twice something.
   *
   * @param codes of all questions
   * @throws InputRefused naming question, remedy and what would do
   */
  public void require(Collection<String> codes) {
    answers.forEach(each -> each.require(codes));
    Map<String, Answer> once = new LinkedHashMap<>();
    for (Answer each : answers) {
      if (once.put(each.question() + ":" + each.row(), each) != null) {
        throw new InputRefused("judge.answeredTwice", "answer", each.label());
      }
    }
    if (note.length() > LONGEST_NOTE) {
      throw new InputRefused(
          "field.tooLong", "field", "note", "found", note.length(), "limit", LONGEST_NOTE);
    }
  }

  /** True when it is stored whatever is open. */
  public boolean storesAsItIs() {
    return !note.isEmpty();
  }

  /** The answer to a question for all of its pattern. */
  public Optional<Answer> whole(String question) {
    return answer(question, 0);
  }

  /** The answer to a question for one row. */
  public Optional<Answer> answer(String question, long row) {
    return answers.stream()
        .filter(each -> each.question().equals(question) && each.row() == row)
        .findFirst();
  }

  /** Whether a question is answered so for all of its pattern. */
  public boolean has(String question, Remedy remedy) {
    return whole(question).filter(each -> each.remedy().equals(remedy.label())).isPresent();
  }

  /** The column answered in place of the mapped one. */
  public Optional<String> column(String question) {
    return whole(question)
        .filter(each -> each.remedy().equals(Remedy.USE_COLUMN.label()))
        .map(Answer::text);
  }
}
