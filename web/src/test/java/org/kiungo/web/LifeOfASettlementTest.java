package org.kiungo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.problem.ProblemLayers;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.settle.SettleOptions;
import org.kiungo.geodata.settle.SettlementExtraction;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.SettlementFile;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.planner.scenario.ScenarioFacts;
import org.kiungo.web.dataset.BuiltInCountries;
import org.kiungo.web.dataset.Settling;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.brief.BriefFile;
import org.kiungo.web.plan.Plans;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows one settlement from its cells to its line of the donor brief, and holds the guide to what
 * it sees. Run with {@code -Dkiungo.write=true} to write the guide's figures anew.
 */
class LifeOfASettlementTest {

  private static final Path GUIDE = Path.of("docs/life-of-a-settlement.md");
  private static final Path CELLS = Path.of("docs/life/people.asc");
  private static final Path COVERAGE = Path.of("docs/life/coverage.csv");

  /** Columns and rows of the window that holds the village and nothing else. */
  private static final int COLUMN = 14, ROW = 8, COLUMNS = 3, ROWS = 3;

  @TempDir private Path folder;

  private String guide;
  private int station;

  @Test
  void theGuideShowsWhatHappens() throws IOException {
    guide = Files.readString(GUIDE);
    double people = cells();
    Settlement settled = settled(people);
    Imported<?> read = imported(settled);
    PlanningProblem problem = question(read, settled.id());
    Scenario scenario = scenario();
    demand(ScenarioFacts.of(problem, scenario), settled.id());
    PlanResult result = chosen(problem, scenario, settled.id());
    Path plan = written(problem, result, settled.id());
    told(plan, result, settled.id());

    if (Boolean.getBoolean("kiungo.write")) {
      Files.writeString(GUIDE, guide);
    }
    assertThat(Files.readString(GUIDE)).isEqualTo(guide);
    assertThat(guide.lines().filter(line -> line.matches("## \\d\\. .*"))).hasSize(station);
    assertThat(station).isLessThanOrEqualTo(8);
  }

  private double cells() {
    double people = 0;
    int inhabited = 0;
    double largest = 0;
    try (Raster raster = Raster.open(CELLS)) {
      for (double cell : raster.read(0, COLUMN, ROW, COLUMNS, ROWS)) {
        people += cell;
        inhabited += cell > 0 ? 1 : 0;
        largest = Math.max(largest, cell);
      }
    }
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("inhabited cells", inhabited);
    seen.put("people in the fullest cell", largest);
    seen.put("people in all of them", people);
    station(Raster.class, "read", seen);
    return people;
  }

  private Settlement settled(double people) {
    Settlement found;
    try (Raster raster = Raster.open(CELLS)) {
      found =
          SettlementExtraction.extract(
                  raster,
                  SettleOptions.DEFAULT,
                  at -> Reference.builtIn().countryAt(at).orElse(""),
                  Progress.NONE)
              .settlements()
              .stream()
              .filter(each -> each.population() == people)
              .findFirst()
              .orElseThrow();
    }
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("`id`", found.id());
    seen.put("`population`", found.population());
    seen.put("`areaKm2`", found.areaKm2());
    seen.put("`settlementType`", found.attributes().get("settlementType"));
    seen.put("`modelled`", found.modelled());
    station(SettlementExtraction.class, "extract", seen);
    return found;
  }

  private Imported<?> imported(Settlement settled) throws IOException {
    Settling.Request request =
        new Settling.Request(CELLS, "LSO", "", SettleOptions.DEFAULT, List.of(), 5);
    Path file = folder.resolve("settled.geojson");
    SettlementFile.write(file, Settling.run(request, Progress.NONE).settlements());
    Imported<?> read = importer().read(file, LayerKind.SETTLEMENTS, "LSO", null);
    Settlement row = of(settlements(read), settled.id());
    assertThat(row.population()).isEqualTo(settled.population());
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("rows accepted", read.report().rowsAccepted());
    seen.put("`location`", row.location().lon() + ", " + row.location().lat());
    seen.put("`country`", row.country());
    seen.put("`district`", row.district());
    seen.put("`baselineCoverageRatio`", row.baselineCoverageRatio());
    station(LayerImport.class, "read", seen);
    return read;
  }

  private PlanningProblem question(Imported<?> read, String id) {
    Imported<?> coverage = importer().read(COVERAGE, LayerKind.COVERAGE, "LSO", null);
    List<CoverageArea> areas =
        coverage.records().stream()
            .map(LayerFeature.class::cast)
            .map(
                each ->
                    new CoverageArea(each.id(), each.values().get("generation"), each.geometry()))
            .toList();
    List<InputFile> inputs = List.of(read.input(), coverage.input());
    Scenario choices = scenario();
    PlanningProblem problem =
        ProblemAssembly.fromLayers(
                new ProblemLayers(
                    List.of("LSO"),
                    settlements(read),
                    List.of(),
                    List.of(),
                    List.of(),
                    areas,
                    inputs),
                CatalogueReader.builtIn(),
                choices.standard(),
                choices.money())
            .problem();
    Settlement asked = of(problem.settlements(), id);
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("settlements asked about", problem.settlements().size());
    seen.put("`baselineCoverageRatio`", asked.baselineCoverageRatio());
    seen.put("`rainMmPerHour`", asked.rainMmPerHour());
    station(ProblemAssembly.class, "fromLayers", seen);
    return problem;
  }

  private static Scenario scenario() {
    return ScenarioBuilder.builder()
        .countries(List.of("LSO"))
        .budgetUsd(400_000)
        .steps(200)
        .threads(1)
        .build();
  }

  private void demand(PlanningProblem facts, String id) {
    Settlement counted = of(facts.settlements(), id);
    double people = Demand.people(counted, Status.STANDARD);
    assertThat(people)
        .isCloseTo(counted.population() * (1 - counted.baselineCoverageRatio()), within(1e-6));
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("people below the standard", people);
    seen.put("adopters", Demand.adopters(people, facts.standard()));
    seen.put("busy-hour demand, Mbps", Demand.busyHourMbps(people, facts.standard()));
    station(Demand.class, "busyHourMbps", seen);
  }

  private PlanResult chosen(PlanningProblem problem, Scenario scenario, String id) {
    PlanResult result = Planner.plan(problem, scenario, Progress.NONE, () -> false);
    SettlementService service = service(result, id);
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("`status`", service.status());
    seen.put("`technologyId`", service.technologyId());
    seen.put("`peopleServed`", service.peopleServed());
    seen.put("`demandMbps`", service.demandMbps());
    seen.put("`lifetimeCostUsd`, its own part", service.lifetimeCostUsd());
    seen.put(
        "what a person so served counts",
        Demand.weightRatio(service.status(), scenario.standard()));
    seen.put(
        "what stands in the way of more", Planner.explainer(problem, result).explain(id).binding());
    station(Planner.class, "plan", seen);
    return result;
  }

  private Path written(PlanningProblem problem, PlanResult result, String id) throws IOException {
    Path plan = folder.resolve("plan");
    Planner.folder(problem, result).write(plan);
    JsonNode row =
        JsonMapper.shared()
            .readTree(plan.resolve("plan.geojson"))
            .get("features")
            .valueStream()
            .map(each -> each.get("properties"))
            .filter(each -> each.path("settlementId").asString("").equals(id))
            .findFirst()
            .orElseThrow();
    AccessSite site = site(result, id);
    Map<String, Object> seen = new LinkedHashMap<>();
    for (String name : List.of("settlementId", "status", "technologyId", "siteId")) {
      seen.put("`" + name + "` in `plan.geojson`", row.get(name).asString());
    }
    seen.put("`peopleServed` there", row.get("peopleServed").asDouble());
    seen.put("`lifetimeCostUsd` there", row.get("lifetimeCostUsd").asDouble());
    seen.put("`lifetimeCostUsd` of its site in `sites.csv`", site.lifetimeCostUsd());
    seen.put("`verify`", Plans.verified(plan, problem.inputs(), input -> plan).verdict());
    station(PlanFolder.class, "write", seen);
    return plan;
  }

  private void told(Path plan, PlanResult result, String id) throws IOException {
    Path brief = folder.resolve("brief.html");
    Words words = Words.in("en");
    BriefFile.write(
        plan,
        Plans.verified(plan, PlanFolder.read(plan).problem().inputs(), input -> plan),
        words,
        brief);
    String technology = service(result, id).technologyId();
    String family =
        CatalogueReader.builtIn().technologies().stream()
            .filter(each -> each.id().equals(technology))
            .findFirst()
            .orElseThrow()
            .family();
    List<String> line = line(Files.readString(brief), words.text("ui.family." + family));
    // nothing else of that family is built, so that the line is the settlement's own
    String people =
        String.format(Locale.ROOT, "%,d", Math.round(service(result, id).peopleServed()));
    assertThat(line.get(1)).isEqualTo(people);
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put(words.text("ui.table.technology"), line.get(0));
    seen.put(words.text("ui.table.population"), line.get(1));
    seen.put(words.text("ui.table.cost"), line.get(2));
    station(BriefFile.class, "write", seen);
  }

  /** Cells of the brief's first line that begins so, as readers see them. */
  private static List<String> line(String html, String begin) {
    return Pattern.compile("(?s)<tr>.*?</tr>")
        .matcher(html)
        .results()
        .map(
            row ->
                Arrays.asList(
                    row.group().replaceAll("(?s)<tr>|<svg.*?</svg>", "").split("</t[hd]>")))
        .map(cells -> cells.stream().map(cell -> cell.replaceAll("<[^>]+>", "").strip()).toList())
        .filter(cells -> cells.get(0).equals(begin))
        .findFirst()
        .orElseThrow();
  }

  private static LayerImport importer() {
    return new LayerImport(new BuiltInCountries());
  }

  private static List<Settlement> settlements(Imported<?> read) {
    return read.records().stream().map(Settlement.class::cast).toList();
  }

  private static Settlement of(List<Settlement> settlements, String id) {
    return settlements.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static SettlementService service(PlanResult result, String id) {
    return result.plan().settlements().stream()
        .filter(each -> each.settlementId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static AccessSite site(PlanResult result, String id) {
    String site = service(result, id).siteId();
    return result.plan().sites().stream()
        .filter(each -> each.id().equals(site))
        .findFirst()
        .orElseThrow();
  }

  /** Puts what was seen between the guide's marks of the next station. */
  private void station(Class<?> type, String method, Map<String, Object> seen) {
    assertThat(Arrays.stream(type.getMethods()).map(Method::getName)).contains(method);
    station++;
    StringBuilder text = new StringBuilder();
    text.append("`").append(type.getName()).append(".").append(method).append("`\n\n");
    text.append("| what | seen |\n|---|---|\n");
    seen.forEach((name, value) -> text.append(row(name, value)));
    String open = "<!-- seen " + station + " -->\n";
    String close = "<!-- end " + station + " -->";
    assertThat(guide).contains(open, close);
    int from = guide.indexOf(open) + open.length();
    guide = guide.substring(0, from) + text + guide.substring(guide.indexOf(close));
  }

  private static String row(String name, Object value) {
    Object shown = value;
    if (value instanceof Double number) {
      shown =
          Double.isNaN(number)
              ? "not known"
              : new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
                  .format(number);
    }
    return "| " + name + " | " + shown + " |\n";
  }
}
