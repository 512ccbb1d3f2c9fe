package org.kiungo.geodata.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.layer.SpeedTiles;
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
      CoverageArea drawn = CoverageArea.of(area.id(), area.columns(), row.accepted().geometry());
      if (!drawn.isMeasured()) {
        reach = reach == null ? new CoverageReach(subject.country()) : reach;
        reach.add(drawn);
      }
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

  /**
   * Did speed tests run over mobile networks? Those over fixed lines say nothing of who has 4G, and
   * the rows are alike.
   */
  static final class Tests implements Doubt {

    /** Rows of which a column may say it; the file's are alike. */
    private static final int MOST_ROWS = 400;

    private final List<Map<String, Object>> seen = new ArrayList<>();

    @Override
    public String code() {
      return "tests";
    }

    @Override
    public void row(SeenRow row) {
      Map<String, Object> columns = row.feature().attributes();
      if (seen.size() < MOST_ROWS && SpeedTiles.is(columns.keySet())) {
        seen.add(columns);
      }
    }

    @Override
    public Optional<Question> ask(Whole whole) {
      if (whole.subject().kind() != LayerKind.COVERAGE || seen.isEmpty()) {
        return Optional.empty();
      }
      String file = whole.subject().file().name();
      List<String> names = List.of(file, whole.mapping().options().layer());
      SpeedTiles.Access access = SpeedTiles.access(names, seen);
      if (access == SpeedTiles.Access.MOBILE) {
        return Optional.empty();
      }
      boolean fixed = access == SpeedTiles.Access.FIXED;
      Question asked =
          Question.of(code(), Figures.of("file", file, "way", fixed ? "fixed" : "unsaid"));
      return Optional.of(
          fixed
              ? asked.offer(Remedy.LEAVE_FILE, Remedy.MOBILE)
              : asked.offer(Remedy.MOBILE, Remedy.LEAVE_FILE));
    }
  }
}
