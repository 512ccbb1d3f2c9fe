package org.kiungo.web.cli.option;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kiungo.geodata.feed.FedLayers;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.AssembledProblem;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.problem.CoverageReach;
import org.kiungo.geodata.problem.FacilityLayer;
import org.kiungo.geodata.problem.InstitutionJoin;
import org.kiungo.geodata.problem.MeasuredTiles;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.problem.ProblemLayers;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.road.RoadLines;
import org.kiungo.geodata.terrain.ElevationRaster;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.InstitutionChoice;
import org.kiungo.planner.scenario.Roads;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.Reports;
import org.kiungo.web.dataset.BuiltInCountries;
import org.kiungo.web.dataset.CensusCounts;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What to plan, from which files, under which choices. Holds the elevation raster open. */
public class ProblemOptions {

  /** Share of a country's people from which files are taken for all of it. */
  private static final double WHOLE = 0.8;

  private static final String NO_ROADS = "none";
  private static final String BUILT_IN_ROADS = "built-in";

  /** What may be asked of a plan that is there: draws, and how many work at once. */
  private static final Set<String> OF_A_PLAN = Set.of("--seed", "--threads");

  @CommandLine.Mixin private ScenarioOptions options;

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec command;

  @Option(names = "--settlements", paramLabel = "FILE", descriptionKey = "kiungo.settlements")
  private List<Path> settlements = List.of();

  @Option(names = "--nodes", paramLabel = "FILE", descriptionKey = "kiungo.nodes")
  private List<Path> nodes = List.of();

  @Option(names = "--fibre", paramLabel = "FILE", descriptionKey = "kiungo.fibre")
  private List<Path> fibre = List.of();

  @Option(names = "--towers", paramLabel = "FILE", descriptionKey = "kiungo.towers")
  private List<Path> towers = List.of();

  @Option(names = "--coverage", paramLabel = "FILE", descriptionKey = "kiungo.coverage")
  private List<Path> coverage = List.of();

  @Option(
      names = "--facilities",
      paramLabel = "FILE",
      arity = "1..*",
      descriptionKey = "kiungo.facilities")
  private List<Path> facilities = List.of();

  @Option(names = "--replace", paramLabel = "LAYER", split = ",", descriptionKey = "kiungo.replace")
  private List<String> replace = List.of();

  @Option(
      names = "--use",
      paramLabel = "LAYER=SOURCE:USE",
      converter = UseOption.class,
      descriptionKey = "kiungo.use")
  private List<UseOption.Uses> uses = List.of();

  @Option(
      names = "--inside",
      paramLabel = "none|modelled",
      converter = InsideOption.class,
      completionCandidates = InsideOption.class,
      descriptionKey = "kiungo.inside")
  private Inside inside;

  @CommandLine.Mixin private CensusOptions census;
  @CommandLine.Mixin private OnePlaceOption onePlace = new OnePlaceOption();

  @Option(names = "--roads", paramLabel = "ROADS", descriptionKey = "kiungo.roads")
  private String roads;

  @Option(names = "--grid", paramLabel = "FILE", descriptionKey = "kiungo.grid")
  private List<Path> grid = List.of();

  @Option(names = "--hazard", paramLabel = "FILE", descriptionKey = "kiungo.hazard")
  private List<Path> hazard = List.of();

  @Option(names = "--elevation", paramLabel = "FILE", descriptionKey = "kiungo.elevation")
  private Path elevation;

  /** Whether built-in places are planned as they are, or in modelled parts. */
  enum Inside {
    NONE,
    MODELLED
  }

  private ElevationRaster ground;

  /** Roles of inputs that are read again from their files alone. */
  private static final Set<LayerKind> ALONE =
      EnumSet.of(
          LayerKind.SETTLEMENTS,
          LayerKind.NODES,
          LayerKind.FIBRE_LINES,
          LayerKind.TOWERS,
          LayerKind.COVERAGE,
          LayerKind.FACILITIES,
          LayerKind.ROADS,
          LayerKind.GRID,
          LayerKind.HAZARD);

  static boolean readsAgain(String role) {
    return ALONE.stream().anyMatch(each -> each.label().equals(role));
  }

  /** All files that are given. */
  public List<Path> files() {
    List<Path> all = new ArrayList<>(facilities);
    for (Feed.Layer layer : Feed.Layer.values()) {
      all.addAll(paths(layer));
    }
    if (elevation != null) {
      all.add(elevation);
    }
    return all;
  }

  /**
   * Files alone, as a plan's inputs name them; empty where one has a role that needs more than its
   * file to be read.
   *
   * @param files by the role of their input
   * @param replacesNodes as {@code --replace nodes}
   */
  static Optional<ProblemOptions> of(Map<String, List<Path>> files, boolean replacesNodes) {
    ProblemOptions of = new ProblemOptions();
    of.census = new CensusOptions();
    of.settlements = of(LayerKind.SETTLEMENTS, files);
    of.nodes = of(LayerKind.NODES, files);
    of.fibre = of(LayerKind.FIBRE_LINES, files);
    of.towers = of(LayerKind.TOWERS, files);
    of.coverage = of(LayerKind.COVERAGE, files);
    of.facilities = of(LayerKind.FACILITIES, files);
    of.grid = of(LayerKind.GRID, files);
    of.hazard = of(LayerKind.HAZARD, files);
    of.replace = replacesNodes ? List.of(LayerKind.NODES.label()) : List.of();
    List<Path> lines = of(LayerKind.ROADS, files);
    of.roads = lines.isEmpty() ? null : lines.get(0).toString();
    int read = lines.size() + of.facilities.size();
    for (Feed.Layer layer : Feed.Layer.values()) {
      read += layer == Feed.Layer.ROADS ? 0 : of.paths(layer).size();
    }
    int all = files.values().stream().mapToInt(List::size).sum();
    return read == all && lines.size() <= 1 ? Optional.of(of) : Optional.empty();
  }

  private static List<Path> of(LayerKind kind, Map<String, List<Path>> files) {
    return files.getOrDefault(kind.label(), List.of());
  }

  /** The choices, as a scenario. */
  public Scenario scenario() throws IOException {
    Scenario chosen = options.scenario(this::countriesOfSettlements);
    if (roads != null) {
      chosen = chosen.withRoads(roads.equals(NO_ROADS) ? Roads.NONE : Roads.BUILT_IN);
    }
    census.require(country(chosen));
    boolean ranked = !uses.isEmpty() || !chosen.feeds().isEmpty() || census.isGiven();
    ranked |= !grid.isEmpty() || !hazard.isEmpty() || inside == Inside.MODELLED;
    return ranked ? chosen.withFeeds(feeds(chosen)) : chosen;
  }

  /** As the command line says, else the scenario; a file of which neither speaks is its layer. */
  private List<Feed> feeds(Scenario chosen) {
    List<Feed> feeds = new ArrayList<>();
    for (String iso3 : chosen.countries()) {
      for (Feed.Layer layer : Feed.Layer.values()) {
        List<Feed> said = Feed.of(chosen.feeds(), iso3, layer);
        List<Feed> typed =
            uses.stream()
                .filter(each -> each.layer() == layer)
                .flatMap(each -> each.of(iso3).stream())
                .toList();
        List<Feed> all = !typed.isEmpty() ? typed : said.isEmpty() ? given(iso3, layer) : said;
        boolean asked = inside != null && layer == Feed.Layer.SETTLEMENTS;
        feeds.addAll(asked ? InsideOption.over(all, iso3, inside) : all);
      }
    }
    return feeds;
  }

  private List<Feed> given(String iso3, Feed.Layer layer) {
    List<Path> paths = paths(layer);
    boolean beside = layer == Feed.Layer.TOWERS || layer == Feed.Layer.NODES;
    boolean carried = beside && !paths.isEmpty() && !replace.contains(layer.name().toLowerCase());
    Feed.Use use = carried || paths.size() > 1 ? Feed.Use.ADD : Feed.Use.ALONE;
    List<Feed> feeds = new ArrayList<>();
    paths.forEach(each -> feeds.add(new Feed(iso3, layer, name(each), use)));
    if (carried) {
      feeds.add(new Feed(iso3, layer, Feed.BUILT_IN, Feed.Use.FILL));
    }
    return feeds;
  }

  private List<Path> paths(Feed.Layer layer) {
    return switch (layer) {
      case SETTLEMENTS -> settlements;
      case COVERAGE -> coverage;
      case NODES -> nodes;
      case FIBRE_LINES -> fibre;
      case TOWERS -> towers;
      case ROADS -> roadFile() == null ? List.of() : List.of(roadFile());
      case CENSUS -> census.files();
      case GRID -> grid;
      case HAZARD -> hazard;
      case ELEVATION -> List.of();
    };
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** Those that the settlements given stand in; none without a file. */
  private List<String> countriesOfSettlements() {
    LayerImport importer = new LayerImport(new BuiltInCountries());
    return settlements.stream()
        .map(each -> importer.read(InputFiles.readable(each), LayerKind.SETTLEMENTS, "", null))
        .flatMap(read -> read.records().stream())
        .map(each -> ((Settlement) each).country())
        .filter(each -> !each.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** Null unless roads are to be read from a file. */
  private Path roadFile() {
    boolean word = roads == null || roads.equals(NO_ROADS) || roads.equals(BUILT_IN_ROADS);
    return word ? null : Path.of(roads);
  }

  /** The scenario for one of several plans; {@link ScenarioOptions#sharing}. */
  public Scenario sharing(Scenario whole, int plans) {
    return options.sharing(whole, plans);
  }

  /**
   * Refuses what asks for a plan beside one that is there, which has its question already.
   *
   * @throws InputRefused {@code plan.asked-again} naming the option
   */
  public void refuseBesidePlan() {
    for (CommandLine.Model.OptionSpec each :
        command.commandLine().getParseResult().matchedOptions()) {
      boolean asks =
          each.userObject() instanceof Field field
              && field.getDeclaringClass().getPackage() == ProblemOptions.class.getPackage();
      String name = each.names()[0];
      if (asks && !OF_A_PLAN.contains(name)) {
        throw new InputRefused("plan.asked-again", "option", name);
      }
    }
  }

  /** The seed given, else another. */
  public long seedOr(long other) {
    return options.seedOr(other);
  }

  /** The threads given, else others. */
  public int threadsOr(int others) {
    return options.threadsOr(others);
  }

  /** The facts: the files given, else the built-in data of the countries. */
  public PlanningProblem problem(Scenario choices, CommonOptions common) {
    PlanningProblem problem = assembled(choices, common);
    List<FacilityLayer> layers = facilities(choices, common);
    if (!layers.isEmpty()) {
      problem = withFacilities(problem, layers, common);
    }
    if (elevation == null) {
      return problem;
    }
    SourceFile file = SourceFile.of(InputFiles.readable(elevation));
    ground = ElevationRaster.open(file.path());
    return problem.withTerrain(
        ground, new InputFile(LayerKind.ELEVATION.label(), file.name(), file.sha256(), ""));
  }

  /** Closes the elevation raster, once the plan is written. */
  public void close() {
    if (ground != null) {
      ground.close();
    }
  }

  private PlanningProblem assembled(Scenario choices, CommonOptions common) {
    Catalogue catalogue = CatalogueReader.builtIn();
    if (!choices.feeds().isEmpty()) {
      return fed(choices, catalogue, common);
    }
    boolean none = Stream.of(Feed.Layer.values()).allMatch(each -> paths(each).isEmpty());
    if (none) {
      return ProblemAssembly.builtIn(
          choices.countries(), catalogue, choices.standard(), choices.money());
    }
    List<InputFile> inputs = new ArrayList<>();
    List<Settlement> places = places(choices, common, inputs);
    List<NetworkNode> starts = read(nodes, LayerKind.NODES, choices, common, inputs);
    List<FibreLine> lines = read(fibre, LayerKind.FIBRE_LINES, choices, common, inputs);
    List<Tower> masts = read(towers, LayerKind.TOWERS, choices, common, inputs);
    List<CoverageArea> areas = areas(choices, common, inputs);
    ProblemLayers given =
        new ProblemLayers(
            choices.countries(),
            isModelled(choices, areas) ? modelled(places, common) : places,
            starts,
            lines,
            masts,
            areas,
            inputs,
            Terrain.UNKNOWN,
            replaced(),
            roads(choices, common, inputs));
    tellPart(given, choices, common);
    AssembledProblem assembled =
        ProblemAssembly.fromLayers(given, catalogue, choices.standard(), choices.money());
    if (!assembled.report().isComplete() || !assembled.report().counts().isEmpty()) {
      Reports.print(assembled.report(), common);
    }
    return assembled.problem();
  }

  /** Says it where files that are planned alone hold less than the country. */
  private void tellPart(ProblemLayers given, Scenario choices, CommonOptions common) {
    for (String iso3 : choices.countries()) {
      double known = Reference.builtIn().country(iso3).population();
      double people =
          given.settlements().stream()
              .filter(each -> each.country().equals(iso3) && each.population() > 0)
              .mapToDouble(Settlement::population)
              .sum();
      if (!settlements.isEmpty() && people < WHOLE * known) {
        common.remark(
            common
                .words()
                .text(
                    "cli.plan.part",
                    iso3,
                    people,
                    known,
                    people / known,
                    name(settlements.get(0))));
      }
      if (!coverage.isEmpty() && !MeasuredTiles.areAll(given.coverage())) {
        tellPart(iso3, given.coverage(), common);
      }
    }
  }

  /** Whoever is outside the areas counts as not covered, as nobody does where they are imported. */
  private void tellPart(String iso3, List<CoverageArea> areas, CommonOptions common) {
    CoverageReach reach = new CoverageReach(iso3);
    areas.forEach(reach::add);
    CoverageReach.published(iso3)
        .filter(published -> reach.ratio() < CoverageReach.LEAST * published.ratio())
        .ifPresent(
            published ->
                common.remark(
                    common
                        .words()
                        .text(
                            "cli.plan.part-coverage",
                            iso3,
                            reach.ratio(),
                            published.ratio(),
                            name(coverage.get(0)))));
  }

  /** Country by country what the choices name. */
  private PlanningProblem fed(Scenario choices, Catalogue catalogue, CommonOptions common) {
    Map<Path, FileSources.Read> known = new HashMap<>();
    FileSources files =
        new FileSources(
            (layer, name) ->
                paths(layer).stream()
                    .filter(each -> name(each).equals(name))
                    .findFirst()
                    .map(
                        each ->
                            known.computeIfAbsent(each, path -> read(path, layer, choices, common)))
                    .orElse(null));
    List<PlanningProblem> parts = new ArrayList<>();
    for (String iso3 : choices.countries()) {
      List<Feed> feeds = FedLayers.resolved(iso3, choices.feeds(), files);
      parts.add(
          feeds.isEmpty()
              ? ProblemAssembly.builtIn(
                  List.of(iso3), catalogue, choices.standard(), choices.money())
              : ProblemAssembly.fromLayers(
                      FedLayers.of(iso3, feeds, files),
                      catalogue,
                      choices.standard(),
                      choices.money())
                  .problem());
    }
    return parts.size() == 1 ? parts.get(0) : ProblemAssembly.together(parts);
  }

  private FileSources.Read read(
      Path file, Feed.Layer layer, Scenario choices, CommonOptions common) {
    if (layer == Feed.Layer.CENSUS) {
      CensusCounts counts = census.read(country(choices), common);
      return new FileSources.Read(counts.input(), counts.counts());
    }
    List<InputFile> inputs = new ArrayList<>();
    List<?> records = read(List.of(file), LayerKind.valueOf(layer.name()), choices, common, inputs);
    return new FileSources.Read(inputs.get(0), records);
  }

  /** The one country; empty for several. */
  private static String country(Scenario choices) {
    return choices.countries().size() == 1 ? choices.countries().get(0) : "";
  }

  private Set<LayerKind> replaced() {
    Set<LayerKind> kinds = EnumSet.noneOf(LayerKind.class);
    for (String layer : replace) {
      LayerKind kind = LayerKind.named(layer);
      if (kind != LayerKind.NODES) {
        throw new InputRefused(
            "layer.kindUnknown", "found", layer, "allowed", LayerKind.NODES.label());
      }
      kinds.add(kind);
    }
    return kinds;
  }

  /** The settlements given, else the built-in ones of the countries. */
  private List<Settlement> places(Scenario choices, CommonOptions common, List<InputFile> inputs) {
    if (!settlements.isEmpty()) {
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

  /** Whether no file says who of the places given has no service: tests tell where some is. */
  private boolean isModelled(Scenario choices, List<CoverageArea> areas) {
    return !settlements.isEmpty()
        && (coverage.isEmpty() || MeasuredTiles.areAll(areas))
        && choices.today().coverage() == Today.Coverage.MODELLED;
  }

  /**
   * As where such a file is imported: whoever brings places has not said that nobody has service.
   */
  private static List<Settlement> modelled(List<Settlement> given, CommonOptions common) {
    List<Settlement> told = FedLayers.modelled(given);
    long modelled = told.stream().filter(Settlement::baselineModelled).count();
    if (modelled > 0) {
      common.remark(common.words().text("cli.plan.today-modelled", modelled, told.size()));
    }
    return told;
  }

  private List<CoverageArea> areas(Scenario choices, CommonOptions common, List<InputFile> inputs) {
    List<CoverageArea> areas = new ArrayList<>();
    for (Path each : coverage) {
      List<LayerFeature> rows = read(List.of(each), LayerKind.COVERAGE, choices, common, inputs);
      areas.addAll(MeasuredTiles.ofMobile(name(each), rows));
    }
    return areas;
  }

  /** The facilities given, else the built-in ones of the countries where they are asked for. */
  private List<FacilityLayer> facilities(Scenario choices, CommonOptions common) {
    List<FacilityLayer> layers = new ArrayList<>();
    for (Path each : facilities) {
      List<InputFile> inputs = new ArrayList<>();
      List<LayerFeature> rows = read(List.of(each), LayerKind.FACILITIES, choices, common, inputs);
      String name = SourceFile.of(InputFiles.readable(each)).stem();
      layers.add(new FacilityLayer(inputs.get(0), name, rows));
    }
    InstitutionChoice.Source source = choices.institutions().source();
    if (layers.isEmpty() && source == InstitutionChoice.Source.BUILT_IN) {
      choices.countries().forEach(iso3 -> layers.addAll(FacilityLayer.builtIn(iso3)));
    }
    return source == InstitutionChoice.Source.NONE ? List.of() : layers;
  }

  private PlanningProblem withFacilities(
      PlanningProblem problem, List<FacilityLayer> layers, CommonOptions common) {
    InstitutionJoin joined = new InstitutionJoin(problem.settlements(), layers);
    if (!facilities.isEmpty()) {
      DataReport.Builder report = new DataReport.Builder(layers.get(0).input().name());
      joined.findings(layers.get(0).input().name()).forEach(report::add);
      Reports.printFindings(report.build(), common);
    }
    return joined.into(problem);
  }

  private List<List<LonLat>> roads(Scenario choices, CommonOptions common, List<InputFile> inputs) {
    List<LayerFeature> lines =
        read(paths(Feed.Layer.ROADS), LayerKind.ROADS, choices, common, inputs);
    return lines.stream().flatMap(each -> RoadLines.of(each.geometry()).stream()).toList();
  }

  @SuppressWarnings("unchecked")
  private <T> List<T> read(
      List<Path> files,
      LayerKind kind,
      Scenario choices,
      CommonOptions common,
      List<InputFile> inputs) {
    String iso3 = country(choices);
    List<T> records = new ArrayList<>();
    for (Path file : files) {
      Path path = InputFiles.readable(file);
      Imported<?> read =
          kind == LayerKind.SETTLEMENTS
              ? onePlace.read(path, iso3)
              : new LayerImport(new BuiltInCountries()).read(path, kind, iso3, null);
      inputs.add(read.input());
      Reports.print(read.report(), common);
      records.addAll((List<T>) read.records());
    }
    return records;
  }
}
