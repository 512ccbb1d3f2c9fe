package org.kiungo.web.plan.file;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.export.LayerNotes;
import org.kiungo.geodata.export.LayerStyle;
import org.kiungo.planner.catalogue.MediumLooks;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.cost.ServiceAbroad;
import org.kiungo.planner.explain.BuiltWorks;
import org.kiungo.planner.explain.MoneyDrivers;
import org.kiungo.planner.explain.SiteSheet;
import org.kiungo.planner.explain.SiteSheets;
import org.kiungo.planner.finance.CostAllocation;
import org.kiungo.planner.finance.CrossSubsidy.Funded;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.border.Abroad;
import org.kiungo.planner.model.route.RoadRoutes;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.RadioHops;
import org.kiungo.planner.radio.Sight;
import org.kiungo.planner.scenario.ScenarioFacts;
import org.kiungo.web.export.PlaceTable;
import org.kiungo.web.language.PlaceNames;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.MoneyEvidence;
import org.kiungo.web.plan.PlanContent;
import org.kiungo.web.plan.document.PlanFacts;
import org.kiungo.web.plan.document.ProjectState;
import org.kiungo.web.plan.document.PublishedPlan;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A plan as layers of a file, coloured as on the page: settlements, links, sites, their masts and
 * nodes, and where a plan has them the parts of settlements that are served apart and what was
 * replaced; what the whole is, and what each column means.
 */
public final class PlanExport {

  /** The layer of a format that holds one, where nobody names another. */
  static final String FIRST = "settlements";

  /** All that a plan may have, in their order. */
  static final List<String> LAYERS =
      List.of(
          "summary",
          "bill",
          "drivers",
          "works",
          FIRST,
          "links",
          "sites",
          "masts",
          "nodes",
          "parts",
          "replaced",
          "codebook");

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Nearly black, so that whom nobody serves is told from whom today's networks serve. */
  private static final String UNSERVED = "#1B1F23";

  /** A light grey: nothing changes there. */
  private static final String SERVED_TODAY = "#AEB8BE";

  /** How much darker each further technology of a family is, of the one before. */
  private static final double DARKER = 0.62;

  private final PublishedPlan plan;
  private final PlanFolder folder;
  private final PlanTables columns;
  private final Words words;

  private PlanExport(PublishedPlan plan, Words words) {
    this.plan = plan;
    this.words = words;
    folder = plan.folder();
    columns = new PlanTables(folder);
  }

  /** All layers: the summary first, the code book last. */
  static List<ExportLayer> layers(PublishedPlan plan, Words words) {
    return new PlanExport(plan, words).layers();
  }

  /** Those that a map draws, lines first, so that places lie on them. */
  public static List<ExportLayer> drawn(PublishedPlan plan, Words words) {
    PlanExport export = new PlanExport(plan, words);
    return List.of(
        export.links().layer(LayerNotes.NONE), export.settlements().layer(LayerNotes.NONE));
  }

  /** Layers whose rows have a place each. */
  public static final List<String> PLACED = List.of(FIRST, "links", "sites", "masts", "nodes");

  /**
   * One layer, as a file of it has it.
   *
   * @param name one of {@link #PLACED}
   */
  public static ExportLayer placed(PublishedPlan plan, Words words, String name) {
    PlanExport export = new PlanExport(plan, words);
    PlanTable<?> table =
        switch (name) {
          case FIRST -> export.settlements();
          case "links" -> export.links();
          case "sites" -> export.sites(export.sheets());
          case "masts" -> export.masts(export.sheets());
          default -> export.nodes();
        };
    return table.layer(LayerNotes.NONE);
  }

  private List<SiteSheet> sheets() {
    return new SiteSheets(planned(), folder.plan()).list();
  }

  private List<ExportLayer> layers() {
    List<PlanTable<?>> tables = new ArrayList<>();
    PlanTable<PlanFacts.Fact> facts = summary();
    tables.add(facts);
    bill().ifRows(tables);
    drivers().ifRows(tables);
    works().ifRows(tables);
    tables.add(settlements());
    tables.add(links());
    List<SiteSheet> sheets = sheets();
    tables.add(sites(sheets));
    tables.add(masts(sheets));
    tables.add(nodes());
    parts().ifRows(tables);
    replaced().ifRows(tables);
    PlanTable<CodeBook.Entry> book = CodeBook.of(tables, words);
    tables.add(book);
    Map<String, String> told = PlanFacts.told(facts.rows());
    return tables.stream()
        .map(
            each ->
                each.layer(
                    new LayerNotes(
                        words.named(PlanFacts.title(plan, words), each.name()),
                        told,
                        CodeBook.meanings(book.rows(), each.name()))))
        .toList();
  }

  private PlanTable<PlanFacts.Fact> summary() {
    return new PlanTable<>(
        "summary", PlanTables.summary(words), PlanFacts.of(plan, words), null, null);
  }

  private PlanTable<PlanTables.BillRow> bill() {
    List<PlanTables.BillRow> rows =
        MoneyEvidence.bills(folder).stream()
            .flatMap(
                bill -> bill.lines().stream().map(line -> new PlanTables.BillRow(bill.of(), line)))
            .toList();
    return new PlanTable<>(
        "bill", PlanTables.bill(words, folder.scenario().hasPhases()), rows, null, null);
  }

  private PlanTable<MoneyDrivers.Driver> drivers() {
    List<MoneyDrivers.Driver> rows = MoneyDrivers.of(planned(), folder.plan()).drivers();
    return new PlanTable<>("drivers", PlanTables.drivers(words), rows, null, null);
  }

  private PlanTable<BuiltWorks.Work> works() {
    List<BuiltWorks.Work> rows = BuiltWorks.of(planned(), folder.plan());
    return new PlanTable<>("works", PlanTables.works(words), rows, null, null);
  }

  private PlanningProblem planned() {
    return ScenarioFacts.of(folder.problem(), folder.scenario());
  }

  private PlanTable<PlanTables.Place> settlements() {
    PlanFinance finance = folder.finance();
    Map<String, Funded> money = new HashMap<>();
    if (!finance.revenueUnknown()) {
      finance.settlements().forEach(each -> money.put(each.account().id(), each));
    }
    Map<String, Settlement> byId = byId(folder.problem());
    Map<String, Settlement> counted = byId(folder.counted());
    ServiceAbroad abroad = ServiceAbroad.of(folder.problem());
    Map<String, String> placeOfSite = new HashMap<>();
    folder.plan().sites().forEach(each -> placeOfSite.put(each.id(), each.placeId()));
    CostAllocation.Shares shares = CostAllocation.of(folder.plan());
    List<PlanTables.Place> rows = new ArrayList<>();
    for (SettlementService each : folder.plan().settlements()) {
      int k = rows.size();
      rows.add(
          new PlanTables.Place(
              byId.get(each.settlementId()),
              PlanContent.Place.shown(counted.get(each.settlementId()), each),
              abroad.find(each, placeOfSite).map(Abroad::siteCountry).orElse(""),
              money.get(each.settlementId()),
              shares.lifetimeCents()[k],
              shares.capexCents()[k]));
    }
    return new PlanTable<>(
        FIRST,
        columns.settlements(new PlaceNames(folder.problem().settlements(), words)),
        rows,
        each -> PlaceTable.point(each.at().location()),
        new LayerStyle("service", colours()));
  }

  private static Map<String, Settlement> byId(PlanningProblem problem) {
    return problem.settlements().stream()
        .collect(Collectors.toMap(Settlement::id, Function.identity()));
  }

  private PlanTable<PlanTables.Line> links() {
    RadioHops hops = new RadioHops(folder.problem());
    RoadRoutes roads = RoadRoutes.of(folder.problem().roads());
    Map<String, ProjectState> states = plan.states(words, each -> each.members().links());
    List<PlanTables.Line> rows =
        Stream.concat(
                folder.plan().links().stream().map(each -> line(each, false, hops, states)),
                folder.plan().secondPaths().links().stream()
                    .map(each -> line(each, true, hops, states)))
            .toList();
    return new PlanTable<>(
        "links",
        columns.links(),
        rows,
        each -> path(roads.path(each.link())),
        new LayerStyle("mediumId", mediumColours()));
  }

  private static PlanTables.Line line(
      BuiltLink link, boolean second, RadioHops hops, Map<String, ProjectState> states) {
    Sight sight = hops.sight(link).orElse(null);
    return new PlanTables.Line(
        link,
        second,
        MediumLooks.builtIn().shown(link.mediumId()).transmissionMedium(),
        sight,
        sight == null ? Double.NaN : hops.rainMmPerHour(link.fromId(), link.toId()),
        states.getOrDefault(link.id(), ProjectState.PROPOSED));
  }

  private PlanTable<PlanTables.Site> sites(List<SiteSheet> sheets) {
    Map<String, ProjectState> states = plan.states(words, each -> each.members().sites());
    List<PlanTables.Site> rows =
        sheets.stream()
            .map(
                each ->
                    new PlanTables.Site(
                        each,
                        states.getOrDefault(each.site().id(), ProjectState.PROPOSED),
                        words.unit(each.site().technologyId())))
            .toList();
    return new PlanTable<>(
        "sites",
        columns.sites(),
        rows,
        each -> PlaceTable.point(each.site().location()),
        new LayerStyle("technologyId", colours()));
  }

  private PlanTable<PlanTables.Mast> masts(List<SiteSheet> sheets) {
    List<PlanTables.Mast> rows =
        sheets.stream()
            .flatMap(each -> each.masts().stream().map(mast -> new PlanTables.Mast(each, mast)))
            .toList();
    return new PlanTable<>(
        "masts",
        columns.masts(),
        rows,
        each -> PlaceTable.point(each.mast().location()),
        new LayerStyle("technologyId", colours()));
  }

  private PlanTable<PlanTables.Node> nodes() {
    Map<String, NodeUpgrade> upgrades = new HashMap<>();
    folder.plan().upgrades().forEach(each -> upgrades.put(each.nodeId(), each));
    List<PlanTables.Node> rows =
        folder.problem().nodes().stream()
            .map(each -> new PlanTables.Node(each, upgrades.get(each.id())))
            .toList();
    return new PlanTable<>(
        "nodes",
        PlanTables.nodes(words),
        rows,
        each -> PlaceTable.point(each.node().location()),
        null);
  }

  private PlanTable<PlanTables.Part> parts() {
    Map<String, Settlement> counted = byId(folder.counted());
    List<PlanTables.Part> rows = new ArrayList<>();
    for (SettlementService each : folder.plan().settlements()) {
      PlanContent.Place.shown(counted.get(each.settlementId()), each)
          .parts()
          .forEach(part -> rows.add(new PlanTables.Part(each.settlementId(), part)));
    }
    return new PlanTable<>("parts", columns.parts(), rows, null, null);
  }

  private PlanTable<Programme.Replaced> replaced() {
    Programme programme = folder.plan().programme();
    List<Programme.Replaced> rows = programme == null ? List.of() : programme.replaced();
    return new PlanTable<>("replaced", columns.replaced(), rows, null, null);
  }

  /** The hues of the page's map: each technology in its family's, the next one of it darker. */
  private Map<String, String> colours() {
    TechnologyFamilies families = TechnologyFamilies.builtIn();
    Map<String, String> colours = new LinkedHashMap<>();
    Map<String, Color> last = new HashMap<>();
    for (AccessTechnology each : folder.problem().catalogue().technologies()) {
      Color shown = Color.decode(families.shown(each.family()).colour());
      Color own = last.merge(each.family(), shown, (before, same) -> darker(before));
      colours.put(each.id(), String.format(Locale.ROOT, "#%06X", own.getRGB() & 0xFFFFFF));
    }
    colours.put(Status.BASELINE.name(), SERVED_TODAY);
    colours.put(Status.UNSERVED.name(), UNSERVED);
    return colours;
  }

  private static Color darker(Color before) {
    return new Color(
        (int) (DARKER * before.getRed()),
        (int) (DARKER * before.getGreen()),
        (int) (DARKER * before.getBlue()));
  }

  private Map<String, String> mediumColours() {
    Map<String, String> colours = new LinkedHashMap<>();
    MediumLooks looks = MediumLooks.builtIn();
    folder
        .problem()
        .catalogue()
        .media()
        .forEach(each -> colours.put(each.id(), looks.shown(each.id()).colour()));
    return colours;
  }

  private static Geometry path(List<LonLat> places) {
    return GEOMETRIES.createLineString(
        places.stream()
            .map(each -> new Coordinate(each.lon(), each.lat()))
            .toArray(Coordinate[]::new));
  }
}
