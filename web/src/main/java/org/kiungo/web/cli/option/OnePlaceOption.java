package org.kiungo.web.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.judge.Judge;
import org.kiungo.geodata.judge.Subject;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.dataset.BuiltInCountries;
import picocli.CommandLine.Option;

/** Reads settlements that are planned from their file; one place twice is asked about. */
class OnePlaceOption {

  /** What pairs of rows are, to the answer that an import would be given. */
  enum OnePlace {
    /** One place: its first row stays. */
    first("merge-all"),
    /** One place in parts: their people are added. */
    sum("sum-all"),
    /** Two places. */
    both("keep-all");

    private final String remedy;

    OnePlace(String remedy) {
      this.remedy = remedy;
    }
  }

  @Option(names = "--one-place", paramLabel = "first|sum|both", descriptionKey = "kiungo.one-place")
  private OnePlace onePlace;

  /**
   * Settlements of a file.
   *
   * @throws InputRefused {@code places.twice} when rows seem to be one place and nobody said what
   *     they are
   */
  Imported<?> read(Path file, String iso3) {
    SourceFile source = SourceFile.of(file);
    Subject subject = new Subject(source, LayerKind.SETTLEMENTS, iso3, Standing.NOTHING);
    List<Answer> answers =
        onePlace == null ? List.of() : List.of(Answer.parse("twins=" + onePlace.remedy));
    Judge judge = Judge.ofTwins(subject, new Judgement(answers, ""));
    if (judge.readsTwice()) {
      stream(source, iso3, judge, new ArrayList<>());
      judge = judge.again();
    }
    List<Settlement> rows = new ArrayList<>();
    Imported<?> read = stream(source, iso3, judge, rows);
    for (Question each : judge.questions(read)) {
      if (each.isOpen()) {
        Map<String, Object> told = each.figures();
        throw new InputRefused(
            "places.twice",
            "file",
            source.name(),
            "earlierRow",
            told.get("earlierRow"),
            "row",
            told.get("row"),
            "name",
            told.get("name"),
            "pairs",
            told.get("pairs"));
      }
    }
    return read.with(rows);
  }

  private static Imported<?> stream(
      SourceFile file, String iso3, Judge judge, List<Settlement> rows) {
    return new LayerImport(new BuiltInCountries())
        .stream(
            file,
            LayerKind.SETTLEMENTS,
            iso3,
            null,
            row -> {
              judge.accepted(row);
              rows.add((Settlement) row.record());
            },
            judge,
            judge.decisions());
  }
}
