package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.judge.question.Standing;

/** Does it go in the place of what another source said of the same country? */
final class OriginDoubt implements Doubt {

  static final String CODE = "origin";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    Standing now = whole.subject().standing();
    Standing.Origins origins = now.origins();
    return origins == null
        ? Optional.empty()
        : Optional.of(
            Question.of(
                    CODE,
                    Figures.of(
                        "version",
                        now.version() + "",
                        "stored",
                        origins.stored(),
                        "given",
                        origins.given(),
                        "file",
                        whole.subject().file().name()))
                .offer(Remedy.OWN_NAME, origins.given())
                .offer(Remedy.REPLACE, Remedy.LEAVE_FILE));
  }
}
