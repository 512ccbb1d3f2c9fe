package org.kiungo.geodata.judge;

import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.problem.CoverageReach;
import org.kiungo.geodata.reference.people.CoverageToday;

/**
 * Do areas of coverage hold about as many people as the country says it covers? Taken for all there
 * is, a few of them would leave everybody else without service.
 */
final class CoverageDoubt implements Doubt {

  private final Subject subject;
  private CoverageReach reach;

  CoverageDoubt(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String code() {
    return Judge.COVERAGE;
  }

  @Override
  public void row(SeenRow row) {
    if (subject.kind() == LayerKind.COVERAGE
        && row.accepted() != null
        && row.accepted().record() instanceof LayerFeature area) {
      reach = reach == null ? new CoverageReach(subject.country()) : reach;
      String generation = area.values().getOrDefault("generation", "");
      reach.add(new CoverageArea(area.id(), generation, row.accepted().geometry()));
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    return reach == null
        ? Optional.empty()
        : CoverageReach.published(subject.country()).flatMap(this::ask);
  }

  private Optional<Question> ask(CoverageToday published) {
    double ratio = reach.ratio();
    if (ratio >= CoverageReach.LEAST * published.ratio()) {
      return Optional.empty();
    }
    double nation = subject.facts().orElseThrow().population();
    return Optional.of(
        Question.of(
                code(),
                Figures.of(
                    "percent",
                    Figures.percent(ratio, 1),
                    "published",
                    Figures.percent(published.ratio(), 1),
                    "country",
                    subject.country(),
                    "file",
                    subject.file().name(),
                    "year",
                    published.year() + ""))
            .bars(
                List.of(
                    new Question.Bar("file", "", ratio * nation),
                    new Question.Bar(
                        "published", published.year() + "", published.ratio() * nation)))
            .offer(Remedy.PART, Remedy.RIGHT, Remedy.LEAVE_FILE)
            .assume(Remedy.PART));
  }
}
