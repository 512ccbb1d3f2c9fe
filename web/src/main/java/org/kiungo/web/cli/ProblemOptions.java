package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.AssembledProblem;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.problem.ProblemLayers;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.terrain.ElevationRaster;
import org.kiungo.planner.Scenario;
import org.kiungo.planner.Scenario.Goal;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Money;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.web.dataset.BuiltInCountries;
import org.kiungo.web.scenario.ScenarioRules;
import org.kiungo.web.scenario.SearchTime;
import picocli.CommandLine.Option;

/** What to plan, from which files, under which choices. Holds the elevation raster open. */
class ProblemOptions {

  @Option(names = "--country", paramLabel = "ISO3", split = ",", descriptionKey = "kiungo.country")
  private List<String> countries = List.of();

  @Option(names = "--settlements", paramLabel = "FILE", descriptionKey = "kiungo.settlements")
  private Path settlements;

  @Option(names = "--nodes", paramLabel = "FILE", descriptionKey = "kiungo.nodes")
  private Path nodes;

  @Option(names = "--fibre", paramLabel = "FILE", descriptionKey = "kiungo.fibre")
  private Path fibre;

  @Option(names = "--towers", paramLabel = "FILE", descriptionKey = "kiungo.towers")
  private Path towers;

  @Option(names = "--coverage", paramLabel = "FILE", descriptionKey = "kiungo.coverage")
  private Path coverage;

  @Option(names = "--elevation", paramLabel = "FILE", descriptionKey = "kiungo.elevation")
  private Path elevation;

  @Option(names = "--scenario", paramLabel = "FILE", descriptionKey = "kiungo.scenario")
  private Path scenario;

  @Option(
      names = "--budget",
      paramLabel = "USD",
      converter = Amount.class,
      descriptionKey = "kiungo.budget")
  private Double budgetUsd;

  @Option(names = "--target", paramLabel = "RATIO", descriptionKey = "kiungo.target")
  private Double targetRatio;

  @Option(
      names = "--public-budget",
      paramLabel = "USD",
      converter = Amount.class,
      descriptionKey = "kiungo.public-budget")
  private Double publicBudgetUsd;

  @Option(names = "--public-target", paramLabel = "RATIO", descriptionKey = "kiungo.public-target")
  private Double publicTargetRatio;

  @Option(
      names = "--lever",
      paramLabel = "ID=VALUE",
      converter = LeverOption.class,
      descriptionKey = "kiungo.lever")
  private List<PolicyLever> levers = List.of();

  @Option(
      names = "--term",
      paramLabel = "ISO3:TERM=VALUE",
      converter = TermOption.class,
      descriptionKey = "kiungo.term")
  private List<MarketTerm> terms = List.of();

  @Option(names = "--years", paramLabel = "FROM-TO", descriptionKey = "kiungo.years")
  private String years;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "kiungo.seed")
  private Long seed;

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "kiungo.steps")
  private Long steps;

  @Option(names = "--seconds", paramLabel = "S", descriptionKey = "kiungo.seconds")
  private Double seconds;

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "kiungo.threads")
  private Integer threads;

  @Option(
      names = "--technologies",
      paramLabel = "ID",
      split = ",",
      descriptionKey = "kiungo.technologies")
  private List<String> technologies;

  private ElevationRaster ground;

  /** The scenario file, or the defaults, with the options of the command line over it. */
  Scenario scenario() throws IOException {
    Scenario base =
        scenario == null
            ? ScenarioFile.DEFAULT
            : ScenarioFile.read(Files.readAllBytes(InputFiles.readable(scenario)));
    Scenario whole =
        new Scenario(
            base.name(),
            countries.isEmpty() ? base.countries() : countries,
            goal(base.goal()),
            budgetUsd == null ? base.budgetUsd() : budgetUsd,
            publicBudgetUsd == null ? base.publicBudgetUsd() : publicBudgetUsd,
            publicTargetRatio != null
                ? publicTargetRatio
                : targetRatio == null ? base.targetRatio() : targetRatio,
            base.standard(),
            money(base.money()),
            technologies == null ? base.technologyIds() : technologies,
            base.mediumIds(),
            base.locks(),
            terms.isEmpty() ? base.marketTerms() : joined(base.marketTerms(), terms),
            levers.isEmpty() ? base.levers() : joined(base.levers(), levers),
            seed == null ? base.seed() : seed,
            steps == null ? base.steps() : steps,
            seconds == null ? base.seconds() : seconds,
            threads == null ? base.threads() : threads);
    rules().require(whole);
    return whole;
  }

  /**
   * The scenario with the time that {@link SearchTime} gives by default, where neither steps nor
   * seconds nor a scenario file say how long to search.
   */
  Scenario limited(Scenario whole, int settlements) {
    boolean said = steps != null || seconds != null || scenario != null;
    return said ? whole : whole.withSeconds(SearchTime.seconds(settlements));
  }

  private Goal goal(Goal base) {
    if (publicTargetRatio != null) {
      return Goal.LEAST_PUBLIC_MONEY_TO_TARGET;
    }
    return targetRatio == null ? base : Goal.LEAST_COST_TO_TARGET;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private Money money(Money base) {
    if (years == null) {
      return base;
    }
    if (!years.matches("(20\\d\\d)-(20\\d\\d)")) {
      throw new InputRefused("years.unreadable", "years", years);
    }
    int first = Integer.parseInt(years.substring(0, 4));
    int last = Integer.parseInt(years.substring(5));
    if (last < first) {
      throw new InputRefused("years.unreadable", "years", years);
    }
    return new Money(base.discountRateRatio(), first, last, base.priceYear());
  }

  private static ScenarioRules rules() {
    return new ScenarioRules(
        CatalogueReader.builtIn(),
        Reference.builtIn().countries().stream()
            .map(CountryFacts::iso3)
            .collect(Collectors.toSet()));
  }

  /** The facts: the files given, else the built-in data of the countries. */
  PlanningProblem problem(Scenario choices, CommonOptions common) {
    PlanningProblem problem = assembled(choices, common);
    if (elevation == null) {
      return problem;
    }
    SourceFile file = SourceFile.of(InputFiles.readable(elevation));
    ground = ElevationRaster.open(file.path());
    return problem.withTerrain(
        ground, new InputFile(LayerKind.ELEVATION.label(), file.name(), file.sha256(), ""));
  }

  /** Closes the elevation raster, once the plan is written. */
  void close() {
    if (ground != null) {
      ground.close();
    }
  }

  private PlanningProblem assembled(Scenario choices, CommonOptions common) {
    Catalogue catalogue = CatalogueReader.builtIn();
    boolean layers = nodes != null || fibre != null || towers != null || coverage != null;
    if (settlements == null && !layers) {
      return ProblemAssembly.builtIn(
          choices.countries(), catalogue, choices.standard(), choices.money());
    }
    List<InputFile> inputs = new ArrayList<>();
    ProblemLayers given =
        new ProblemLayers(
            choices.countries(),
            places(choices, common, inputs),
            read(nodes, LayerKind.NODES, choices, common, inputs),
            read(fibre, LayerKind.FIBRE_LINES, choices, common, inputs),
            read(towers, LayerKind.TOWERS, choices, common, inputs),
            areas(choices, common, inputs),
            inputs);
    AssembledProblem assembled =
        ProblemAssembly.fromLayers(given, catalogue, choices.standard(), choices.money());
    if (!assembled.report().isComplete() || !assembled.report().counts().isEmpty()) {
      Reports.print(assembled.report(), common);
    }
    return assembled.problem();
  }

  /** The settlements given, else the built-in ones of the countries. */
  private List<Settlement> places(Scenario choices, CommonOptions common, List<InputFile> inputs) {
    if (settlements != null) {
      return read(settlements, LayerKind.SETTLEMENTS, choices, common, inputs);
    }
    if (choices.countries().isEmpty()) {
      throw new InputRefused("plan.no-settlements");
    }
    inputs.add(ProblemAssembly.builtInInput());
    return choices.countries().stream()
        .flatMap(iso3 -> ProblemAssembly.builtInSettlements(iso3).stream())
        .toList();
  }

  private List<CoverageArea> areas(Scenario choices, CommonOptions common, List<InputFile> inputs) {
    List<LayerFeature> areas = read(coverage, LayerKind.COVERAGE, choices, common, inputs);
    return areas.stream()
        .map(
            each ->
                new CoverageArea(
                    each.id(), each.values().getOrDefault("generation", ""), each.geometry()))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> read(
      Path file, LayerKind kind, Scenario choices, CommonOptions common, List<InputFile> inputs) {
    if (file == null) {
      return List.of();
    }
    String iso3 = choices.countries().size() == 1 ? choices.countries().get(0) : "";
    Imported<?> read =
        new LayerImport(new BuiltInCountries()).read(InputFiles.readable(file), kind, iso3, null);
    inputs.add(read.input());
    Reports.print(read.report(), common);
    return (List<T>) read.records();
  }
}
