package org.kiungo.web.doubt.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.doubt.survey.SurveyList.Asked;
import org.kiungo.web.doubt.survey.SurveyList.Study;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanContent;

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
          row("s02", 6, true, "coverage", 1), // 2 of 8 otherwise
          row("s03", 6, true, "prices", 1),
          row("s04", 8, true, "", Double.NaN),
          row("s06", 4, false, "coverage", 0.75), // half of 4 of 8
          row("s07", 2, false, "people", 1), // modelled, 2 of 8
          row("s08", 2, false, "people", 1), // counted
          row("s11", 4, false, "coverage", 1)); // nobody knows how many people

  /** Far fewer than the 1,500, 3,500 and 4,000 who live there. */
  private static final Map<String, Double> GAINED =
      Map.of("s00", 250.0, "s02", 300.0, "s03", 700.0, "s06", 2_000.0, "s07", 2_500.0);

  private static SurveyList list(int places, Double visitUsd) {
    return list(ROWS, GAINED, new Asked(places, visitUsd));
  }

  private static SurveyList list(List<PlaceRow> rows, Map<String, Double> gained, Asked asked) {
    Study study = new Study(new PlanContent(plan()), FUTURES, rows, gained);
    return SurveyList.of("LSO x", study, asked, ENGLISH);
  }

  @Test
  void placesOfThePlanGoFirstThenThoseWhereAnswersMoveMostPeople() {
    SurveyList list = list(30, null);
    assertThat(list.places())
        .extracting(SurveyPlace::settlementId)
        .containsExactly("s02", "s06", "s07");
    assertThat(list.part(true)).extracting(SurveyPlace::settlementId).containsExactly("s02");
    assertThat(list.part(false)).hasSize(2);
    assertThat(list.foundPlanned()).isEqualTo(1);
    assertThat(list.places()).extracting(SurveyPlace::rank).containsExactly(1, 2, 3);
    assertThat(list.places())
        .extracting(SurveyPlace::chanceRatio)
        .containsExactly(0.25, 0.25, 0.25);
    assertThat(list.places())
        .extracting(SurveyPlace::worthPeople)
        .as("of those gained there, not of all; counting moves a fifth")
        .containsExactly(75.0, 500.0, 125.0);
    assertThat(list.places())
        .extracting(SurveyPlace::gainedPeople)
        .containsExactly(300.0, 2_000.0, 2_500.0);
    double lambda = plan().certificate().lambdaPeoplePerUsd();
    assertThat(list.places().get(1).worthUsd()).isCloseTo(500 / lambda, within(1e-6));
    assertThat(list.places())
        .extracting(each -> each.question() + ": " + each.ifYes() + ", " + each.ifNo())
        .containsExactly(
            "coverage: leaves, stays",
            "coverage: stays-out, comes-in",
            "people: comes-in, stays-out");
    assertThat(list.visitUsd()).isEqualTo(150);
    assertThat(list.visitAssumed()).isTrue();
    assertThat(list.districts())
        .extracting(each -> each.district() + " " + each.places() + " " + each.worthPeople())
        .containsExactly("North 2 625.0", "South 1 75.0");
  }

  /** Nobody else is gained by leaving it out but those whom its money reaches elsewhere. */
  @Test
  void aPlaceThatMayLeaveIsWorthWhatItsMoneyGainsElsewhere() {
    PlanContent content = new PlanContent(plan());
    double lambda = plan().certificate().lambdaPeoplePerUsd();
    String dearest =
        plan().plan().settlements().stream()
            .filter(each -> !each.technologyId().isEmpty() && !each.settlementId().equals("s00"))
            .map(Plan.SettlementService::settlementId)
            .max(Comparator.comparingDouble(content::allocatedUsd))
            .orElseThrow();
    double elsewhere = lambda * content.allocatedUsd(dearest);
    assertThat(elsewhere).isPositive();
    List<PlaceRow> rows = List.of(row(dearest, 6, true, "coverage", 1));
    for (double gained : new double[] {elsewhere * 2, elsewhere / 2}) {
      SurveyPlace place = list(rows, Map.of(dearest, gained), new Asked(30, null)).places().get(0);
      assertThat(place.stakePeople()).isCloseTo(Math.min(gained, elsewhere), within(1e-9));
      assertThat(place.worthPeople()).isCloseTo(place.stakePeople() / 4, within(1e-9));
      assertThat(place.costUsd()).isEqualTo(content.allocatedUsd(dearest));
    }
  }

  /** However much more others are worth, half of a list is about the money that is spent. */
  @Test
  void aListHoldsPlacesOfThePlanBesideOthersWhereThereAreBoth() {
    List<PlaceRow> rows = new ArrayList<>();
    Map<String, Double> gained = new HashMap<>();
    for (int k = 1; k <= 8; k++) {
      String id = "s%02d".formatted(k);
      rows.add(row(id, 4, k <= 3, "coverage", 1));
      gained.put(id, k <= 3 ? 10.0 : 1_000.0);
    }
    assertThat(planned(list(rows, gained, new Asked(4, null)))).containsExactly(2, 2);
    assertThat(planned(list(rows, gained, new Asked(1, null)))).containsExactly(1, 0);
    assertThat(planned(list(rows, gained, new Asked(7, null)))).containsExactly(3, 4);
    assertThat(planned(list(rows, gained, new Asked(30, null)))).containsExactly(3, 5);
    List<PlaceRow> others = rows.subList(3, 8);
    assertThat(planned(list(others, gained, new Asked(4, null)))).containsExactly(0, 4);
    List<PlaceRow> own = rows.subList(0, 3);
    assertThat(planned(list(own, gained, new Asked(2, null)))).containsExactly(2, 0);
    assertThat(SurveyFiles.list(list(rows, gained, new Asked(4, null))).features())
        .extracting(each -> each.attributes().get("planned"))
        .containsExactly(true, true, false, false);
  }

  private static int[] planned(SurveyList list) {
    return new int[] {list.part(true).size(), list.part(false).size()};
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
    assertThat(answers).extracting(Settlement::id).containsExactly("s02", "s06", "s07");
    assertThat(answers).allMatch(SurveyAnswers::is);
    assertThat(answers)
        .extracting(Settlement::baselineCoverageRatio)
        .containsExactly(1.0, 0.0, Double.NaN);
    assertThat(answers)
        .extracting(Settlement::population)
        .containsExactly(1_500.0, 3_500.0, 4_000.0);
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
