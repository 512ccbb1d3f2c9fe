package org.kiungo.geodata.feed;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.problem.HazardArea;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.problem.ProblemLayers;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.settle.CensusScaling;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Feed.Layer;

/** The layers of one country as its choice says, or as {@link DefaultFeeds} where it is silent. */
public final class FedLayers {

  /** Nodes nearer than this are one, as among those that Kiungo carries. */
  private static final double SAME_NODE_KM = 10;

  /** Masts nearer than this are one. */
  private static final double SAME_MAST_KM = 0.1;

  private final String iso3;
  private final List<Feed> feeds;
  private final FeedSources sources;
  private final Reference reference;
  private List<Settlement> carried;
  private final Set<InputFile> inputs = new java.util.LinkedHashSet<>();

  private FedLayers(String iso3, List<Feed> feeds, FeedSources sources) {
    this.iso3 = iso3;
    this.feeds = feeds;
    this.sources = sources;
    this.reference = Reference.builtIn();
  }

  /**
   * What feeds every layer of a country.
   *
   * @param chosen of any country; those of this one are kept
   * @return by layer and rank; empty where all of it is what Kiungo carries
   */
  public static List<Feed> resolved(String iso3, List<Feed> chosen, FeedSources sources) {
    List<Feed> told = explicit(iso3, chosen, sources);
    boolean plain =
        Stream.of(Layer.values())
            .allMatch(layer -> isCarriedAlone(layer, Feed.of(told, iso3, layer)));
    return plain ? List.of() : told;
  }

  private static boolean isCarriedAlone(Layer layer, List<Feed> feeds) {
    return feeds.stream().allMatch(each -> each.source().equals(layer.carried()));
  }

  /** The same with every layer told, what Kiungo carries too. */
  public static List<Feed> explicit(String iso3, List<Feed> chosen, FeedSources sources) {
    DefaultFeeds defaults = new DefaultFeeds(Reference.builtIn(), iso3, sources.candidates(iso3));
    List<Feed> all = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      List<Feed> own = Feed.of(chosen, iso3, layer);
      all.addAll(own.isEmpty() ? defaults.of(layer) : own);
    }
    return List.copyOf(all);
  }

  /**
   * The layers that feeds give.
   *
   * @param feeds as {@link #resolved} gave them, not empty
   */
  public static ProblemLayers of(String iso3, List<Feed> feeds, FeedSources sources) {
    return new FedLayers(iso3, feeds, sources).gather();
  }

  /**
   * Places with who is covered today: as their rows state it, else by the masts that Kiungo carries
   * of their countries, as where {@code coverage} is fed by what it carries alone.
   *
   * @param places in any order, which stays; those of other countries stay as they are
   */
  public static List<Settlement> modelled(List<Settlement> places) {
    Map<String, CoverageMerge> byCountry = new HashMap<>();
    for (CountryFacts each : Reference.builtIn().countries()) {
      if (places.stream().anyMatch(place -> place.country().equals(each.iso3()))) {
        byCountry.put(
            each.iso3(),
            new CoverageMerge(
                List.of(new Ranked<>(Feed.BUILT_IN, Feed.Use.ALONE, List.of())),
                ProblemAssembly.builtInSettlements(each.iso3())));
      }
    }
    return places.stream()
        .map(
            each ->
                byCountry.containsKey(each.country())
                    ? byCountry.get(each.country()).over(List.of(each)).get(0)
                    : each)
        .toList();
  }

  /** What feeds give together, layer by layer. */
  public static FeedTotals totals(String iso3, List<Feed> feeds, FeedSources sources) {
    FedLayers fed = new FedLayers(iso3, feeds, sources);
    MergedPlaces places = fed.places();
    List<Settlement> today = fed.covered(places);
    List<FibreLine> lines = fed.lines();
    List<Settlement> unknown =
        today.stream().filter(each -> Double.isNaN(each.baselineCoverageRatio())).toList();
    double covered =
        today.stream()
            .filter(each -> each.population() > 0 && each.baselineCoverageRatio() > 0)
            .mapToDouble(each -> each.population() * each.baselineCoverageRatio())
            .sum();
    return new FeedTotals(
        places.settlements().size(),
        PlannedPeople.of(iso3, places.settlements(), feeds),
        fed.counts().stream().mapToDouble(CensusScaling.Count::people).sum(),
        covered,
        unknown.size(),
        unknown.stream().mapToDouble(Settlement::population).filter(each -> each > 0).sum(),
        fed.nodes().size(),
        lengthKm(lines, FibreLine.Status.OPERATIONAL),
        lengthKm(lines, FibreLine.Status.PLANNED),
        lengthKm(lines, FibreLine.Status.UNKNOWN),
        fed.towers().size(),
        fed.roads().stream().mapToDouble(LayerFacts::lengthKm).sum(),
        fed.grid().stream()
            .flatMap(each -> each.records().stream())
            .mapToDouble(LayerFacts::lengthKm)
            .sum(),
        HazardGround.over(today, fed.hazards()).stream().filter(HazardGround::holds).count(),
        places.parts(),
        CoverageColumn.of(today));
  }

  private static double lengthKm(List<FibreLine> lines, FibreLine.Status status) {
    return lines.stream()
        .filter(each -> each.status() == status)
        .mapToDouble(each -> LayerFacts.lengthKm(each.path()))
        .sum();
  }

  private ProblemLayers gather() {
    List<Settlement> settlements =
        HazardGround.over(GridDistances.over(covered(places()), grid()), hazards());
    List<NetworkNode> carried = ProblemAssembly.builtInNodes(iso3);
    List<NetworkNode> nodes = nodes();
    List<FibreLine> lines = lines();
    List<Tower> towers = towers();
    List<List<LonLat>> roads = roads();
    Terrain terrain = terrain();
    return new ProblemLayers(
        List.of(iso3),
        settlements,
        // those that Kiungo carries come with the question, where they are not replaced
        nodes.stream().filter(each -> !carried.contains(each)).toList(),
        lines,
        towers,
        List.of(),
        List.copyOf(inputs),
        terrain,
        replaced(),
        roads);
  }

  private List<Settlement> covered(MergedPlaces places) {
    boolean carried = feedsFromJar(Layer.COVERAGE);
    List<Settlement> covered =
        new CoverageMerge(
                ranked(Layer.COVERAGE, this::measurable, List::of), carried ? carried() : List.of())
            .over(places.settlements());
    return CoverageColumn.marked(places, covered);
  }

  private List<Settlement> carried() {
    if (carried == null) {
      carried = carriedPlaces(iso3, feeds);
    }
    return carried;
  }

  /** Places that Kiungo carries, in parts where these feed the plan. */
  static List<Settlement> carriedPlaces(String iso3, List<Feed> feeds) {
    boolean inside =
        Feed.of(feeds, iso3, Layer.SETTLEMENTS).stream()
            .anyMatch(each -> each.source().equals(Feed.INSIDE));
    return inside ? ProblemAssembly.builtInParts(iso3) : ProblemAssembly.builtInSettlements(iso3);
  }

  private List<NetworkNode> nodes() {
    return RankedMerge.of(
        ranked(Layer.NODES, sources::nodes, () -> ProblemAssembly.builtInNodes(iso3)),
        () -> new PointGround<>(NetworkNode::location, SAME_NODE_KM));
  }

  private List<FibreLine> lines() {
    return RankedMerge.of(
        ranked(Layer.FIBRE_LINES, sources::fibreLines, () -> reference.fibreLines(iso3)),
        FibreGround::new);
  }

  private List<Tower> towers() {
    return RankedMerge.of(
        ranked(Layer.TOWERS, sources::towers, List::of),
        () -> new PointGround<>(Tower::location, SAME_MAST_KM));
  }

  private List<List<LonLat>> roads() {
    return RankedMerge.of(
        ranked(Layer.ROADS, sources::roads, () -> reference.roads(iso3)),
        () -> new LineGround<>(Function.identity()));
  }

  /** Power lines, source by source: of each it is told how far it reaches. */
  private List<Ranked<List<LonLat>>> grid() {
    return RankedMerge.kept(
        ranked(Layer.GRID, sources::grid, List::of), () -> new LineGround<>(Function.identity()));
  }

  /** Areas of all sources, whatever their ranks: a hazard that one source knows is there. */
  private List<HazardArea> hazards() {
    return ranked(Layer.HAZARD, sources::hazards, List::of).stream()
        .flatMap(each -> each.records().stream())
        .filter(each -> each.area().isValid())
        .toList();
  }

  /** Areas that can be measured; their import has told the others. */
  private List<CoverageArea> measurable(Feed feed) {
    return sources.coverage(feed).stream().filter(each -> each.area().isValid()).toList();
  }

  private MergedPlaces places() {
    MergedPlaces merged =
        PlaceMerge.of(ranked(Layer.SETTLEMENTS, sources::settlements, this::carried));
    List<CensusScaling.Count> counts = counts();
    return counts.isEmpty()
        ? merged
        : new MergedPlaces(
            CensusScaling.scale(merged.settlements(), counts).settlements(), merged.parts());
  }

  /** Of a census that is chosen; empty for none. */
  private List<CensusScaling.Count> counts() {
    return ranked(Layer.CENSUS, sources::census, List::of).stream()
        .flatMap(each -> each.records().stream())
        .toList();
  }

  private <T> List<Ranked<T>> ranked(
      Layer layer, Function<Feed, List<T>> read, Supplier<List<T>> carried) {
    List<Ranked<T>> ranked = new ArrayList<>();
    for (Feed each : Feed.of(feeds, iso3, layer)) {
      if (each.comesBuiltIn()) {
        inputs.add(ProblemAssembly.builtInInput());
        if (each.source().equals(Feed.INSIDE)) {
          inputs.add(ProblemAssembly.insideInput());
        }
        ranked.add(new Ranked<>(each.source(), each.use(), carried.get()));
      } else if (!each.source().equals(Feed.NOTHING)) {
        inputs.add(sources.input(each));
        ranked.add(new Ranked<>(each.source(), each.use(), read.apply(each)));
      }
    }
    return ranked;
  }

  private Terrain terrain() {
    for (Feed each : Feed.of(feeds, iso3, Layer.ELEVATION)) {
      if (!each.source().equals(Feed.NOTHING)) {
        inputs.add(sources.input(each));
        return sources.terrain(each);
      }
    }
    return Terrain.UNKNOWN;
  }

  /** Layers of which nothing that Kiungo carries is used. */
  private Set<LayerKind> replaced() {
    Set<LayerKind> replaced = EnumSet.noneOf(LayerKind.class);
    for (Layer layer : List.of(Layer.NODES, Layer.FIBRE_LINES, Layer.TOWERS, Layer.ROADS)) {
      if (!feedsFromJar(layer)) {
        replaced.add(LayerKind.valueOf(layer.name()));
      }
    }
    return replaced;
  }

  private boolean feedsFromJar(Layer layer) {
    return Feed.of(feeds, iso3, layer).stream()
        .anyMatch(each -> each.source().equals(Feed.BUILT_IN));
  }
}
