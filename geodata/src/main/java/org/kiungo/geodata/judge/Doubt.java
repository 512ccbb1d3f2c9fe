package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.judge.question.Question;

/** One kind of question about an import; a new one for every import. */
interface Doubt {

  /** Which question it asks. */
  String code();

  /** Looks at a row, used or left out. */
  default void row(SeenRow row) {}

  /** Asks after the last row, or finds nothing to ask. */
  Optional<Question> ask(Whole whole);
}
