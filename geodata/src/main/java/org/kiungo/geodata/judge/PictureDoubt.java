package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;

/** Is a raster of people the picture of a map? A scanned map became 74 million people once. */
final class PictureDoubt implements Doubt {

  @Override
  public String code() {
    return "picture";
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    Subject subject = whole.subject();
    if (subject.kind() != LayerKind.POPULATION_RASTER || !whole.looksLikePicture()) {
      return Optional.empty();
    }
    double sum = whole.report().totalAfter();
    Question question =
        Question.of(
            code(),
            Figures.of(
                "file",
                subject.file().name(),
                "sum",
                sum,
                "bands",
                whole.picture().bands(),
                "largest",
                whole.picture().largest()));
    return Optional.of(
        subject
            .facts()
            .map(facts -> question.bars(Figures.people(sum, facts, subject.standing())))
            .orElse(question)
            .offer(Remedy.LEAVE_FILE, Remedy.RIGHT));
  }
}
