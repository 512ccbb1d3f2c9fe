package org.kiungo.planner.folder.redaction;

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
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kiungo.planner.folder.FeatureFile;
import org.kiungo.planner.folder.FilesTogether;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.SecondPaths;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.resilience.TwoPaths;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.route.RoadRoutes;
import org.kiungo.planner.model.today.PossibleWorks;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Roads;
import org.kiungo.planner.scenario.Scenario;

/**
 * A copy of a plan's folder with positions blurred or left out, owners numbered and places without
 * names: the same files, decisions, figures and certificate, and {@code redaction.json}, which
 * names the difference. Who redacts the same plan in the same way gets the same bytes.
 *
 * <p>Left out is whatever a position follows from that no remaining rule needs: roads, heights,
 * rain, proofs of the bound (whose candidates are all places), distances to the grid but those that
 * a cost follows from. Lengths of links stay, as costs follow from them.
 */
public final class RedactedFolder {

  /** Column of a place's wealth, from which its revenue follows. */
  private static final String WEALTH = "wealthTier";

  private final PlanFolder full;
  private final Redaction.Wanted wanted;
  private final Pseudonyms names;
  private final Map<String, String> operators;
  private final Map<InputFile, InputFile> inputs = new HashMap<>();
  private final Function<LonLat, LonLat> place;
  private final Set<String> columnsKept;
  private final Set<String> onGrid;

  private RedactedFolder(PlanFolder full, Redaction.Wanted wanted) {
    this.full = full;
    this.wanted = wanted;
    PlanningProblem problem = full.problem();
    if (problem.settlements().stream().map(Settlement::country).distinct().count() > 1) {
      throw new InputRefused("redaction.countries", "countries", full.scenario().countries());
    }
    if (Double.isNaN(wanted.cellKm())) {
      place = at -> FeatureFile.LEFT_OUT;
    } else {
      place = new BlurGrid(wanted.cellKm())::centre;
    }
    names = new Pseudonyms(problem, full.plan());
    operators = names.operators(named(problem));
    int count = 0;
    for (InputFile each : problem.inputs()) {
      boolean hidden = isDiscreet() && !each.role().equals("reference");
      inputs.put(
          each, hidden ? new InputFile(each.role(), "input " + ++count, each.sha256(), "") : each);
    }
    columnsKept =
        Stream.of(
                full.scenario().fairness().stream().map(EquityWeight::layer),
                problem.institutions().kinds().stream().map(each -> each.kind().column()),
                Stream.of(WEALTH))
            .flatMap(each -> each)
            .collect(Collectors.toSet());
    onGrid =
        full.plan().sites().stream()
            .filter(each -> each.energy() == EnergySupply.GRID)
            .map(AccessSite::placeId)
            .collect(Collectors.toSet());
  }

  /** Sources and inputs may be called after owners or places. */
  private boolean isDiscreet() {
    return wanted.hideOperators() || wanted.hideNames();
  }

  private static Set<String> named(PlanningProblem problem) {
    Set<String> named = new TreeSet<>();
    problem.towers().forEach(each -> named.add(each.operator()));
    problem.fibreLines().forEach(each -> named.add(each.operator()));
    named.remove("");
    return named;
  }

  /**
   * Refuses a folder that is there and is no redacted copy: it would be lost.
   *
   * @throws InputRefused {@code redaction.out}
   */
  public static void requireFree(Path folder) {
    if (Files.exists(folder) && !Files.isRegularFile(folder.resolve(PlanFolder.REDACTION))) {
      throw new InputRefused("redaction.out", "folder", folder.toString());
    }
  }

  /**
   * Writes a redacted copy in place of one that is there.
   *
   * @param plan folder of the full plan
   * @throws InputRefused {@code redaction.countries} for a plan of several countries, {@code
   *     redaction.out} as {@link #requireFree}, {@code field.range} for cells that are too small or
   *     too large, and as {@link PlanFolder#read}
   */
  public static Redaction write(Path plan, Redaction.Wanted wanted, Path out) throws IOException {
    requireFree(out);
    RedactedFolder copy = new RedactedFolder(PlanFolder.read(plan), wanted);
    String hash = PlanFolder.certificateSha256(plan);
    PlanFolder redacted = copy.redacted();
    FilesTogether.anew(
        out,
        part -> {
          redacted.into(part);
          Set<String> left = files(plan);
          left.removeAll(files(part));
          left.remove(Manifest.NAME);
          Files.write(
              part.resolve(PlanFolder.REDACTION), copy.told(hash, List.copyOf(left)).json());
        });
    return Redaction.read(out);
  }

  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(each -> each.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private Redaction told(String fullCertificateSha256, List<String> leftOut) {
    PlanningProblem problem = full.problem();
    RoadRoutes routes = RoadRoutes.of(roads());
    List<BuiltLink> links = new ArrayList<>(full.plan().links());
    links.addAll(full.plan().secondPaths().links());
    Set<String> columns = new HashSet<>();
    problem.settlements().forEach(each -> columns.addAll(each.attributes().keySet()));
    columns.removeAll(columnsKept);
    int distances = count(problem.settlements(), s -> !Double.isNaN(s.distanceToGridKm()));
    int kept =
        count(
            problem.settlements(),
            s -> !Double.isNaN(s.distanceToGridKm()) && onGrid.contains(s.id()));
    int rain =
        count(problem.settlements(), s -> !Double.isNaN(s.rainMmPerHour()))
            + count(problem.nodes(), n -> !Double.isNaN(n.rainMmPerHour()))
            + count(problem.towers(), t -> !Double.isNaN(t.rainMmPerHour()));
    int named =
        count(problem.settlements(), s -> !s.name().isEmpty())
            + count(problem.nodes(), n -> !n.name().isEmpty());
    int sources =
        count(problem.nodes(), n -> !n.source().isEmpty())
            + count(problem.fibreLines(), f -> !f.source().isEmpty());
    return new Redaction(
        wanted.cellKm(),
        wanted.hideOperators(),
        wanted.hideNames(),
        fullCertificateSha256,
        new Redaction.Moved(
            problem.settlements().size(),
            problem.nodes().size(),
            problem.towers().size(),
            problem.fibreLines().size(),
            names.linkEnds),
        new Redaction.Hidden(
            wanted.hideOperators() ? operators.size() : 0,
            wanted.hideNames() ? named : 0,
            isDiscreet() ? sources : 0,
            count(problem.inputs(), each -> inputs.get(each) != each),
            columns.size(),
            rain,
            distances - kept,
            kept),
        leftOut,
        !roads().isNone(),
        links.stream()
            .filter(each -> routes.find(each.fromId(), each.toId()).isPresent())
            .map(each -> names.of(each.id()))
            .sorted()
            .toList());
  }

  private static <T> int count(List<T> all, java.util.function.Predicate<T> which) {
    return (int) all.stream().filter(which).count();
  }

  private RoadNetwork roads() {
    return full.scenario().roads() == Roads.NONE ? RoadNetwork.NONE : full.problem().roads();
  }

  private PlanFolder redacted() {
    PlanningProblem problem = problem();
    Scenario scenario = scenario();
    PlanFolder copy =
        new PlanFolder(problem, scenario, plan(), full.certificate(), BoundProof.NONE, List.of());
    // cents that shares of a cost leave over go by the order of places, which is another
    double publicUsd = copy.financeBrief().publicUsd();
    Plan plan = copy.plan();
    Plan.Totals totals = plan.totals().with().viabilityGapUsd(publicUsd).build();
    return new PlanFolder(
        problem, scenario, plan.withTotals(totals), full.certificate(), BoundProof.NONE, List.of());
  }

  private PlanningProblem problem() {
    PlanningProblem problem = full.problem();
    return problem
        .with()
        .settlements(sorted(problem.settlements(), this::settlement, Settlement::id))
        .nodes(sorted(problem.nodes(), this::node, NetworkNode::id))
        .fibreLines(sorted(problem.fibreLines(), this::line, FibreLine::id))
        .towers(sorted(problem.towers(), this::tower, Tower::id))
        .inputs(problem.inputs().stream().map(inputs::get).toList())
        .terrain(Terrain.UNKNOWN)
        .roads(RoadNetwork.NONE)
        .build();
  }

  private static <T> List<T> sorted(List<T> all, Function<T, T> redacted, Function<T, String> id) {
    return all.stream().map(redacted).sorted(Comparator.comparing(id)).toList();
  }

  private Settlement settlement(Settlement s) {
    Map<String, String> columns = new HashMap<>(s.attributes());
    columns.keySet().retainAll(columnsKept);
    return s.with()
        .id(names.of(s.id()))
        .name(wanted.hideNames() ? "" : s.name())
        .location(place.apply(s.location()))
        .distanceToGridKm(onGrid.contains(s.id()) ? s.distanceToGridKm() : Double.NaN)
        .rainMmPerHour(Double.NaN)
        .attributes(columns)
        .build();
  }

  private NetworkNode node(NetworkNode n) {
    return n.with()
        .id(names.of(n.id()))
        .name(wanted.hideNames() ? "" : n.name())
        .location(place.apply(n.location()))
        .source(isDiscreet() ? "" : n.source())
        .rainMmPerHour(Double.NaN)
        .build();
  }

  private Tower tower(Tower t) {
    return t.with()
        .id(names.of(t.id()))
        .location(place.apply(t.location()))
        .operator(operator(t.operator()))
        .rainMmPerHour(Double.NaN)
        .build();
  }

  private FibreLine line(FibreLine f) {
    List<LonLat> path = new ArrayList<>();
    for (LonLat each : f.path()) {
      LonLat at = place.apply(each);
      if (path.isEmpty() || !path.get(path.size() - 1).equals(at)) {
        path.add(at);
      }
    }
    if (path.size() == 1) {
      path.add(path.get(0));
    }
    return new FibreLine(
        names.line(f.id()),
        path,
        f.country(),
        operator(f.operator()),
        f.status(),
        isDiscreet() ? "" : f.source());
  }

  private String operator(String operator) {
    return wanted.hideOperators() ? operators.getOrDefault(operator, "") : operator;
  }

  private Scenario scenario() {
    Scenario scenario = full.scenario();
    TwoPaths two = scenario.twoPaths();
    return scenario
        .with()
        .name("")
        .locks(
            scenario.locks().stream()
                .map(
                    each ->
                        new Scenario.Lock(
                            names.of(each.settlementId()),
                            each.technologyId(),
                            each.forbid(),
                            each.placeId().isEmpty() ? "" : names.of(each.placeId())))
                .toList())
        .twoPaths(
            new TwoPaths(
                two.capitals(),
                two.abovePeople(),
                two.hubIds().stream().map(names::of).toList(),
                two.disjoint()))
        .feeds(scenario.feeds().stream().map(this::feed).toList())
        .build();
  }

  private Feed feed(Feed feed) {
    return inputs.entrySet().stream()
        .filter(each -> !each.getKey().equals(each.getValue()))
        .filter(
            each ->
                feed.source().equals(each.getKey().version())
                    || feed.source().equals(each.getKey().name()))
        .findFirst()
        .map(each -> new Feed(feed.country(), feed.layer(), each.getValue().name(), feed.use()))
        .orElse(feed);
  }

  private Plan plan() {
    Plan plan = full.plan();
    SecondPaths second = plan.secondPaths();
    PossibleWorks possible = plan.possible();
    return new Plan(
        sorted(plan.settlements(), this::service, SettlementService::settlementId),
        sorted(plan.sites(), this::site, AccessSite::id),
        sorted(plan.links(), this::link, BuiltLink::id),
        sorted(plan.upgrades(), this::upgrade, NodeUpgrade::nodeId),
        plan.totals(),
        plan.programme() == null ? null : programme(plan.programme()),
        second.isNone()
            ? second
            : new SecondPaths(
                sorted(second.ways(), names::way, SecondPaths.Way::placeId),
                sorted(second.links(), this::link, BuiltLink::id)),
        possible == null
            ? null
            : new PossibleWorks(
                possible.people(),
                possible.lifetimeCostUsd(),
                possible.without().stream().map(names::of).sorted().toList()));
  }

  private SettlementService service(SettlementService s) {
    return s.with()
        .settlementId(names.of(s.settlementId()))
        .siteId(names.of(s.siteId()))
        .parts(
            s.parts().stream()
                .map(part -> part.with().siteId(names.of(part.siteId())).build())
                .toList())
        .build();
  }

  private AccessSite site(AccessSite s) {
    return s.with()
        .id(names.of(s.id()))
        .placeId(names.of(s.placeId()))
        .location(place.apply(s.location()))
        .build();
  }

  private BuiltLink link(BuiltLink l) {
    return l.with()
        .id(names.of(l.id()))
        .fromId(names.of(l.fromId()))
        .toId(names.of(l.toId()))
        .from(place.apply(l.from()))
        .to(place.apply(l.to()))
        .build();
  }

  private NodeUpgrade upgrade(NodeUpgrade u) {
    return new NodeUpgrade(
        names.of(u.nodeId()),
        u.loadMbps(),
        u.furtherMbps(),
        u.opexUsdPerYear(),
        u.lifetimeCostUsd());
  }

  private Programme programme(Programme programme) {
    return new Programme(
        programme.phases(),
        programme.further().stream().map(this::further).toList(),
        sorted(programme.replaced(), this::replaced, Programme.Replaced::settlementId));
  }

  private Programme.Further further(Programme.Further f) {
    return new Programme.Further(
        names.of(f.assetId()),
        f.buildYear(),
        f.further(),
        f.capexUsd(),
        f.opexUsdPerYear(),
        f.lifetimeCostUsd());
  }

  private Programme.Replaced replaced(Programme.Replaced r) {
    return new Programme.Replaced(
        names.of(r.settlementId()),
        r.technologyId(),
        r.status(),
        r.buildYear(),
        r.replacedYear(),
        r.peopleServed(),
        r.demandMbps(),
        r.roundTripMs(),
        r.capexUsd(),
        r.opexUsdPerYear(),
        r.lifetimeCostUsd());
  }
}
