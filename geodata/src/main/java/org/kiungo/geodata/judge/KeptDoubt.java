package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;

/** Are most rows kept? */
final class KeptDoubt implements Doubt {

  /** Of fewer rows everybody reads the report. */
  private static final int FEWEST_ROWS = 10;

  @Override
  public String code() {
    return "kept";
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    // what lies elsewhere is asked about as such
    long elsewhere =
        whole.count(Decisions.OUTSIDE)
            + whole.count("coordinatesSwapped")
            + whole.count(MistypedDoubt.SIGN_LOST);
    long in = whole.report().rowsIn() - whole.report().rowsAnswered() - elsewhere;
    long kept = whole.report().rowsAccepted();
    boolean forIds = whole.count("idTwice") * 2 > in - kept;
    boolean most = kept * 2 >= in && whole.count("otherTable") == 0;
    if (in < FEWEST_ROWS || kept == 0 || most || forIds) {
      return Optional.empty();
    }
    return Optional.of(
        Question.of(
                code(), Figures.of("kept", kept, "rows", in, "file", whole.subject().file().name()))
            .offer(Remedy.LEAVE_FILE, Remedy.KEEP_GOOD));
  }
}
