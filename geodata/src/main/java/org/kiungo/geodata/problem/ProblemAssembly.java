package org.kiungo.geodata.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.PublishedTerm;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.people.InsideModel;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlaceRules;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.PlaceIds;

/** Makes planning questions. */
public final class ProblemAssembly {

  private static final String INSIDE = "modelled inside of built-in places";
  private static final int VERSION_LENGTH = 12;

  private ProblemAssembly() {}

  /**
   * The question about whole countries, from the data inside the jar alone.
   *
   * @param countries ISO 3166-1 alpha-3, at least one
   * @throws InputRefused {@code country.unknown} for a code that is none of the 54; {@code
   *     problem.noCountry} without any
   */
  public static PlanningProblem builtIn(
      List<String> countries, Catalogue catalogue, ServiceStandard standard, Money money) {
    if (countries.isEmpty()) {
      throw new InputRefused("problem.noCountry");
    }
    Reference reference = Reference.builtIn();
    List<Settlement> settlements = new ArrayList<>();
    for (String iso3 : new TreeSet<>(countries)) {
      settlements.addAll(BuiltInSettlements.of(reference, iso3));
    }
    RainAtPlaces rain = new RainAtPlaces(reference.rain());
    List<Settlement> places = rain.settlements(settlements);
    List<NetworkNode> nodes = rain.nodes(builtInNodes(reference, countries));
    List<FibreLine> lines = builtInFibre(reference, countries);
    CoveredPlaces covered = covered(reference, places, nodes, lines);
    List<NetworkNode> all = joined(nodes, covered.nodes());
    PlanningProblem problem =
        new PlanningProblem(
            places,
            all,
            lines,
            covered.masts(),
            withBorders(catalogue, places),
            standard,
            money,
            List.of(referenceInput(reference)),
            economics(reference, countries),
            PlaceRules.NONE);
    return problem.withRoads(RoadsOfPlaces.of(builtInRoads(reference, countries), places, all));
  }

  /** What is published about the market terms of countries; those not among the 54 know none. */
  private static List<CountryEconomics> economics(
      Reference reference, Collection<String> countries) {
    return new TreeSet<>(countries)
        .stream()
            .filter(known(reference)::contains)
            .map(iso3 -> PublishedTerm.economics(reference, iso3))
            .toList();
  }

  /** Where there are several countries, links may cross from one into another. */
  private static Catalogue withBorders(Catalogue catalogue, List<Settlement> settlements) {
    boolean several = settlements.stream().map(Settlement::country).distinct().count() > 1;
    return several ? CatalogueReader.withBorders(catalogue) : catalogue;
  }

  private static Set<String> known(Reference reference) {
    return reference.countries().stream().map(CountryFacts::iso3).collect(Collectors.toSet());
  }

  /** Network nodes of a country in the built-in data, sorted by id. */
  public static List<NetworkNode> builtInNodes(String iso3) {
    return BuiltInNodes.of(Reference.builtIn(), iso3);
  }

  /** Nodes that plans assume beside those, where people are covered today, sorted by id. */
  public static List<NetworkNode> assumedNodes(String iso3) {
    Reference reference = Reference.builtIn();
    return covered(
            reference,
            builtInSettlements(iso3),
            builtInNodes(iso3),
            builtInFibre(reference, List.of(iso3)))
        .nodes();
  }

  private static CoveredPlaces covered(
      Reference reference,
      List<Settlement> places,
      List<NetworkNode> nodes,
      List<FibreLine> lines) {
    return new CoveredPlaces(
        places,
        nodes,
        lines,
        place ->
            place.attributes().containsKey(Settlement.PART_OF)
                ? reference.people().mastsInside(place.country()).contains(place.id())
                : reference.people().masts(place.country()).contains(place.id()));
  }

  /** Named places and modelled cells of a country in the built-in data, sorted by id. */
  public static List<Settlement> builtInSettlements(String iso3) {
    return BuiltInSettlements.of(Reference.builtIn(), iso3);
  }

  /** The same people in the modelled parts of these places, sorted by id. */
  public static List<Settlement> builtInParts(String iso3) {
    return BuiltInSettlements.inside(Reference.builtIn(), iso3);
  }

  /**
   * The question that layers ask.
   *
   * @throws InputRefused {@code problem.noSettlements} when none is left to plan, {@code
   *     problem.noNodes} when there is nowhere to start a network from
   */
  public static AssembledProblem fromLayers(
      ProblemLayers layers, Catalogue catalogue, ServiceStandard standard, Money money) {
    DataReport.Builder report = new DataReport.Builder(settlementsFile(layers));
    List<Settlement> settlements =
        new PlaceDistricts(Reference.builtIn()).of(covered(layers, report));
    if (settlements.isEmpty()) {
      throw new InputRefused("problem.noSettlements", "file", settlementsFile(layers));
    }
    List<NetworkNode> nodes = unique(layers.nodes(), NetworkNode::id);
    List<FibreLine> lines = unique(layers.fibreLines(), FibreLine::id);
    List<Tower> towers = unique(layers.towers(), Tower::id);
    List<NetworkNode> builtIn = builtInNodes(layers, settlements, nodes, report);
    nodes = joined(nodes, builtIn);
    boolean linesKept = !layers.replaced().contains(LayerKind.FIBRE_LINES);
    if (lines.isEmpty() && !builtIn.isEmpty() && linesKept) {
      lines =
          builtInFibre(
              Reference.builtIn(), builtIn.stream().map(NetworkNode::country).distinct().toList());
    }
    if (nodes.isEmpty() && lines.stream().noneMatch(FibreLine::operational)) {
      throw new InputRefused("problem.noNodes", "file", settlementsFile(layers));
    }
    RainAtPlaces rain = new RainAtPlaces(Reference.builtIn().rain());
    settlements = rain.settlements(settlements);
    if (!layers.replaced().contains(LayerKind.NODES)) {
      CoveredPlaces covered = covered(Reference.builtIn(), settlements, nodes, lines);
      nodes = joined(nodes, covered.nodes());
      if (!layers.replaced().contains(LayerKind.TOWERS)) {
        towers =
            unique(Stream.concat(towers.stream(), covered.masts().stream()).toList(), Tower::id);
      }
    }
    nodes = rain.nodes(nodes);
    towers = rain.towers(towers);
    tell(rain, layers, report);
    OwnNames names = new OwnNames(settlements);
    nodes = names.nodes(nodes);
    towers = names.towers(towers);
    names
        .told()
        .forEach(
            (code, each) ->
                each.forEach(
                    told ->
                        report.add(
                            finding(Severity.INFO, code, layers)
                                .withValue(told.get(0), told.get(1)))));
    List<InputFile> inputs = new ArrayList<>(layers.inputs());
    List<List<LonLat>> drawn = roads(layers, settlements);
    boolean roadsUsed = layers.roads().isEmpty() && !drawn.isEmpty();
    boolean used = !builtIn.isEmpty() || rain.modelled() > 0 || roadsUsed;
    if (used && inputs.stream().noneMatch(each -> each.role().equals("reference"))) {
      inputs.add(builtInInput());
    }
    PlanningProblem problem =
        new PlanningProblem(
            settlements,
            nodes,
            lines,
            towers,
            withBorders(catalogue, settlements),
            standard,
            money,
            inputs,
            economics(
                Reference.builtIn(),
                settlements.stream().map(Settlement::country).distinct().toList()),
            PlaceRules.NONE);
    RoadNetwork roads = RoadsOfPlaces.of(drawn, settlements, nodes);
    return new AssembledProblem(
        problem.withTerrain(layers.terrain()).withRoads(roads), report.build());
  }

  /** Roads as they are drawn: those given, else the built-in ones of the settlements' countries. */
  private static List<List<LonLat>> roads(ProblemLayers layers, List<Settlement> settlements) {
    Reference reference = Reference.builtIn();
    Set<String> known = known(reference);
    List<String> countries =
        settlements.stream().map(Settlement::country).distinct().filter(known::contains).toList();
    return layers.roads().isEmpty() && !layers.replaced().contains(LayerKind.ROADS)
        ? builtInRoads(reference, countries)
        : layers.roads();
  }

  /** The places of layers with who is covered today: what rows state, what coverage areas say. */
  public static List<Settlement> settlements(ProblemLayers layers) {
    return covered(layers, new DataReport.Builder(settlementsFile(layers)));
  }

  private static List<Settlement> covered(ProblemLayers layers, DataReport.Builder report) {
    List<CoverageArea> usable = usable(layers, report);
    CoverageBaseline areas = new CoverageBaseline(usable);
    List<Settlement> settlements = accepted(layers, report);
    long stated = areas.statedBeside(settlements);
    if (stated > 0) {
      report.add(
          finding(Severity.INFO, "coverage.stated", layers)
              .withColumn("coverageRatio")
              .withValue(Long.toString(stated), Integer.toString(settlements.size())));
    }
    return new MeasuredTiles(usable).over(areas.over(settlements));
  }

  /**
   * Several questions as one. An identity that stands in two of them gets its country behind it.
   *
   * @param parts of different countries, at least one
   */
  public static PlanningProblem together(List<PlanningProblem> parts) {
    PlanningProblem first = parts.get(0);
    List<Settlement> settlements =
        apart(parts, PlanningProblem::settlements, Settlement::id, CountryIds::of);
    List<NetworkNode> nodes = apart(parts, PlanningProblem::nodes, NetworkNode::id, CountryIds::of);
    List<FibreLine> lines =
        apart(parts, PlanningProblem::fibreLines, FibreLine::id, CountryIds::of);
    List<Tower> towers = apart(parts, PlanningProblem::towers, Tower::id, CountryIds::of);
    List<InputFile> inputs =
        parts.stream().flatMap(part -> part.inputs().stream()).distinct().toList();
    OwnNames names = new OwnNames(settlements);
    PlanningProblem whole =
        new PlanningProblem(
            settlements,
            names.nodes(nodes),
            lines,
            names.towers(towers),
            withBorders(first.catalogue(), settlements),
            first.standard(),
            first.money(),
            inputs);
    return whole
        .withTerrain(Terrain.firstKnown(parts.stream().map(PlanningProblem::terrain).toList()))
        .withRoads(
            new RoadNetwork(
                parts.stream().flatMap(part -> part.roads().stretches().stream()).toList()));
  }

  private static <T> List<T> apart(
      List<PlanningProblem> parts,
      Function<PlanningProblem, List<T>> records,
      Function<T, String> id,
      UnaryOperator<T> renamed) {
    Map<String, T> byId = new TreeMap<>();
    for (PlanningProblem part : parts) {
      for (T each : records.apply(part)) {
        if (byId.putIfAbsent(id.apply(each), each) != null) {
          T other = renamed.apply(each);
          byId.put(id.apply(other), other);
        }
      }
    }
    return List.copyOf(byId.values());
  }

  /** Areas that can be measured; the others are told, since nothing is mended unasked. */
  private static List<CoverageArea> usable(ProblemLayers layers, DataReport.Builder report) {
    List<CoverageArea> usable = new ArrayList<>();
    for (CoverageArea area : layers.coverage()) {
      if (area.area().isValid()) {
        usable.add(area);
      } else {
        report.add(finding(Severity.WARNING, "coverage.invalid", layers).withValue(area.id(), ""));
      }
    }
    return usable;
  }

  private static List<Settlement> accepted(ProblemLayers layers, DataReport.Builder report) {
    Map<String, Settlement> byId = new TreeMap<>();
    long unknown = 0;
    for (Settlement settlement : layers.settlements()) {
      boolean wanted =
          layers.countries().isEmpty() || layers.countries().contains(settlement.country());
      boolean named = !PlaceIds.isPosition(settlement.id());
      boolean used = wanted && named && byId.putIfAbsent(settlement.id(), settlement) == null;
      if (wanted && !named) {
        report.add(
            finding(Severity.ERROR, "settlement.idPosition", layers)
                .withColumn("id")
                .withValue(settlement.id(), ""));
      } else if (!wanted) {
        String countries = String.join(", ", layers.countries());
        report.add(
            finding(Severity.ERROR, "settlement.otherCountry", layers)
                .withColumn("country")
                .withValue(settlement.id(), countries));
      } else if (!used) {
        report.add(
            finding(Severity.ERROR, "settlement.idTwice", layers)
                .withColumn("id")
                .withValue(settlement.id(), ""));
      }
      report.row(used);
      report.quantity(settlement.population(), used);
      unknown += used && Double.isNaN(settlement.population()) ? 1 : 0;
    }
    if (unknown > 0) {
      report.add(
          finding(Severity.INFO, "settlement.populationUnknown", layers)
              .withColumn("population")
              .withValue(Long.toString(unknown), ""));
    }
    return List.copyOf(byId.values());
  }

  private static void tell(RainAtPlaces rain, ProblemLayers layers, DataReport.Builder report) {
    if (rain.modelled() > 0) {
      report.add(
          finding(Severity.INFO, "rain.modelled", layers)
              .withColumn("rainMmPerHour")
              .withValue(Integer.toString(rain.modelled()), ""));
    }
    if (rain.unknown() > 0) {
      report.add(
          finding(Severity.INFO, "rain.unknown", layers)
              .withColumn("rainMmPerHour")
              .withValue(Integer.toString(rain.unknown()), ""));
    }
  }

  /** Those of the countries that stand apart from the given ones, unless they are replaced. */
  private static List<NetworkNode> builtInNodes(
      ProblemLayers layers,
      List<Settlement> settlements,
      List<NetworkNode> given,
      DataReport.Builder report) {
    if (layers.replaced().contains(LayerKind.NODES)) {
      return List.of();
    }
    Reference reference = Reference.builtIn();
    List<String> countries =
        (layers.countries().isEmpty()
                ? settlements.stream().map(Settlement::country)
                : layers.countries().stream())
            .distinct()
            .filter(known(reference)::contains)
            .toList();
    List<NetworkNode> nodes =
        builtInNodes(reference, countries).stream()
            .filter(node -> given.stream().noneMatch(each -> BuiltInNodes.isSame(each, node)))
            .toList();
    if (!nodes.isEmpty()) {
      report.add(
          finding(Severity.INFO, "nodes.builtIn", layers)
              .withValue(Integer.toString(nodes.size()), String.join(", ", countries)));
    }
    return nodes;
  }

  private static List<NetworkNode> builtInNodes(Reference reference, List<String> countries) {
    List<NetworkNode> nodes = new ArrayList<>();
    for (String iso3 : new TreeSet<>(countries)) {
      nodes.addAll(BuiltInNodes.of(reference, iso3));
    }
    return nodes;
  }

  private static List<FibreLine> builtInFibre(Reference reference, Collection<String> countries) {
    List<FibreLine> lines = new ArrayList<>();
    countries.forEach(iso3 -> lines.addAll(reference.fibreLines(iso3)));
    return unique(lines, FibreLine::id);
  }

  private static List<List<LonLat>> builtInRoads(
      Reference reference, Collection<String> countries) {
    return new TreeSet<>(countries)
        .stream().flatMap(iso3 -> reference.roads(iso3).stream()).toList();
  }

  private static List<NetworkNode> joined(List<NetworkNode> nodes, List<NetworkNode> more) {
    return unique(Stream.concat(nodes.stream(), more.stream()).toList(), NetworkNode::id);
  }

  /** Sorted by id; the first of several with one id stays. */
  private static <T> List<T> unique(List<T> records, Function<T, String> id) {
    Map<String, T> byId = new TreeMap<>();
    records.stream()
        .sorted(Comparator.comparing(id))
        .forEach(r -> byId.putIfAbsent(id.apply(r), r));
    return List.copyOf(byId.values());
  }

  /** The built-in data as an input of a question. */
  public static InputFile builtInInput() {
    return referenceInput(Reference.builtIn());
  }

  /** The model of what is inside built-in places, as plans name it. */
  public static InputFile insideInput() {
    String hash = InsideModel.sha256();
    return new InputFile("reference", INSIDE, hash, InsideModel.VERSION);
  }

  private static InputFile referenceInput(Reference reference) {
    String hash = reference.version();
    return new InputFile(
        "reference", "built-in reference data", hash, hash.substring(0, VERSION_LENGTH));
  }

  private static String settlementsFile(ProblemLayers layers) {
    return layers.inputs().stream()
        .filter(i -> i.role().equals("settlements"))
        .map(InputFile::name)
        .findFirst()
        .orElse("settlements");
  }

  private static Finding finding(Severity severity, String code, ProblemLayers layers) {
    return new Finding(severity, code, settlementsFile(layers), "", 0, "", "", "", "", "");
  }
}
