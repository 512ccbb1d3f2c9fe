package org.kiungo.web.doubt.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.judge.Judge;
import org.kiungo.geodata.judge.Subject;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.Settlement;

/**
 * Two hundred answers of a survey come home by ODK and by QField, ten places answered twice and not
 * alike: each conflict is asked about by its rows, and no record is lost.
 */
class SurveyRoundTripTest {

  private static final int PLACES = 190;
  private static final int CONFLICTS = 10;

  @TempDir private Path folder;

  /** A file as it was read and asked about. */
  private record Read(Imported<?> read, List<Question> questions, List<Settlement> rows) {
    Question asked(String code) {
      return questions.stream().filter(each -> each.code().equals(code)).findFirst().orElse(null);
    }
  }

  private static SurveyList list() {
    List<SurveyPlace> places = new ArrayList<>();
    for (Settlement each : ProblemAssembly.builtInSettlements("BEN").subList(0, PLACES)) {
      places.add(
          new SurveyPlace(
              places.size() + 1,
              each.id(),
              each.name(),
              each.district(),
              each.location().lon(),
              each.location().lat(),
              each.population(),
              true,
              0.2,
              0.5,
              0.9,
              4,
              8,
              true,
              SurveyList.COVERAGE,
              "leaves",
              "stays",
              0.25,
              300,
              1_000,
              200,
              50,
              500,
              150));
    }
    return new SurveyList("BEN x", 8, 150, true, PLACES, PLACES, places, List.of());
  }

  /** Who says yes at a place's first visit; at its second the other is said. */
  private static String said(int place, boolean again) {
    return place % 3 == 0 ^ again ? "yes" : "no";
  }

  /** As ODK Central exports submissions: what the form calculates stands in columns of its own. */
  private Path odk(SurveyList list) throws IOException {
    List<ExportLayer> form = SurveyFiles.form(list, "BEN");
    List<String> lines = new ArrayList<>();
    lines.add(
        "SubmissionDate,settlement_id,name,lon,lat,has_4g,share_covered,people_counted,survey_date,"
            + "position-Latitude,position-Longitude,position-Altitude,position-Accuracy,"
            + "coverage_ratio,population,kiungo_survey,meta-instanceID,KEY,SubmitterName,Status");
    List<Map<String, Object>> choices = new ArrayList<>();
    for (Feature each : form.get(1).features()) {
      if (each.attributes().get("list_name").equals("places")) {
        choices.add(each.attributes());
      }
    }
    for (int k = 0; k < PLACES + CONFLICTS; k++) {
      Map<String, Object> place = choices.get(k % PLACES);
      String has4g = said(k % PLACES, k >= PLACES);
      String key = "uuid:" + k;
      lines.add(
          String.join(
              ",",
              "2026-11-20T08:00:00.000Z",
              place.get("name").toString(),
              '"' + place.get("place").toString() + '"',
              place.get("lon").toString(),
              place.get("lat").toString(),
              has4g,
              "",
              "",
              "2026-11-20",
              place.get("lat").toString(),
              place.get("lon").toString(),
              "0",
              "4.9",
              has4g.equals("yes") ? "1" : "0",
              place.get("people").toString(),
              "BEN x",
              key,
              key,
              "enumerator",
              "approved"));
    }
    return Files.write(folder.resolve("submissions.csv"), lines);
  }

  /** As a telephone with QField gives it back: filled in, some places copied and filled again. */
  private Path qfield(SurveyList list) throws IOException, SQLException {
    Path file = folder.resolve("survey.gpkg");
    ExportFormat.named("gpkg").write(List.of(SurveyFiles.list(list)), file);
    try (Connection database =
            new org.sqlite.JDBC().connect("jdbc:sqlite:" + file, new Properties());
        Statement statement = database.createStatement()) {
      try (ResultSet choices =
          statement.executeQuery(
              "SELECT group_concat(value) FROM gpkg_data_columns"
                  + " JOIN gpkg_data_column_constraints USING (constraint_name)"
                  + " WHERE column_name = 'has_4g' AND constraint_type = 'enum'")) {
        assertThat(choices.next()).isTrue();
        assertThat(choices.getString(1).split(","))
            .as("to choose from")
            .containsExactlyInAnyOrder("yes", "no", "unknown");
      }
      statement.execute(
          "UPDATE survey SET survey_date = '2026-11-20',"
              + " has_4g = CASE WHEN (rank - 1) % 3 = 0 THEN 'yes' ELSE 'no' END");
      statement.execute("CREATE TEMP TABLE again AS SELECT * FROM survey WHERE rank <= 10");
      statement.execute(
          "UPDATE again SET fid = fid + 1000,"
              + " has_4g = CASE has_4g WHEN 'yes' THEN 'no' ELSE 'yes' END");
      statement.execute("INSERT INTO survey SELECT * FROM again");
    }
    return file;
  }

  private static Read read(Path path, List<Answer> answers) {
    SourceFile file = SourceFile.of(path);
    LayerImport imports = new LayerImport(Reference.builtIn());
    Judge judge =
        new Judge(
            new Subject(file, LayerKind.SETTLEMENTS, "BEN", Standing.NOTHING),
            new Judgement(answers, ""));
    ColumnMapping mapping = imports.guess(file, LayerKind.SETTLEMENTS, ReadOptions.DETECT);
    List<Settlement> rows = new ArrayList<>();
    Imported<?> read =
        imports.stream(
            file,
            LayerKind.SETTLEMENTS,
            "BEN",
            mapping,
            row -> {
              judge.accepted(row);
              rows.add((Settlement) row.record());
            },
            judge,
            judge.decisions());
    return new Read(read, judge.questions(read), rows);
  }

  @Test
  void twoHundredRecordsComeHomeWithTenConflictsAndNoneIsLost() throws Exception {
    SurveyList list = list();
    for (Path file : List.of(odk(list), qfield(list))) {
      Read open = read(file, List.of());
      assertThat(open.read().report().rowsIn()).isEqualTo(PLACES + CONFLICTS);
      Question conflicts = open.asked("answers");
      assertThat(conflicts.isOpen()).as("nothing is stored unasked").isTrue();
      assertThat(conflicts.caseCount()).as("both rows of each").isEqualTo(2 * CONFLICTS);
      Map<String, List<Question.Case>> byPlace = new LinkedHashMap<>();
      for (Question.Case each : conflicts.cases()) {
        byPlace.computeIfAbsent(each.about().get("id"), none -> new ArrayList<>()).add(each);
      }
      assertThat(byPlace).hasSize(CONFLICTS);

      // of every second place the first answer is the wrong one
      List<Answer> answers = new ArrayList<>();
      Map<String, String> wanted = new HashMap<>();
      for (List<Question.Case> two : byPlace.values()) {
        two.sort(java.util.Comparator.comparingLong(Question.Case::row));
        int wrong = answers.size() % 2;
        wanted.put(two.get(0).about().get("id"), two.get(1 - wrong).about().get("answer"));
        answers.add(Answer.parse("answers=leave-out:" + two.get(wrong).row()));
      }
      Read answered = read(file, answers);
      assertThat(answered.asked("answers")).as("nothing is left to ask").isNull();
      assertThat(answered.read().report().rowsAccepted()).isEqualTo(PLACES);
      assertThat(answered.read().report().rowsAnswered()).isEqualTo(CONFLICTS);
      assertThat(answered.read().report().rowsListed()).isZero();
      Map<String, Double> stored = new HashMap<>();
      answered.rows().forEach(each -> stored.put(each.id(), each.baselineCoverageRatio()));
      for (SurveyPlace each : list.places()) {
        String said = wanted.getOrDefault(each.settlementId(), said(each.rank() - 1, false));
        assertThat(stored.get(each.settlementId()))
            .as(each.name())
            .isEqualTo(truth(said) ? 1.0 : 0.0);
      }
      assertThat(answered.rows())
          .extracting(Settlement::population)
          .containsExactlyInAnyOrderElementsOf(
              list.places().stream().map(SurveyPlace::population).toList());
    }
  }

  private static boolean truth(String said) {
    return Stream.of("yes", "1").anyMatch(said::equals);
  }
}
