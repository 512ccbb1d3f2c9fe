package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.LayerKind;

/**
 * Is it a file that is stored already? Stored over itself it changes what its answers change alone;
 * where something else has followed it, it takes that back.
 */
final class SameDoubt implements Doubt {

  @Override
  public String code() {
    return "same";
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    Standing now = whole.subject().standing();
    Standing.Same same = now.same();
    return same == null || isOtherPart(whole.subject(), same)
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
                        same.layer(),
                        "now",
                        now.version() + "",
                        "way",
                        !same.here()
                            ? "elsewhere"
                            : same.version() == now.version() ? "now" : "past"))
                .offer(Remedy.LEAVE_FILE, Remedy.KEEP_ALL)
                .assume(Remedy.KEEP_ALL));
  }

  /** Whether the points of a drawing are stored and its lines follow, or the other way round. */
  private static boolean isOtherPart(Subject subject, Standing.Same same) {
    return !same.here() && LayerKind.named(same.layer()).shape() != subject.kind().shape();
  }
}
