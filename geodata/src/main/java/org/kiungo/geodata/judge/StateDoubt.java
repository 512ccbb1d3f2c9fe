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

  /** Do masts work that do not say so? Plans would build on planned ones, or on none. */
  static final class Masts implements Doubt {

    static final String CODE = "masts";

    private long rows;
    private long unsaid;

    @Override
    public String code() {
      return CODE;
    }

    @Override
    public void row(SeenRow row) {
      boolean says = row.finding("mastUnsaid").isEmpty();
      rows += row.accepted() != null || !says ? 1 : 0;
      unsaid += says ? 0 : 1;
    }

    @Override
    public Optional<Question> ask(Whole whole) {
      if (unsaid == 0) {
        return Optional.empty();
      }
      return Optional.of(
          Question.of(
                  CODE,
                  Figures.of("unsaid", unsaid, "rows", rows, "file", whole.subject().file().name()))
              .offer(Remedy.KEEP_ALL, Remedy.WORKS, Remedy.LEAVE_OUT_ALL)
              .assume(Remedy.KEEP_ALL));
    }
  }
}
