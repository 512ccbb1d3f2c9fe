package org.kiungo.geodata.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.census.CensusImport;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.BuiltInDistricts;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.Settlement;

/** Columns of who is covered that count persons, and those that may. */
class CoveredPersonsTest {

  @TempDir private Path folder;

  private final LayerImport imports =
      new LayerImport(Reference.builtIn(), new CensusImport(new BuiltInDistricts()));

  /** Rows are people and what is covered; asked is the question that stays open, – for none. */
  @ParameterizedTest
  @CsvSource({
    // persons by heading and values
    "Population couverte 4G, 400 160 900 450 700 14, , –, 0.4 0.5 0.02",
    "Population covered 4G, 400 160 900 450, , –, 0.4 0.5",
    "População coberta 4G, 400 160 900 450, , –, 0.4 0.5",
    "Habitants couverts 4G, 400 160 900 450, , –, 0.4 0.5",
    // by values alone
    "Couverture 4G, 400 160 900 450, , –, 0.4 0.5",
    // small figures may be either: asked, and what is answered is done
    "Population couverte 4G, 400 60 900 90, , covered, NaN NaN",
    "Population couverte 4G, 400 60 900 90, covered=persons, –, 0.15 0.1",
    "Population couverte 4G, 400 60 900 90, covered=percent, –, 0.6 0.9",
    "Couverture 4G, 400 60 900 90 900 350, , covered, NaN NaN NaN",
    "Couverture 4G, 400 60 900 90 900 450, covered=persons, –, 0.15 0.1 0.5",
    // more persons than there are: a share
    "Population couverte 4G, 40 60 50 90, , –, 0.6 0.9",
    // shares by their heading or their values, as before
    "Population couverte 4G (%), 400 60 900 90, , –, 0.6 0.9",
    "Couverture 4G, 400 60 900 90, , –, 0.6 0.9",
    "Population couverte 4G, 400 60.5 900 90.2, , –, 0.605 0.902",
    "Population couverte 4G, 400 0.5 900 1, , –, 0.5 1.0",
  })
  void personsAreDividedByThePeopleOfTheirRow(
      String heading, String figures, String answer, String asked, String shares)
      throws IOException {
    StringBuilder table = new StringBuilder("Localité;Latitude;Longitude;Population;");
    table.append(heading).append('\n');
    String[] each = figures.split(" ");
    for (int k = 0; k < each.length; k += 2) {
      table.append("Lieu ").append(k).append(";12.9").append(k).append(";-12.0;");
      table.append(each[k]).append(';').append(each[k + 1]).append('\n');
    }
    SourceFile file = SourceFile.of(Files.writeString(folder.resolve("petits.csv"), table));
    List<Answer> answers = answer == null ? List.of() : List.of(Answer.parse(answer));
    Subject subject = new Subject(file, LayerKind.SETTLEMENTS, "SEN", Standing.NOTHING);
    Judge judge = new Judge(subject, new Judgement(answers, ""));
    ColumnMapping mapping = imports.guess(file, LayerKind.SETTLEMENTS, ReadOptions.DETECT);
    assertThat(mapping.column("coverageRatio")).isEqualTo(heading);
    List<Double> found = new ArrayList<>();
    Imported<?> read =
        imports.stream(
            file,
            LayerKind.SETTLEMENTS,
            "SEN",
            mapping,
            row -> {
              judge.accepted(row);
              found.add(((Settlement) row.record()).baselineCoverageRatio());
            },
            judge,
            judge.decisions());
    assertThat(found.stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .isEqualTo(shares);
    List<String> open =
        judge.questions(read).stream()
            .filter(Question::isOpen)
            .map(Question::code)
            .filter(code -> List.of("covered", "percent").contains(code))
            .toList();
    assertThat(open).isEqualTo(asked.equals("–") ? List.of() : List.of(asked));
  }
}
