package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.funding.ProjectFile;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.project.Project;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.plan.file.PlanExports;
import org.kiungo.web.store.Databases;
import tools.jackson.databind.JsonNode;

/** What can be done with a finished plan, and the commands beside planning. */
class PlanToolsTest {

  @TempDir private Path folder;

  private String plan() throws IOException {
    TinyWorld.plan(2e6).write(folder.resolve("plan"));
    return folder.resolve("plan").toString();
  }

  @ParameterizedTest
  @CsvSource({"gpkg", "geojson", "parquet", "csv", "xlsx", "fgb", "shp"})
  void aPlanIsExportedAndReadBackWithItsRows(String format) throws IOException {
    String out = folder.resolve("plan." + format).toString();
    CommandRun exported = CommandRun.of("export", plan(), "--format", format, "--out", out);
    assertThat(exported.exitCode()).as(exported.err()).isZero();
    JsonNode layers = CommandRun.of("inspect", out, "--json").json().get("layers");
    assertThat(layers.valueStream().map(each -> each.get("features").asInt())).contains(12);
  }

  /** What a plan would build is no list of towers that stand. */
  @ParameterizedTest
  @CsvSource({
    "geojson, sites",
    "geojson, masts",
    "csv, sites",
    "csv, nodes",
    "fgb, links",
    "gpkg, sites",
    "gpkg, ''",
    "xlsx, ''"
  })
  void inspectKnowsWhatKiungoWroteOfAPlan(String format, String layer) throws IOException {
    String out = folder.resolve("part." + format).toString();
    List<String> asked =
        new ArrayList<>(List.of("export", plan(), "--format", format, "--out", out));
    if (!layer.isEmpty()) {
      asked.addAll(List.of("--layer", layer));
    }
    CommandRun exported = CommandRun.of(asked.toArray(String[]::new));
    assertThat(exported.exitCode()).as(exported.err()).isZero();
    CommandRun seen = CommandRun.of("inspect", out, "--country", "LSO", "--lang", "en");
    assertThat(seen.exitCode()).as(seen.out()).isZero();
    assertThat(seen.out())
        .contains("This is Kiungo", "what would be built, not what stands", "kiungo progress")
        .doesNotContain("--as towers", "--as nodes", "--as fibre-lines", "would refuse");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sites.csv", "links.geojson", "projects.geojson"})
  void inspectKnowsTheFilesOfAFolder(String file) throws IOException {
    Path plan = Path.of(plan());
    if (file.equals("projects.geojson")) {
      Project project =
          new Project(
              "p1",
              "Maseru",
              Project.Kind.values()[0],
              "LSO",
              "Maseru",
              1,
              new LonLat(27.5, -29.3),
              100,
              0,
              1_000_00,
              new TreeMap<>(),
              new Project.Members(List.of("s00"), List.of(), List.of(), List.of()),
              List.of());
      ProjectFile.write(plan, List.of(project));
    }
    CommandRun seen = CommandRun.of("inspect", plan.resolve(file).toString(), "--lang", "en");
    assertThat(seen.exitCode()).as(seen.out()).isZero();
    assertThat(seen.out()).contains("This is Kiungo").doesNotContain("--as ");
  }

  @Test
  void helpAndDocumentNameTheLayersThatAnExportMayHave() throws IOException {
    String out = folder.resolve("plan.xlsx").toString();
    CommandRun exported =
        CommandRun.of("export", plan(), "--format", "xlsx", "--out", out, "--json");
    List<String> layers = PlanExports.layers();
    assertThat(exported.json().get("layers").valueStream().map(JsonNode::asString))
        .isSubsetOf(layers)
        .startsWith(layers.get(0))
        .endsWith(layers.get(layers.size() - 1));
    for (String language : List.of("en", "fr")) {
      String help = CommandRun.of("export", "--help", "--lang", language).out();
      assertThat(help.replaceAll("\\s+", " ")).contains(String.join(", ", layers));
    }
    String document = Files.readString(Path.of("docs/exports.md"));
    String section = document.substring(document.indexOf("## Layers"));
    int from = 0;
    for (String layer : layers) {
      int at = section.indexOf("`" + layer + "`", from);
      assertThat(at).as(layer).isGreaterThanOrEqualTo(from);
      from = at;
    }
  }

  /** QGIS colours what it opens as the page does. */
  @Test
  void anExportedGeoPackageCarriesAStyleForEveryLayer() throws Exception {
    String out = folder.resolve("plan.gpkg").toString();
    String plan = plan();
    assertThat(CommandRun.of("export", plan, "--format", "gpkg", "--out", out).exitCode()).isZero();
    Map<String, String> styles = new TreeMap<>();
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + out);
        ResultSet rows =
            database
                .createStatement()
                .executeQuery("SELECT f_table_name, styleQML FROM layer_styles")) {
      while (rows.next()) {
        styles.put(rows.getString(1), rows.getString(2));
      }
    }
    assertThat(styles).containsOnlyKeys("links", "masts", "settlements", "sites");
    for (AccessTechnology each : CatalogueReader.builtIn().technologies()) {
      assertThat(styles.get("settlements")).contains("value=\"" + each.id() + "\"");
    }
    for (String line : Files.readAllLines(Path.of(plan, "links.geojson"))) {
      for (Medium each : CatalogueReader.builtIn().media()) {
        if (line.contains("\"mediumId\":\"" + each.id() + "\"")) {
          assertThat(styles.get("links")).contains("value=\"" + each.id() + "\"");
        }
      }
    }
  }

  /** Nothing tells the ground or the rain of the small world, and its links say so. */
  @Test
  void exportedRadioLinksAndTheBriefTellThatNothingVerifiesThem() throws IOException {
    String out = folder.resolve("links.geojson").toString();
    String plan = plan();
    CommandRun exported =
        CommandRun.of("export", plan, "--format", "geojson", "--layer", "links", "--out", out);
    assertThat(exported.exitCode()).as(exported.err()).isZero();
    long radio = 0;
    for (String link : Files.readAllLines(Path.of(out))) {
      assertThat(link.contains("\"lineOfSight\":\"UNVERIFIED\""))
          .as(link)
          .isEqualTo(link.contains("\"mediumId\":\"microwave\""));
      radio += link.contains("\"mediumId\":\"microwave\"") ? 1 : 0;
    }
    assertThat(radio).isPositive();
    Path brief = folder.resolve("brief.html");
    CommandRun.of("brief", plan, "--out", brief.toString());
    assertThat(Files.readString(brief)).contains("unverified line of sight", "alone: " + radio);
  }

  @Test
  void anUnknownFormatOrLayerIsRefused() throws IOException {
    String out = folder.resolve("x").toString();
    String plan = plan();
    assertThat(CommandRun.of("export", plan, "--format", "doc", "--out", out).exitCode())
        .isEqualTo(2);
    assertThat(
            CommandRun.of("export", plan, "--format", "csv", "--layer", "no", "--out", out)
                .exitCode())
        .isEqualTo(2);
    assertThat(Path.of(out)).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "catalogue.json; \"low\" : [0-9.E]+; \"low\" : 9e9; technologies[0].; hors de sa"
            + " fourchette",
        "catalogue.json; \"year\" : [0-9]+; \"year\" : \"old\"; old; genre de valeur",
        "settlements.geojson; \"population\" ?: ?[0-9.E]+; \"population\":-5; -5; La population de",
        "nodes.geojson; \"id\" ?: ?; \"it\":; id; manque",
        "sites.csv; masts; towers; masts; antérieure",
        "scenario.json; \"seed\" : ; \"seed\" ; ligne; JSON"
      })
  void whatIsWrongInAPlanFolderIsSaidInTheReadersLanguage(
      String file, String was, String is, String place, String problem) throws IOException {
    String plan = plan();
    Path broken = Path.of(plan, file);
    String text = Files.readString(broken);
    assertThat(text.replaceFirst(was, is)).isNotEqualTo(text);
    Files.writeString(broken, text.replaceFirst(was, is));
    for (String command : List.of("verify", "compare")) {
      String[] words =
          command.equals("verify")
              ? new String[] {command, plan, "--lang", "fr"}
              : new String[] {command, plan, plan, "--lang", "fr"};
      CommandRun run = CommandRun.of(words);
      assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
      assertThat(run.err())
          .contains(file, place, problem)
          .doesNotContain("org.kiungo", "Cannot", "allowed");
    }
  }

  @Test
  void aPlaceIsExplainedInWords() throws IOException {
    CommandRun run = CommandRun.of("explain", plan(), "s00", "--lang", "fr");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("s00 (Place 0)").contains("USD pour chacune des");
    assertThat(CommandRun.of("explain", plan(), "none").exitCode()).isEqualTo(2);
  }

  /** One word of a plan, whatever reads it. */
  @Test
  void theVerdictIsToldByWhateverReadsAPlan() throws IOException {
    String plan = plan();
    Path brief = folder.resolve("brief.html");
    Path layer = folder.resolve("plan.geojson");
    List<String[]> commands =
        List.of(
            new String[] {"brief", plan, "--out", brief.toString()},
            new String[] {"explain", plan, "s00"},
            new String[] {"export", plan, "--format", "geojson", "--out", layer.toString()},
            new String[] {"compare", plan, plan});
    for (String[] each : commands) {
      CommandRun run = CommandRun.of(each);
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).contains(plan + ": checked, bound not confirmed. ", "tiny.csv");
    }
    assertThat(CommandRun.of("compare", plan, plan).out())
        .contains("checked, bound not confirmed → checked, bound not confirmed")
        .contains("Lifetime cost: ", "From the best possible, at most: ", "equal");
    assertThat(Files.readString(layer)).contains("\"verdict\":\"checked, bound not confirmed\"");
    assertThat(Files.readString(brief)).contains("verdict-checked");
    Files.delete(layer);
    Path file = Path.of(plan, "finance.csv");
    Files.writeString(file, Files.readString(file).replaceFirst("0", "1"));
    for (String[] each : commands) {
      boolean handsOut = each[0].equals("export") || each[0].equals("compare");
      CommandRun run = CommandRun.of(each);
      assertThat(run.exitCode()).as(each[0]).isEqualTo(handsOut ? 1 : 0);
      assertThat(run.err()).contains(plan + ": refused. Broken:").contains("finance.csv");
      assertThat(run.err().contains("--even-if-refused")).isEqualTo(handsOut);
    }
    assertThat(layer).doesNotExist();
    assertThat(Files.readString(brief)).contains("verdict-refused");
    for (String[] each : commands.subList(2, 4)) {
      List<String> asked = new java.util.ArrayList<>(List.of(each));
      asked.add("--even-if-refused");
      CommandRun run = CommandRun.of(asked.toArray(String[]::new));
      assertThat(run.exitCode()).as(run.err()).isZero();
    }
    assertThat(Files.readString(layer)).contains("\"verdict\":\"refused\"", "finance.csv");
  }

  @Test
  void plansThatCountOthersAsServedTodayAreNotSubtracted() {
    List<String> folders = new java.util.ArrayList<>();
    for (String unsure : List.of("expected", "covered")) {
      folders.add(folder.resolve(unsure).toString());
      CommandRun made =
          CommandRun.of(
              ("plan --country LSO --budget 21M --steps 20 --unsure-coverage " + unsure + " --out")
                  .concat(" " + folder.resolve(unsure))
                  .split(" "));
      assertThat(made.exitCode()).as(made.err()).isZero();
    }
    String told = CommandRun.of("compare", folders.get(0), folders.get(1)).out();
    assertThat(told)
        .contains("do not count the same people as served today")
        .doesNotContain("all of it comes from the assumptions");
    assertThat(told.lines())
        .anyMatch(each -> each.matches(" *Left without service: [^()]*"))
        .anyMatch(each -> each.matches(" *Least served district: [^()]*"))
        .anyMatch(each -> each.matches(" *People gained for sure: .* \\(\\+.*more\\)"));
  }

  @Test
  void servicesArePlacedOverAPlan() throws IOException {
    String out = folder.resolve("services").toString();
    CommandRun run =
        CommandRun.of("place", "--plan", plan(), "--sites", "2", "--out", out, "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("features")).hasSize(2);
    assertThat(Path.of(out, "services.geojson")).isNotEmptyFile();
  }

  @Test
  void aLargerBudgetNeverServesFewerPeopleOnTheFrontier() throws IOException {
    String settlements =
        Files.writeString(
                folder.resolve("s.csv"),
                "id,name,lon,lat,population\na,A,28.20,-29.50,4000\nb,B,28.25,-29.52,2500\n")
            .toString();
    CommandRun run =
        CommandRun.of(
            "frontier",
            "--country",
            "LSO",
            "--today",
            "imported",
            "--settlements",
            settlements,
            "--budget",
            "3M",
            "--points",
            "3",
            "--steps",
            "20",
            "--out",
            folder.resolve("frontier").toString(),
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode plans = run.json().get("plans");
    assertThat(plans).hasSize(3);
    double before = -1;
    for (JsonNode each : plans) {
      double bound = each.get("certificate").get("bound").asDouble();
      assertThat(bound).isGreaterThanOrEqualTo(before);
      before = bound;
      Path made = folder.resolve("frontier").resolve(each.get("folder").asString());
      CommandRun verified = CommandRun.verify(made.toString(), folder);
      assertThat(verified.exitCode()).as(verified.out()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--steps=20", "--nested"})
  void withoutTimeEveryPlanOfAFrontierStillServesPeople(String option) throws IOException {
    String settlements =
        Files.writeString(
                folder.resolve("s.csv"),
                "id,name,lon,lat,population\na,A,28.20,-29.50,4000\nb,B,28.25,-29.52,2500\n")
            .toString();
    String command =
        "frontier --country LSO --today imported --budget 9M --points 3 --seconds 0.000001 --json "
            + (option + " --settlements " + settlements + " --out " + folder.resolve("frontier"));
    CommandRun run = CommandRun.of(command.split(" "));
    assertThat(run.exitCode()).as(run.err()).isZero();
    double before = 1;
    for (JsonNode each : run.json().get("plans")) {
      double people = each.get("certificate").get("value").asDouble();
      assertThat(people).isGreaterThanOrEqualTo(before);
      before = people;
      Path made = folder.resolve("frontier").resolve(each.get("folder").asString());
      CommandRun verified = CommandRun.verify(made.toString(), folder);
      assertThat(verified.exitCode()).as(verified.out()).isZero();
    }
    assertThat(before).isGreaterThan(6000);
  }

  @Test
  void nestedPlansContainOneAnotherAndVerifyNoticesWhenTheyDoNot() throws IOException {
    String settlements =
        Files.writeString(
                folder.resolve("s.csv"),
                "id,name,lon,lat,population\na,A,28.20,-29.50,4000\nb,B,28.25,-29.52,2500\n")
            .toString();
    CommandRun run =
        CommandRun.of(
            "frontier",
            "--country",
            "LSO",
            "--today",
            "imported",
            "--settlements",
            settlements,
            "--budget",
            "3M",
            "--nested",
            "--points",
            "3",
            "--steps",
            "20",
            "--out",
            folder.resolve("frontier").toString(),
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Path made = folder.resolve("frontier");
    assertThat(run.json().get("nested").asBoolean()).isTrue();
    CommandRun verified = CommandRun.verify(made.toString(), folder);
    assertThat(verified.exitCode()).as(verified.out()).isZero();
    Path index = made.resolve("frontier.json");
    String genuine = Files.readString(index);
    Map<String, UnaryOperator<String>> forgeries =
        Map.of(
            "a field that nobody checks",
            list -> list.replaceFirst("\\{", "{\n  \"verifiedBy\" : \"World Bank\","),
            "a number in another form",
            list -> list.replaceFirst("(\"population\" : )(\\d)(\\d+)", "$1$2.$3e3"),
            "a mark before it",
            list -> "\uFEFF" + list,
            "a plan twice",
            list -> list.replace("\"plan-02\"", "\"plan-01\""));
    for (Map.Entry<String, UnaryOperator<String>> each : forgeries.entrySet()) {
      String forged = each.getValue().apply(genuine);
      assertThat(forged).as(each.getKey()).isNotEqualTo(genuine);
      Files.writeString(index, forged);
      assertThat(CommandRun.of("verify", made.toString()).exitCode())
          .as(each.getKey())
          .isEqualTo(ExitCode.ANSWER_IS_NO);
    }
    String turned =
        genuine.replace("plan-01", "swap").replace("plan-03", "plan-01").replace("swap", "plan-03");
    Files.writeString(index, turned);
    CommandRun refused = CommandRun.of("verify", made.toString(), "--json");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.ANSWER_IS_NO);
    assertThat(refused.out()).contains("nested.");
  }

  @Test
  void anImportIsStoredOnceAndASecondIsAVersion() throws IOException {
    String file =
        Files.writeString(
                folder.resolve("s.csv"), "id,name,lon,lat,population\na,A,28.20,-29.50,4000\n")
            .toString();
    String data = folder.resolve("data").toString();
    String[] command = {
      "import",
      file,
      "--as",
      "settlements",
      "--country",
      "LSO",
      "--source",
      "test",
      "--licence",
      "CC0",
      "--data-dir",
      data,
      "--json"
    };
    CommandRun first = CommandRun.of(command);
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.json().get("version").get("version").asInt()).isEqualTo(1);
    assertThat(CommandRun.of(command).json().get("version").get("version").asInt()).isEqualTo(2);
  }

  @Test
  void theDoctorFindsThisInstallationWell() {
    CommandRun run =
        CommandRun.of("doctor", "--data-dir", folder.resolve("data").toString(), "--json");
    assertThat(run.json().get("findings")).hasSize(8);
    assertThat(run.exitCode()).as(run.out()).isZero();
  }

  @Test
  void theDoctorTellsWhatIsWrongWithADatabaseAndWhatToDo() throws IOException {
    Path data = folder.resolve("data");
    Files.createDirectories(data.resolve("database"));
    Files.createFile(data.resolve("database/kiungo.mv.db"));
    CommandRun run = CommandRun.of("doctor", "--data-dir", data.toString(), "--lang", "fr");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("Problème", "kiungo.mv.db est vide", "Remettez-en une copie");
  }

  @Test
  void theDoctorNamesPlansWhoseFilesHaveChanged() throws IOException, SQLException {
    Path data = folder.resolve("data");
    Path plan = Files.createDirectories(data.resolve("plans/lso-000000000000"));
    Files.writeString(plan.resolve("plan.json"), "{}");
    try (HikariDataSource database = Databases.open(data.resolve("database"), "");
        Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE plan (id VARCHAR, number INT)");
      statement.execute("INSERT INTO plan VALUES ('lso-000000000000', 1)");
      CommandRun beside = CommandRun.of("doctor", "--data-dir", data.toString());
      assertThat(beside.out())
          .contains("in use by a Kiungo that is running")
          .doesNotContain("Stop");
    }
    CommandRun run = CommandRun.of("doctor", "--data-dir", data.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("lso-000000000000");
  }
}
