package org.kiungo.geodata.judge.question;

import java.util.ArrayList;
import java.util.List;

/** Rows of one pattern: the first ones, and how many there are; those answered alone are not. */
public final class Cases {

  private final String question;
  private final Judgement judgement;
  private final List<Question.Case> shown = new ArrayList<>();
  private long count;

  /** Of one question, with what was answered to it. */
  public Cases(String question, Judgement judgement) {
    this.question = question;
    this.judgement = judgement;
  }

  /** Adds a row of the pattern. */
  public void add(Question.Case found) {
    if (judgement.answer(question, found.row()).isPresent()) {
      return;
    }
    count++;
    if (shown.size() < Question.MOST_CASES) {
      shown.add(found);
    }
  }

  /** The first ones. */
  public List<Question.Case> shown() {
    return shown;
  }

  /** All that are not answered alone. */
  public long count() {
    return count;
  }

  /** True when nothing is left to ask. */
  public boolean isEmpty() {
    return count == 0;
  }
}
