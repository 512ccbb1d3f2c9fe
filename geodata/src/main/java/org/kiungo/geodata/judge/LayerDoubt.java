package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.proposal.Proposals;

/** Is it another layer, as a list of schools whose pupils would become people? */
final class LayerDoubt implements Doubt {

  @Override
  public String code() {
    return "layer";
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    Subject subject = whole.subject();
    if (subject.kind().shape() == LayerKind.Shape.RASTER || whole.answers()) {
      return Optional.empty();
    }
    return Proposals.other(subject.file(), whole.mapping().options(), subject.kind())
        .map(other -> ask(whole, other));
  }

  private Question ask(Whole whole, Proposals.Other other) {
    double people = whole.report().totalAfter();
    boolean counts = whole.countsPeople() && people > 0;
    return Question.of(
            code(),
            Figures.of(
                "other",
                other.kind().label(),
                "own",
                whole.subject().kind().label(),
                "evidence",
                other.columns(),
                "rows",
                whole.report().rowsAccepted(),
                "people",
                counts ? people : 0.0,
                "counted",
                counts ? "people" : "rows"))
        .offer(Remedy.AS_LAYER, other.kind().label())
        .offer(Remedy.RIGHT, Remedy.LEAVE_FILE);
  }
}
