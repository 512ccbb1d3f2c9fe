package org.kiungo.web.plan.file;

import static org.kiungo.web.plan.file.PlanColumn.named;
import static org.kiungo.web.plan.file.PlanColumn.number;
import static org.kiungo.web.plan.file.PlanColumn.text;
import static org.kiungo.web.plan.file.PlanColumn.truth;
import static org.kiungo.web.plan.file.PlanColumn.usd;
import static org.kiungo.web.plan.file.PlanColumn.whole;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.kiungo.geodata.format.Field;
import org.kiungo.planner.explain.BuiltWorks;
import org.kiungo.planner.explain.MoneyDrivers;
import org.kiungo.planner.explain.SiteSheet;
import org.kiungo.planner.explain.SiteSheet.Cost;
import org.kiungo.planner.finance.CrossSubsidy.Funded;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Plan.UnservedReason;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.radio.Sight;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.web.language.PlaceNames;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Bill;
import org.kiungo.web.plan.BillWords;
import org.kiungo.web.plan.WorkWords;
import org.kiungo.web.plan.document.PlanFacts;
import org.kiungo.web.plan.document.ProjectState;
import org.kiungo.web.plan.file.PlanColumn.Origin;

/** The columns of a plan's layers; their names are the record components. */
final class PlanTables {

  /** How columns of a site's cost begin. */
  private static final Map<SiteSheet.Kind, String> PARTS =
      Map.of(
          SiteSheet.Kind.EQUIPMENT, "equipment",
          SiteSheet.Kind.TOWER, "tower",
          SiteSheet.Kind.ENERGY, "energy",
          SiteSheet.Kind.MAST_LINKS, "mastLinks",
          SiteSheet.Kind.LINK, "link");

  /** Up to here every whole number is one of floating point too. */
  private static final BigDecimal MOST_WHOLE = BigDecimal.valueOf(1L << 53);

  private final PlanFolder folder;
  private final List<String> technologies;

  PlanTables(PlanFolder folder) {
    this.folder = folder;
    technologies =
        folder.problem().catalogue().technologies().stream().map(AccessTechnology::id).toList();
  }

  /**
   * A settlement with all that is told of it.
   *
   * @param service under the plan, told as maps show it
   * @param siteCountry of the site that serves it from abroad; empty where none does
   * @param funded its account; null where revenue is not known or the plan does nothing
   * @param lifetimeCents of everything it uses, its share of what it shares
   * @param capexCents first purchases likewise
   */
  record Place(
      Settlement at,
      SettlementService service,
      String siteCountry,
      Funded funded,
      long lifetimeCents,
      long capexCents) {}

  /**
   * A link with all that is told of it.
   *
   * @param second whether only second ways of hubs need it
   * @param sight null where its medium needs none
   * @param rainMmPerHour NaN where its medium does not mind, or nobody knows
   */
  record Line(
      BuiltLink link,
      boolean second,
      String transmissionMedium,
      Sight sight,
      double rainMmPerHour,
      ProjectState state) {}

  /**
   * A line of a bill.
   *
   * @param country whose it is; empty for the whole plan
   */
  record BillRow(String country, Bill.Line line) {}

  /**
   * A site and how far its project has come.
   *
   * @param unit what one of its units is, in words; empty where nothing says
   */
  record Site(SiteSheet sheet, ProjectState state, String unit) {

    AccessSite site() {
      return sheet.site();
    }
  }

  /** One of a site's masts. */
  record Mast(SiteSheet of, SiteSheet.Mast mast) {}

  /** An existing node; null where the plan does not widen it. */
  record Node(NetworkNode node, NodeUpgrade upgrade) {}

  /** A part of a settlement's people. */
  record Part(String settlementId, PartService service) {}

  static List<PlanColumn<PlanFacts.Fact>> summary(Words words) {
    return List.of(
        text("key", Origin.COMPUTED, PlanFacts.Fact::key),
        text("label", Origin.COMPUTED, r -> words.text("export.fact." + r.key())),
        new PlanColumn<>(
            "value", Field.Type.REAL, Origin.COMPUTED, List.of(), r -> ofDigits(r.value())),
        text("unit", Origin.COMPUTED, r -> CodeBook.unit(r.key(), words)),
        text("text", Origin.COMPUTED, PlanFacts.Fact::text));
  }

  static List<PlanColumn<BillRow>> bill(Words words, boolean hasPhases) {
    return List.of(
        text("country", Origin.COMPUTED, BillRow::country),
        text("line", Origin.COMPUTED, r -> r.line().part().word()),
        text("label", Origin.COMPUTED, r -> BillWords.line(r.line().part(), hasPhases, words)),
        usd("amountUsd", r -> r.line().cents()),
        truth("isTotal", Origin.COMPUTED, r -> r.line().part().isTotal()),
        named("evidence", Origin.COMPUTED, Bill.Evidence.class, r -> r.line().evidence()));
  }

  static List<PlanColumn<MoneyDrivers.Driver>> drivers(Words words) {
    return List.of(
        text("driver", Origin.COMPUTED, r -> r.kind().word()),
        text("label", Origin.COMPUTED, r -> BillWords.driver(r, words)),
        number("publicLowUsd", Origin.COMPUTED, MoneyDrivers.Driver::lowUsd),
        number("publicHighUsd", Origin.COMPUTED, MoneyDrivers.Driver::highUsd),
        truth("rangeAssumed", Origin.COMPUTED, MoneyDrivers.Driver::assumed));
  }

  static List<PlanColumn<BuiltWorks.Work>> works(Words words) {
    return List.of(
        text("country", Origin.GIVEN, BuiltWorks.Work::country),
        text("district", Origin.GIVEN, BuiltWorks.Work::district),
        whole("buildYear", Origin.CHOSEN, BuiltWorks.Work::year),
        text("item", Origin.COMPUTED, r -> r.item().word()),
        text("label", Origin.COMPUTED, r -> WorkWords.label(r, words)),
        text("ofId", Origin.CHOSEN, BuiltWorks.Work::of),
        number("quantity", Origin.COMPUTED, BuiltWorks.Work::quantity),
        text("unit", Origin.COMPUTED, r -> WorkWords.unit(r.item(), words)),
        number("unitCostUsd", Origin.COMPUTED, BuiltWorks.Work::unitUsd),
        usd("amountUsd", r -> r.cost().lifetimeCents()),
        usd("capexUsd", r -> r.cost().capexCents()),
        usd("opexUsdPerYear", r -> r.cost().opexCentsPerYear()));
  }

  /**
   * Sums as people write them: what floating point adds behind twelve digits is no figure, and a
   * year is 2027, not 2027.0.
   */
  private static Object ofDigits(Double sum) {
    if (sum == null || !Double.isFinite(sum)) {
      return null;
    }
    BigDecimal told = new BigDecimal(sum).round(new MathContext(12));
    boolean whole = told.stripTrailingZeros().scale() <= 0 && told.abs().compareTo(MOST_WHOLE) < 0;
    return whole ? (Object) told.longValue() : (Object) told.doubleValue();
  }

  List<PlanColumn<Place>> settlements(PlaceNames names) {
    List<PlanColumn<Place>> columns = new ArrayList<>();
    columns.add(text("settlementId", Origin.GIVEN, r -> r.at().id()));
    columns.add(text("name", Origin.GIVEN, r -> r.at().name()));
    columns.add(text("shownName", Origin.COMPUTED, r -> names.of(r.at()).name()));
    columns.add(truth("nameDerived", Origin.COMPUTED, r -> names.of(r.at()).derived()));
    columns.add(text("country", Origin.GIVEN, r -> r.at().country()));
    columns.add(text("district", Origin.GIVEN, r -> r.at().district()));
    columns.add(number("population", Origin.GIVEN, r -> r.at().population()));
    columns.add(number("areaKm2", Origin.GIVEN, r -> r.at().areaKm2()));
    columns.add(number("inhabitedKm2", Origin.GIVEN, r -> r.at().inhabitedKm2()));
    columns.add(truth("modelled", Origin.GIVEN, r -> r.at().modelled()));
    columns.add(number("baselineCoverageRatio", Origin.GIVEN, r -> r.at().baselineCoverageRatio()));
    columns.add(number("baselineLowRatio", Origin.GIVEN, r -> r.at().baselineLowRatio()));
    columns.add(number("baselineHighRatio", Origin.GIVEN, r -> r.at().baselineHighRatio()));
    columns.add(truth("baselineModelled", Origin.GIVEN, r -> r.at().baselineModelled()));
    columns.add(number("distanceToGridKm", Origin.GIVEN, r -> r.at().distanceToGridKm()));
    columns.add(number("rainMmPerHour", Origin.GIVEN, r -> r.at().rainMmPerHour()));
    columns.add(number("siteCostRatio", Origin.GIVEN, r -> r.at().siteCostRatio()));
    columns.add(truth("siteClosed", Origin.GIVEN, r -> r.at().siteClosed()));
    columns.add(number("institutionMbps", Origin.GIVEN, r -> r.at().institutionMbps()));
    columns.add(named("status", Origin.CHOSEN, Status.class, r -> r.service().status()));
    columns.add(text("service", Origin.CHOSEN, PlanTables::service));
    columns.add(technology("technologyId", r -> r.service().technologyId()));
    columns.add(text("siteId", Origin.CHOSEN, r -> r.service().siteId()));
    columns.add(text("servedFromCountry", Origin.CHOSEN, Place::siteCountry));
    columns.add(number("peopleServed", Origin.COMPUTED, r -> r.service().peopleServed()));
    columns.add(number("demandMbps", Origin.COMPUTED, r -> r.service().demandMbps()));
    columns.add(number("roundTripMs", Origin.COMPUTED, r -> r.service().roundTripMs()));
    built(columns, r -> r.service().buildYear());
    costs(
        columns,
        r -> r.service().capexUsd(),
        r -> r.service().opexUsdPerYear(),
        r -> r.service().lifetimeCostUsd());
    columns.add(usd("allocatedCapexUsd", Place::capexCents));
    columns.add(usd("allocatedLifetimeCostUsd", Place::lifetimeCents));
    columns.add(
        usd("revenueUsd", r -> r.funded() == null ? null : r.funded().account().revenueCents()));
    columns.add(
        usd(
            "gapBeforeCrossSubsidyUsd",
            r -> r.funded() == null ? null : r.funded().account().gapCents()));
    columns.add(usd("publicUsd", r -> r.funded() == null ? null : r.funded().publicCents()));
    columns.add(named("reason", Origin.COMPUTED, UnservedReason.class, r -> r.service().reason()));
    columns.add(text("technologyShares", Origin.CHOSEN, r -> shares(r.service())));
    attributes(columns);
    return columns;
  }

  /** What a place has once the plan stands: a technology of the plan, or a status. */
  private static String service(Place row) {
    return row.service().technologyId().isEmpty()
        ? row.service().status().name()
        : row.service().technologyId();
  }

  /** Columns of the inputs that mean nothing to a plan, where their names are free. */
  private void attributes(List<PlanColumn<Place>> columns) {
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    columns.forEach(each -> taken.add(each.name()));
    Set<String> further = new TreeSet<>();
    folder.problem().settlements().forEach(each -> further.addAll(each.attributes().keySet()));
    for (String name : further) {
      if (taken.add(name)) {
        columns.add(text(name, Origin.GIVEN, r -> r.at().attributes().get(name)));
      }
    }
  }

  /** Shares of the people by technology, as 0.5 fwa, 0.5 leo; empty where all have the same. */
  private static String shares(SettlementService service) {
    return service.parts().stream()
        .map(part -> part.shareRatio() + " " + technology(part))
        .collect(Collectors.joining(", "));
  }

  private static String technology(PartService part) {
    return part.technologyId().isEmpty() ? part.status().name() : part.technologyId();
  }

  private List<String> media() {
    return folder.problem().catalogue().media().stream().map(Medium::id).toList();
  }

  List<PlanColumn<Line>> links() {
    List<PlanColumn<Line>> columns = new ArrayList<>();
    columns.add(text("linkId", Origin.CHOSEN, r -> r.link().id()));
    columns.add(text("fromId", Origin.CHOSEN, r -> r.link().fromId()));
    columns.add(text("toId", Origin.CHOSEN, r -> r.link().toId()));
    columns.add(
        PlanColumn.<Line>text("mediumId", Origin.CHOSEN, r -> r.link().mediumId()).of(media()));
    columns.add(
        PlanColumn.<Line>text("transmissionMedium", Origin.GIVEN, Line::transmissionMedium)
            .of(List.of("fibre", "microwave", "copper", "coaxial", "")));
    columns.add(state(Line::state));
    columns.add(truth("secondWay", Origin.CHOSEN, Line::second));
    columns.add(whole("systems", Origin.COMPUTED, r -> r.link().systems()));
    columns.add(number("distanceKm", Origin.COMPUTED, r -> r.link().distanceKm()));
    columns.add(named("lineOfSight", Origin.COMPUTED, Sight.class, Line::sight));
    columns.add(number("rainMmPerHour", Origin.GIVEN, Line::rainMmPerHour));
    columns.add(number("loadMbps", Origin.COMPUTED, r -> r.link().loadMbps()));
    built(columns, r -> r.link().buildYear());
    costs(
        columns,
        r -> r.link().capexUsd(),
        r -> r.link().opexUsdPerYear(),
        r -> r.link().lifetimeCostUsd());
    return columns;
  }

  List<PlanColumn<Site>> sites() {
    List<PlanColumn<Site>> columns = new ArrayList<>();
    columns.add(text("siteId", Origin.CHOSEN, r -> r.site().id()));
    columns.add(technology("technologyId", r -> r.site().technologyId()));
    columns.add(text("placeId", Origin.CHOSEN, r -> r.site().placeId()));
    columns.add(state(Site::state));
    columns.add(whole("units", Origin.COMPUTED, r -> r.site().units()));
    columns.add(whole("masts", Origin.COMPUTED, r -> r.site().masts()));
    columns.add(whole("hopsBetweenMasts", Origin.COMPUTED, r -> r.site().hopsBetweenMasts()));
    columns.add(named("energy", Origin.CHOSEN, EnergySupply.class, r -> r.site().energy()));
    columns.add(number("loadMbps", Origin.COMPUTED, r -> r.site().loadMbps()));
    built(columns, r -> r.site().buildYear());
    costs(
        columns,
        r -> r.site().capexUsd(),
        r -> r.site().opexUsdPerYear(),
        r -> r.site().lifetimeCostUsd());
    columns.add(truth("standing", Origin.GIVEN, r -> r.sheet().standing()));
    columns.add(
        whole(
            "mastsStanding",
            Origin.COMPUTED,
            r -> (int) r.sheet().masts().stream().filter(SiteSheet.Mast::standing).count()));
    columns.add(truth("assumed", Origin.GIVEN, r -> r.sheet().assumed()));
    columns.add(
        truth(
            "positionModelled",
            Origin.COMPUTED,
            r -> !r.sheet().standing() || r.sheet().assumed()));
    columns.add(number("heightM", Origin.GIVEN, r -> r.sheet().heightM()));
    columns.add(truth("heightAssumed", Origin.GIVEN, r -> r.sheet().heightAssumed()));
    columns.add(number("bandMhz", Origin.GIVEN, r -> r.sheet().bandMhz()));
    columns.add(number("bandLowMhz", Origin.GIVEN, r -> r.sheet().bandLowMhz()));
    columns.add(number("bandHighMhz", Origin.GIVEN, r -> r.sheet().bandHighMhz()));
    columns.add(number("licensedMhz", Origin.GIVEN, r -> r.sheet().licensedMhz()));
    columns.add(text("unit", Origin.GIVEN, Site::unit));
    columns.add(number("capacityMbps", Origin.COMPUTED, r -> r.sheet().capacityMbps()));
    columns.add(number("loadRatio", Origin.COMPUTED, r -> r.sheet().loadRatio()));
    columns.add(number("groundKm2", Origin.COMPUTED, r -> r.sheet().groundKm2()));
    columns.add(number("mastsWithinKm", Origin.COMPUTED, r -> r.sheet().mastsWithinKm()));
    columns.add(number("powerW", Origin.COMPUTED, r -> r.sheet().powerW()));
    columns.add(number("panelsKwp", Origin.COMPUTED, r -> r.sheet().panelsKwp()));
    columns.add(number("batteryKwh", Origin.COMPUTED, r -> r.sheet().batteryKwh()));
    columns.add(number("gridLineKm", Origin.GIVEN, r -> r.sheet().gridLineKm()));
    wayOut(columns);
    for (SiteSheet.Kind each : SiteSheet.Kind.values()) {
      String part = PARTS.get(each);
      columns.add(number(part + "CapexUsd", Origin.COMPUTED, r -> cost(r, each, Cost::capexUsd)));
      columns.add(
          number(
              part + "OpexUsdPerYear", Origin.COMPUTED, r -> cost(r, each, Cost::opexUsdPerYear)));
      columns.add(
          number(
              part + "LifetimeCostUsd",
              Origin.COMPUTED,
              r -> cost(r, each, Cost::lifetimeCostUsd)));
    }
    columns.add(usd("totalCapexUsd", r -> r.sheet().total().capexCents()));
    columns.add(usd("totalOpexUsdPerYear", r -> r.sheet().total().opexCentsPerYear()));
    columns.add(usd("totalLifetimeCostUsd", r -> r.sheet().total().lifetimeCents()));
    return columns;
  }

  /** The link from a site's place towards the network. */
  private void wayOut(List<PlanColumn<Site>> columns) {
    columns.add(text("linkId", Origin.CHOSEN, r -> link(r, BuiltLink::id)));
    columns.add(text("linkToId", Origin.CHOSEN, r -> link(r, BuiltLink::toId)));
    columns.add(text("linkToName", Origin.GIVEN, r -> r.sheet().linkToName()));
    columns.add(
        PlanColumn.<Site>text("linkMediumId", Origin.CHOSEN, r -> link(r, BuiltLink::mediumId))
            .of(media()));
    columns.add(number("linkBandLowMhz", Origin.GIVEN, r -> r.sheet().linkBandLowMhz()));
    columns.add(number("linkBandHighMhz", Origin.GIVEN, r -> r.sheet().linkBandHighMhz()));
    columns.add(number("linkDistanceKm", Origin.COMPUTED, r -> link(r, BuiltLink::distanceKm)));
    columns.add(whole("linkSystems", Origin.COMPUTED, r -> link(r, BuiltLink::systems)));
    columns.add(number("linkLoadMbps", Origin.COMPUTED, r -> link(r, BuiltLink::loadMbps)));
    columns.add(
        number("linkShareRatio", Origin.COMPUTED, r -> link(r, l -> r.sheet().linkShareRatio())));
  }

  private static <T> T link(Site row, Function<BuiltLink, T> value) {
    return row.sheet().link() == null ? null : value.apply(row.sheet().link());
  }

  private static Double cost(Site row, SiteSheet.Kind kind, Function<Cost, Double> value) {
    return row.sheet().find(kind).map(value).orElse(null);
  }

  List<PlanColumn<Mast>> masts() {
    List<PlanColumn<Mast>> columns = new ArrayList<>();
    columns.add(text("mastId", Origin.CHOSEN, r -> r.mast().id()));
    columns.add(text("siteId", Origin.CHOSEN, r -> r.of().site().id()));
    columns.add(technology("technologyId", r -> r.of().site().technologyId()));
    columns.add(truth("first", Origin.COMPUTED, r -> r.mast() == r.of().masts().get(0)));
    columns.add(truth("standing", Origin.GIVEN, r -> r.mast().standing()));
    columns.add(truth("assumed", Origin.GIVEN, r -> r.mast().assumed()));
    columns.add(
        truth(
            "positionModelled", Origin.COMPUTED, r -> !r.mast().standing() || r.mast().assumed()));
    columns.add(number("heightM", Origin.GIVEN, r -> r.of().heightM()));
    columns.add(truth("heightAssumed", Origin.GIVEN, r -> r.of().heightAssumed()));
    columns.add(whole("units", Origin.COMPUTED, r -> r.mast().units()));
    columns.add(text("linkTo", Origin.COMPUTED, r -> r.mast().linkTo()));
    columns.add(number("hopKm", Origin.COMPUTED, r -> r.mast().hopKm()));
    return columns;
  }

  static List<PlanColumn<Node>> nodes(Words words) {
    return List.of(
        text("nodeId", Origin.GIVEN, r -> r.node().id()),
        text("name", Origin.GIVEN, r -> r.node().name()),
        text("country", Origin.GIVEN, r -> r.node().country()),
        named("kind", Origin.GIVEN, NetworkNode.Kind.class, r -> r.node().kind()),
        truth("assumed", Origin.GIVEN, r -> r.node().assumed()),
        text("source", Origin.GIVEN, r -> words.source(r.node().source())),
        number("rainMmPerHour", Origin.GIVEN, r -> r.node().rainMmPerHour()),
        number("capacityMbps", Origin.GIVEN, r -> r.node().capacityMbps()),
        number("loadMbps", Origin.COMPUTED, r -> widened(r, NodeUpgrade::loadMbps)),
        number("furtherMbps", Origin.COMPUTED, r -> widened(r, NodeUpgrade::furtherMbps)),
        number("opexUsdPerYear", Origin.COMPUTED, r -> widened(r, NodeUpgrade::opexUsdPerYear)),
        number("lifetimeCostUsd", Origin.COMPUTED, r -> widened(r, NodeUpgrade::lifetimeCostUsd)));
  }

  private static Double widened(Node row, ToDoubleFunction<NodeUpgrade> value) {
    return row.upgrade() == null ? null : (Double) value.applyAsDouble(row.upgrade());
  }

  List<PlanColumn<Part>> parts() {
    List<PlanColumn<Part>> columns = new ArrayList<>();
    columns.add(text("settlementId", Origin.GIVEN, Part::settlementId));
    columns.add(number("shareRatio", Origin.GIVEN, r -> r.service().shareRatio()));
    columns.add(named("status", Origin.CHOSEN, Status.class, r -> r.service().status()));
    columns.add(technology("technologyId", r -> r.service().technologyId()));
    columns.add(text("siteId", Origin.CHOSEN, r -> r.service().siteId()));
    columns.add(number("peopleServed", Origin.COMPUTED, r -> r.service().peopleServed()));
    columns.add(number("demandMbps", Origin.COMPUTED, r -> r.service().demandMbps()));
    columns.add(number("roundTripMs", Origin.COMPUTED, r -> r.service().roundTripMs()));
    costs(
        columns,
        r -> r.service().capexUsd(),
        r -> r.service().opexUsdPerYear(),
        r -> r.service().lifetimeCostUsd());
    columns.add(named("reason", Origin.COMPUTED, UnservedReason.class, r -> r.service().reason()));
    return columns;
  }

  List<PlanColumn<Programme.Replaced>> replaced() {
    List<PlanColumn<Programme.Replaced>> columns = new ArrayList<>();
    columns.add(text("settlementId", Origin.GIVEN, Programme.Replaced::settlementId));
    columns.add(technology("technologyId", Programme.Replaced::technologyId));
    columns.add(named("status", Origin.CHOSEN, Status.class, Programme.Replaced::status));
    columns.add(whole("replacedYear", Origin.CHOSEN, Programme.Replaced::replacedYear));
    columns.add(number("peopleServed", Origin.COMPUTED, Programme.Replaced::peopleServed));
    columns.add(number("demandMbps", Origin.COMPUTED, Programme.Replaced::demandMbps));
    columns.add(number("roundTripMs", Origin.COMPUTED, Programme.Replaced::roundTripMs));
    built(columns, Programme.Replaced::buildYear);
    costs(
        columns,
        Programme.Replaced::capexUsd,
        Programme.Replaced::opexUsdPerYear,
        Programme.Replaced::lifetimeCostUsd);
    return columns;
  }

  private <T> PlanColumn<T> technology(String name, Function<T, String> value) {
    return PlanColumn.text(name, Origin.CHOSEN, value).of(technologies);
  }

  private static <T> PlanColumn<T> state(Function<T, ProjectState> value) {
    return PlanColumn.<T>text("status", Origin.SAID, r -> value.apply(r).fibre())
        .of(Arrays.stream(ProjectState.values()).map(ProjectState::fibre).toList());
  }

  /** The year of a build, and the phase that holds it where there are phases. */
  private <T> void built(List<PlanColumn<T>> columns, ToIntFunction<T> buildYear) {
    List<Phase> phases = folder.scenario().phases();
    columns.add(whole("buildYear", Origin.CHOSEN, buildYear::applyAsInt));
    if (!phases.isEmpty()) {
      columns.add(
          whole("phase", Origin.CHOSEN, row -> Phase.of(phases, buildYear.applyAsInt(row))));
    }
  }

  private static <T> void costs(
      List<PlanColumn<T>> columns,
      ToDoubleFunction<T> capexUsd,
      ToDoubleFunction<T> opexUsdPerYear,
      ToDoubleFunction<T> lifetimeCostUsd) {
    columns.add(number("capexUsd", Origin.COMPUTED, capexUsd::applyAsDouble));
    columns.add(number("opexUsdPerYear", Origin.COMPUTED, opexUsdPerYear::applyAsDouble));
    columns.add(number("lifetimeCostUsd", Origin.COMPUTED, lifetimeCostUsd::applyAsDouble));
  }
}
