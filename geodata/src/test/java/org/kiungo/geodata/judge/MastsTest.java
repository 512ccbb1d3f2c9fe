package org.kiungo.geodata.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Question.Offer;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.Tower;

/** Masts that do not say whether they work, that are planned, and that are there twice. */
class MastsTest {

  private static final String STATES =
      "id,lon,lat,status\na,2.40,6.40,operational\nb,2.42,6.45,\nc,2.44,6.50,planned\n"
          + "d,2.46,6.55,\ne,2.48,6.60,out of service\n";
  private static final String NO_COLUMN = "id,lon,lat\na,2.40,6.40\nb,2.42,6.45\nc,2.44,6.50\n";

  @TempDir private Path folder;

  /** A file after it was judged. */
  private record Judged(Imported<?> read, List<AcceptedRow> rows, List<Question> questions) {

    Optional<Question> find(String code) {
      return questions.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Ids of rows, with what they say of their state. */
    String states() {
      Stream<String> states =
          rows.stream().map(each -> ((Tower) each.record()).id() + "=" + state(each));
      return String.join(" ", states.toList());
    }

    private static String state(AcceptedRow row) {
      return row.values().get("status") + (row.isStanding() ? "" : "!");
    }
  }

  private Judged judge(String table, String... answers) throws IOException {
    SourceFile file = SourceFile.of(Files.writeString(folder.resolve("masts.csv"), table));
    Judgement judgement = new Judgement(Arrays.stream(answers).map(Answer::parse).toList(), "");
    Judge judge =
        new Judge(new Subject(file, LayerKind.TOWERS, "BEN", Standing.NOTHING), judgement);
    List<AcceptedRow> rows = new ArrayList<>();
    LayerImport imports = new LayerImport(Reference.builtIn());
    ColumnMapping guessed = imports.guess(file, LayerKind.TOWERS, ReadOptions.DETECT);
    Imported<?> read =
        imports.stream(
            file,
            LayerKind.TOWERS,
            "BEN",
            Judge.amended(guessed, judgement),
            row -> {
              judge.accepted(row);
              rows.add(row);
            },
            judge,
            judge.decisions());
    return new Judged(read, rows, judge.questions(read));
  }

  /** Those that no plan builds on are marked. */
  @ParameterizedTest
  @CsvSource({
    "'', keep-all, true, a=operational b=unknown! c=planned! d=unknown!, 1",
    "masts=keep-all, keep-all, false, a=operational b=unknown! c=planned! d=unknown!, 1",
    "masts=works, works, false, a=operational b=operational c=planned! d=operational, 1",
    "masts=leave-out-all, leave-out-all, false, a=operational c=planned!, 1"
  })
  void whatSaysNothingIsAskedAbout(
      String answer, String holds, boolean assumed, String states, long listed) throws IOException {
    Judged judged = answer.isEmpty() ? judge(STATES) : judge(STATES, answer);
    Question asked = judged.find("masts").orElseThrow();
    assertThat(asked.figures()).containsEntry("unsaid", 2L).containsEntry("rows", 4L);
    assertThat(asked.holds()).isEqualTo(holds);
    assertThat(asked.assumed()).isEqualTo(assumed);
    assertThat(asked.offers())
        .extracting(Offer::remedy)
        .containsExactly("keep-all", "works", "leave-out-all");
    assertThat(judged.states()).isEqualTo(states);
    assertThat(judged.read().report().rowsListed()).isEqualTo(listed);
    assertThat(judged.read().report().counts()).containsEntry("mastPlanned", 1L);
  }

  @Test
  void aListWithoutAColumnOfTheStateSaysItOfNone() throws IOException {
    Judged judged = judge(NO_COLUMN);
    assertThat(judged.find("masts").orElseThrow().figures())
        .containsEntry("unsaid", 3L)
        .containsEntry("rows", 3L);
    assertThat(judged.states()).isEqualTo("a=unknown! b=unknown! c=unknown!");
    assertThat(judge(STATES.replace("45,\n", "45,active\n").replace("55,\n", "55,active\n")))
        .satisfies(each -> assertThat(each.find("masts")).isEmpty());
  }

  /** No mast is lost for a word that nobody here knows, and no plan builds on it. */
  @Test
  void aStateThatNobodyReadsStaysInTheListAndFeedsNoPlan() throws IOException {
    Judged judged =
        judge("id,lon,lat,status\na,2.40,6.40,مشغل\nb,2.42,6.45,مبرمجة\nc,2.44,6.50,xyz\n");
    assertThat(judged.states()).isEqualTo("a=مشغل b=planned! c=unknown!");
    assertThat(judged.read().report().counts())
        .containsEntry("mastStateUnread", 1L)
        .containsEntry("mastPlanned", 1L);
    assertThat(judged.read().report().rowsListed()).isZero();
  }

  /** Cells of a list of what phones heard work. */
  @Test
  void whatPhonesHeardIsNotAskedAbout() throws IOException {
    String cells = "radio,mcc,net,area,cell,lon,lat\nLTE,616,2,1,2001,2.4,6.4\n";
    assertThat(judge(cells).find("masts")).isEmpty();
    assertThat(judge(cells).rows()).allMatch(AcceptedRow::isStanding);
  }

  /** Nobody is asked on the command line: those that say nothing work, and are told. */
  @Test
  void withoutQuestionsWhatIsPlannedIsNotBuiltOn() throws IOException {
    Path file = Files.writeString(folder.resolve("masts.csv"), STATES);
    Imported<Tower> read = new LayerImport(CountryLookup.NONE).towers(file, "BEN", null);
    assertThat(read.records()).extracting(Tower::id).containsExactly("a", "b", "d");
    assertThat(read.report().rowsAccepted()).isEqualTo(4);
    assertThat(read.report().counts())
        .containsEntry("mastPlanned", 1L)
        .containsEntry("mastUnsaid", 2L);
  }

  /** One code and one place twice: the first stays unless both are to. */
  @Test
  void aMastThatIsThereTwiceIsAskedAbout() throws IOException {
    String table = "site_id,name,lon,lat,status\n";
    for (int k = 0; k < 12; k++) {
      table += "S%1$d,Site %1$d,2.4,%2$s,active%n".formatted(k, 6.4 + k / 20.0);
    }
    assertThat(judge(table).find("id")).isEmpty();
    table += "S3,Site 3,2.4,6.55,active\n";
    Question asked = judge(table).find("id").orElseThrow();
    assertThat(asked.holds()).isEqualTo("keep-first");
    assertThat(asked.assumed()).isTrue();
    assertThat(asked.figures()).containsEntry("lost", 1L).containsEntry("rows", 13L);
    assertThat(asked.offers())
        .extracting(Offer::remedy)
        .containsExactly("keep-first", "number-rows");
    assertThat(judge(table).rows()).hasSize(12);
    Judged both = judge(table, "id=number-rows");
    assertThat(both.rows()).hasSize(13);
    assertThat(both.read().report().counts()).doesNotContainKey("idTwice");
    assertThat(both.find("twins").orElseThrow().assumed()).as("it is told").isTrue();
  }
}
