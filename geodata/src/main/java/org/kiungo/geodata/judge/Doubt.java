package org.kiungo.geodata.judge;

import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.layer.AcceptedRow;

/** One kind of question about an import; a new one for every import. */
interface Doubt {

  /** Which question it asks. */
  String code();

  /** Looks at what was made of a row, before it looks at the row, or after all rows of a table. */
  default void accepted(AcceptedRow row) {}

  /** Hears what rows may be of, each as its code, a tab and its name. */
  default void areas(List<String> choices) {}

  /** Looks at a row, used or left out. */
  default void row(SeenRow row) {}

  /** Asks after the last row, or finds nothing to ask. */
  Optional<Question> ask(Whole whole);
}
