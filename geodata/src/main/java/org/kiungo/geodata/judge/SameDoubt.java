package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.judge.question.Standing;

/** Is it a file that is stored already? Stored again it changes what its answers change alone. */
final class SameDoubt implements Doubt {

  @Override
  public String code() {
    return "same";
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    Standing.Same same = whole.subject().standing().same();
    return same == null
        ? Optional.empty()
        : Optional.of(
            Question.of(
                    code(),
                    Figures.of(
                        "file",
                        whole.subject().file().name(),
                        "version",
                        same.version() + "",
                        "dataset",
                        same.dataset(),
                        "own",
                        same.layer()))
                .offer(Remedy.LEAVE_FILE, Remedy.KEEP_ALL)
                .assume(Remedy.KEEP_ALL));
  }
}
