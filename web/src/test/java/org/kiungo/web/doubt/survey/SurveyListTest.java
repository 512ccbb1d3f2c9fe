package org.kiungo.web.doubt.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.SurveyAnswers;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.doubt.survey.SurveyList.Asked;
import org.kiungo.web.language.Words;

/** Which places are asked about first, and that what is answered comes back to them. */
class SurveyListTest {

  private static final int FUTURES = 8;
  private static final Words ENGLISH = Words.in("en");

  @TempDir private Path folder;

  /** The tiny world: of all places but the first the coverage is not known well. */
  private static PlanFolder plan() {
    PlanFolder plan = TinyWorld.plan(7e5);
    List<Settlement> places = new ArrayList<>();
    for (Settlement each : plan.problem().settlements()) {
      Settlement told = each.withBaseline(0.5);
      places.add(
          each.id().equals("s00")
              ? told
              : told.with()
                  .baselineModelled(true)
                  .baselineLowRatio(0.25)
                  .baselineHighRatio(1)
                  .build());
    }
    return new PlanFolder(
        plan.problem().withSettlements(places), plan.scenario(), plan.plan(), plan.certificate());
  }

  private static PlaceRow row(String id, int futures, boolean planned, String layer, double right) {
    return new PlaceRow(id, futures, "depends", planned, "lte", 1, layer, right);
  }

  private static final List<PlaceRow> ROWS =
      List.of(
          row("s00", 4, true, "coverage", 1), // measured: nothing to ask
          row("s02", 6, true, "coverage", 1), // 1,500 people, 2 of 8 otherwise
          row("s03", 6, true, "prices", 1),
          row("s04", 8, true, "", Double.NaN),
          row("s06", 4, false, "coverage", 0.75), // 3,500 people, half of 4 of 8
          row("s07", 2, false, "people", 1), // 4,000 people, modelled, 2 of 8
          row("s08", 2, false, "people", 1), // counted
          row("s11", 4, false, "coverage", 1)); // nobody knows how many people

  private static SurveyList list(int places, Double visitUsd) {
    return SurveyList.of("LSO x", plan(), FUTURES, ROWS, new Asked(places, visitUsd), ENGLISH);
  }

  @Test
  void theAnswerThatMovesMostPeopleMostLikelyGoesFirst() {
    SurveyList list = list(30, null);
    assertThat(list.places())
        .extracting(SurveyPlace::settlementId)
        .containsExactly("s06", "s02", "s07");
    assertThat(list.places()).extracting(SurveyPlace::rank).containsExactly(1, 2, 3);
    assertThat(list.places())
        .extracting(SurveyPlace::chanceRatio)
        .containsExactly(0.25, 0.25, 0.25);
    assertThat(list.places())
        .extracting(SurveyPlace::worthPeople)
        .as("counting moves a fifth of the people")
        .containsExactly(875.0, 375.0, 200.0);
    double lambda = plan().certificate().lambdaPeoplePerUsd();
    assertThat(list.places().get(0).worthUsd()).isCloseTo(875 / lambda, within(1e-6));
    assertThat(list.places())
        .extracting(each -> each.question() + ": " + each.ifYes() + ", " + each.ifNo())
        .containsExactly(
            "coverage: stays-out, comes-in",
            "coverage: leaves, stays",
            "people: comes-in, stays-out");
    assertThat(list.visitUsd()).isEqualTo(150);
    assertThat(list.visitAssumed()).isTrue();
    assertThat(list.districts())
        .extracting(each -> each.district() + " " + each.places() + " " + each.worthPeople())
        .containsExactly("North 2 1075.0", "South 1 375.0");
  }

  @Test
  void aListMayBeShorterAndVisitsOfAnotherPrice() {
    SurveyList list = list(2, 20.0);
    assertThat(list.found()).isEqualTo(3);
    assertThat(list.places()).hasSize(2).extracting(SurveyPlace::visitUsd).containsOnly(20.0);
    assertThat(list.visitAssumed()).isFalse();
    assertThat(list.allVisitsUsd()).isEqualTo(40);
    assertThat(list.districts()).as("of all places in question").hasSize(2);
    assertThatThrownBy(() -> new Asked(0, null)).isInstanceOf(InputRefused.class);
    assertThatThrownBy(() -> new Asked(3, -1.0)).isInstanceOf(InputRefused.class);
    assertThatThrownBy(() -> new Asked(3, Double.NaN)).isInstanceOf(InputRefused.class);
  }

  @Test
  void aListThatIsFilledInIsReadAsAnswers() throws IOException {
    Path file = folder.resolve("survey.csv");
    ExportFormat.named("csv").write(List.of(SurveyFiles.list(list(30, null))), file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).endsWith(",kiungo_survey,has_4g,survey_date");
    String[] said = {"yes", "non", ""};
    for (int k = 0; k < said.length; k++) {
      String line = lines.get(k + 1);
      assertThat(line).endsWith(",LSO x,,");
      lines.set(k + 1, line.substring(0, line.length() - 1) + said[k] + ",2026-12-01");
    }
    Files.write(file, lines);
    List<Settlement> answers = imported(file).records();
    assertThat(answers).extracting(Settlement::id).containsExactly("s06", "s02", "s07");
    assertThat(answers).allMatch(SurveyAnswers::is);
    assertThat(answers)
        .extracting(Settlement::baselineCoverageRatio)
        .containsExactly(1.0, 0.0, Double.NaN);
    assertThat(answers)
        .extracting(Settlement::population)
        .containsExactly(3_500.0, 1_500.0, 4_000.0);
    assertThat(answers.get(0).attributes()).containsEntry("survey_date", "2026-12-01");
  }

  private static Imported<Settlement> imported(Path file) {
    return new LayerImport(Reference.builtIn())
        .settlements(file, "LSO", ColumnMapping.guess(ReadOptions.DETECT));
  }

  /** The rules of xlsform.org that a form has to keep. */
  @Test
  void theFormKeepsTheRulesOfXlsForms() throws IOException {
    Path file = folder.resolve("form.xlsx");
    ExportFormat.named("xlsx").write(SurveyFiles.form(list(30, null), "LSO"), file);
    List<Map<String, Object>> survey = sheet(file, "survey");
    List<Map<String, Object>> choices = sheet(file, "choices");
    List<Map<String, Object>> settings = sheet(file, "settings");
    assertThat(settings).hasSize(1);
    assertThat(settings.get(0).get("form_title")).isEqualTo("4G today: Lesotho");
    assertThat((String) settings.get(0).get("form_id")).matches("[A-Za-z_][A-Za-z0-9_.-]*");
    assertThat(settings.get(0).get("default_language")).isEqualTo("English (en)");
    Set<String> names = new HashSet<>();
    Set<Object> lists =
        choices.stream().map(each -> each.get("list_name")).collect(Collectors.toSet());
    Set<String> types = Set.of("calculate", "integer", "date", "geopoint");
    for (Map<String, Object> question : survey) {
      String type = (String) question.get("type");
      String name = (String) question.get("name");
      assertThat(name).matches("[A-Za-z_][A-Za-z0-9_.-]*");
      assertThat(names.add(name)).as("%s once", name).isTrue();
      boolean select = type.startsWith("select_one ");
      assertThat(select ? lists : types).contains(select ? type.substring(11) : type);
      for (String language : List.of("English (en)", "French (fr)")) {
        Object label = question.get("label::" + language);
        boolean seen = !type.equals("calculate");
        assertThat(label != null && !label.toString().isBlank()).as(name + label).isEqualTo(seen);
      }
      assertThat(question.get("calculation") != null).isEqualTo(type.equals("calculate"));
      for (String column : List.of("relevant", "calculation")) {
        Matcher named = Pattern.compile("\\$\\{(\\w+)}").matcher(question.get(column) + "");
        while (named.find()) {
          assertThat(names).as("%s of %s stands before it", column, name).contains(named.group(1));
        }
      }
    }
    assertThat(names).contains("settlement_id", "has_4g", "kiungo_survey", "lon", "lat");
    Set<Object> places = new HashSet<>();
    for (Map<String, Object> choice : choices) {
      assertThat(places.add(choice.get("list_name") + " " + choice.get("name"))).isTrue();
      assertThat((String) choice.get("name")).doesNotContain(" ");
      assertThat(choice.get("label::French (fr)")).isNotNull();
    }
    assertThat(places).contains("places s06", "yes_no_unknown yes");
  }

  private static List<Map<String, Object>> sheet(Path file, String name) {
    List<Map<String, Object>> rows = new ArrayList<>();
    SourceFile source = SourceFile.of(file);
    ((VectorReader) LayerReader.of(source))
        .stream(
            source,
            ReadOptions.DETECT.withLayer(name),
            new FeatureConsumer() {
              @Override
              public void layer(LayerSchema schema) {}

              @Override
              public void finding(Finding finding) {}

              @Override
              public void feature(Feature feature) {
                rows.add(feature.attributes());
              }
            });
    return rows;
  }
}
