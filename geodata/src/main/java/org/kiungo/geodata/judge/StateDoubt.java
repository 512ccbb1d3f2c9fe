package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;

/** Do lines of fibre work of which no column says it? Planned ones would carry people. */
final class StateDoubt implements Doubt {

  static final String CODE = "state";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    boolean unsaid =
        whole.subject().kind() == LayerKind.FIBRE_LINES
            && whole.mapping().column("status").isEmpty()
            && whole.report().rowsAccepted() > 0;
    return unsaid
        ? Optional.of(
            Question.of(
                    CODE,
                    Figures.of(
                        "rows",
                        whole.report().rowsAccepted(),
                        "file",
                        whole.subject().file().name()))
                .offer(Remedy.KEEP_ALL, Remedy.WORKS, Remedy.PLANNED)
                .assume(Remedy.KEEP_ALL))
        : Optional.empty();
  }
}
