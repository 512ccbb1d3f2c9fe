package org.kiungo.web.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.AssembledProblem;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.problem.ProblemLayers;
import org.kiungo.geodata.road.RoadLines;
import org.kiungo.geodata.terrain.ElevationRaster;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.scenario.Roads;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.Reports;
import org.kiungo.web.dataset.BuiltInCountries;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What to plan, from which files, under which choices. Holds the elevation raster open. */
public class ProblemOptions {

  private static final String NO_ROADS = "none";
  private static final String BUILT_IN_ROADS = "built-in";

  @CommandLine.Mixin private ScenarioOptions options;

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

  @Option(names = "--replace", paramLabel = "LAYER", split = ",", descriptionKey = "kiungo.replace")
  private List<String> replace = List.of();

  @Option(names = "--roads", paramLabel = "ROADS", descriptionKey = "kiungo.roads")
  private String roads;

  @Option(names = "--elevation", paramLabel = "FILE", descriptionKey = "kiungo.elevation")
  private Path elevation;

  private ElevationRaster ground;

  /** The choices, as a scenario. */
  public Scenario scenario() throws IOException {
    Scenario chosen = options.scenario();
    if (roads == null) {
      return chosen;
    }
    return chosen.withRoads(roads.equals(NO_ROADS) ? Roads.NONE : Roads.BUILT_IN);
  }

  /** Null unless roads are to be read from a file. */
  private Path roadFile() {
    boolean word = roads == null || roads.equals(NO_ROADS) || roads.equals(BUILT_IN_ROADS);
    return word ? null : Path.of(roads);
  }

  /** The scenario with a time to search by default; {@link ScenarioOptions#limited}. */
  public Scenario limited(Scenario whole, int settlements) {
    return options.limited(whole, settlements);
  }

  /** The facts: the files given, else the built-in data of the countries. */
  public PlanningProblem problem(Scenario choices, CommonOptions common) {
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
  public void close() {
    if (ground != null) {
      ground.close();
    }
  }

  private PlanningProblem assembled(Scenario choices, CommonOptions common) {
    Catalogue catalogue = CatalogueReader.builtIn();
    boolean network = nodes != null || fibre != null || towers != null;
    boolean layers = network || coverage != null || roadFile() != null;
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
            inputs,
            Terrain.UNKNOWN,
            replaced(),
            roads(choices, common, inputs));
    AssembledProblem assembled =
        ProblemAssembly.fromLayers(given, catalogue, choices.standard(), choices.money());
    if (!assembled.report().isComplete() || !assembled.report().counts().isEmpty()) {
      Reports.print(assembled.report(), common);
    }
    return assembled.problem();
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

  private List<List<LonLat>> roads(Scenario choices, CommonOptions common, List<InputFile> inputs) {
    List<LayerFeature> lines = read(roadFile(), LayerKind.ROADS, choices, common, inputs);
    return lines.stream().flatMap(each -> RoadLines.of(each.geometry()).stream()).toList();
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
