package org.kiungo.web.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.geodata.feed.CoverageColumn;
import org.kiungo.geodata.feed.PlannedPeople;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.ServedAbroad;
import org.kiungo.planner.demand.BusyHour;
import org.kiungo.planner.demand.UseByYear;
import org.kiungo.planner.explain.SitePower;
import org.kiungo.planner.finance.CostAllocation;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.lot.WorkStates;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Subscriber;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.ScenarioFacts;
import org.kiungo.web.language.NamedPlaces;

/** A plan as pages draw and list it: settlements in the one order of points, index and hover. */
public final class PlanContent {

  private final PlanFolder folder;
  private final List<Place> places;
  private final Map<String, String> families;
  private final Extent extent;
  private volatile NamedPlaces named;
  private volatile PlanDetail detail;
  private volatile Map<String, Double> allocatedUsd;
  private volatile MoneyEvidence money;

  /**
   * A settlement and its service.
   *
   * @param settlement as given
   * @param service under the plan
   * @param x longitude within the extent, 0–65535
   * @param y latitude within the extent, 0–65535
   */
  public record Place(Settlement settlement, SettlementService service, int x, int y) {

    /** What maps and tables say of it. */
    Status shown() {
      return shown(settlement, service.status());
    }

    /**
     * What is said of a place, or of a part of its people: where most have service today, those
     * whom the plan leaves out do not make it a place without.
     *
     * @param settlement as its coverage counts
     * @param status under the plan
     */
    public static Status shown(Settlement settlement, Status status) {
      return status == Status.UNSERVED && settlement.isServedToday() ? Status.BASELINE : status;
    }

    /**
     * A place's service as it is told: its status and those of its parts as maps show them, and no
     * reason where what is shown is service of today.
     *
     * @param settlement as its coverage counts
     * @param service under the plan
     */
    public static SettlementService shown(Settlement settlement, SettlementService service) {
      Status status = shown(settlement, service.status());
      return service
          .with()
          .status(status)
          .reason(status == Status.BASELINE ? null : service.reason())
          .parts(service.parts().stream().map(each -> shown(settlement, each)).toList())
          .build();
    }

    private static PartService shown(Settlement settlement, PartService part) {
      Status status = shown(settlement, part.status());
      return part.withStatus(status).withReason(status == Status.BASELINE ? null : part.reason());
    }
  }

  /** What is read off one folder. */
  public PlanContent(PlanFolder folder) {
    this.folder = folder;
    this.families = families(folder.problem().catalogue());
    this.extent = Extent.of(folder.problem().settlements());
    Map<String, SettlementService> services =
        folder.plan().settlements().stream()
            .collect(Collectors.toMap(SettlementService::settlementId, Function.identity()));
    this.places = inOrder(folder.counted().settlements(), extent, services);
  }

  /** Family of each technology as maps and legends show it. */
  public static Map<String, String> families(Catalogue catalogue) {
    return catalogue.technologies().stream()
        .collect(
            Collectors.toMap(
                AccessTechnology::id,
                each -> TechnologyFamilies.builtIn().shown(each.family()).id()));
  }

  /** Settlements in the one order, with their service where there is one. */
  static List<Place> inOrder(
      List<Settlement> settlements, Extent extent, Map<String, SettlementService> services) {
    List<Place> sorted = new ArrayList<>();
    for (Settlement settlement : settlements) {
      sorted.add(
          new Place(
              settlement,
              services.get(settlement.id()),
              extent.x(settlement.location().lon()),
              extent.y(settlement.location().lat())));
    }
    sorted.sort(
        Comparator.comparingLong((Place each) -> Extent.morton(each.x(), each.y()))
            .thenComparing(each -> each.settlement().id()));
    return List.copyOf(sorted);
  }

  /** Facts, choices and decisions. */
  public PlanFolder folder() {
    return folder;
  }

  /** Along a Morton curve, so that neighbours stand together and columns compress well. */
  public List<Place> places() {
    return places;
  }

  /** The named place nearest to another; null when the plan has none. */
  public NamedPlaces.Near nearest(LonLat place) {
    if (named == null) {
      named =
          new NamedPlaces(
              places.stream().map(Place::settlement).toList(),
              (extent.south() + extent.north()) / 2);
    }
    return named.nearest(place);
  }

  Extent extent() {
    return extent;
  }

  /** As {@link #families(Catalogue)}, for the catalogue of the plan. */
  Map<String, String> families() {
    return families;
  }

  /** Lifetime cost of all that serves a settlement, its share of what it shares included. */
  public double allocatedUsd(String settlementId) {
    Map<String, Double> known = allocatedUsd;
    if (known == null) {
      known = new HashMap<>();
      long[] cents = CostAllocation.of(folder.plan()).lifetimeCents();
      for (int k = 0; k < cents.length; k++) {
        known.put(folder.plan().settlements().get(k).settlementId(), AssetCost.usd(cents[k]));
      }
      allocatedUsd = known;
    }
    return known.getOrDefault(settlementId, 0.0);
  }

  /** The plan with its sums; they are worked out once, however often a page asks. */
  PlanDetail detail(PlanSummary summary) {
    PlanDetail known = detail;
    if (known == null
        || !known.letter().equals(summary.letter())
        || !known.name().equals(summary.name())
        || !known.verification().equals(summary.verification())) {
      known = breakDown(summary);
      detail = known;
    }
    return known;
  }

  /** What its money rests on; worked out once, as well. */
  public MoneyEvidence money() {
    MoneyEvidence known = money;
    if (known == null) {
      known = MoneyEvidence.of(folder);
      money = known;
    }
    return known;
  }

  private PlanDetail breakDown(PlanSummary summary) {
    return new PlanDetail(
        summary.id(),
        summary.letter(),
        summary.country(),
        summary.name(),
        summary.scenario(),
        summary.totals(),
        summary.certificate(),
        summary.verification(),
        PlanBreakdown.byTechnology(folder),
        PlanBreakdown.byMedium(folder),
        PlanDetail.Works.of(folder.plan()),
        PlanBreakdown.upgrades(folder),
        PlanBreakdown.byDistrict(folder),
        folder.problem().inputs(),
        new PlanDetail.MadeWith(
            summary.certificate().engineVersion(), summary.certificate().catalogueVersion()),
        folder.knowsToday(),
        peopleUnknownToday(),
        folder.plan().programme(),
        folder.institutions(),
        folder.institutionGoals(),
        folder.problem().terrain() == Terrain.UNKNOWN ? null : folder.blockedHops().size(),
        ServedAbroad.of(planned(), folder.plan()),
        unknownFibreKm(),
        PlanDetail.AssumedNodes.of(folder),
        CoverageColumn.of(folder.problem().settlements()),
        PlannedPeople.of(folder.problem(), folder.scenario()),
        norm(),
        SitePower.of(planned(), folder.plan()),
        WorkStates.find(folder));
  }

  private Double peopleUnknownToday() {
    double people =
        folder.counted().settlements().stream()
            .filter(each -> Double.isNaN(each.baselineCoverageRatio()) && each.population() > 0)
            .mapToDouble(Settlement::population)
            .sum();
    return folder.knowsToday() && people > 0 ? people : null;
  }

  private PlanDetail.Norm norm() {
    BusyHour sized = BusyHour.of(planned());
    String country = folder.scenario().countries().get(0);
    return new PlanDetail.Norm(
        sized.gbPerMonth(country, Subscriber.PERSON),
        sized.gbPerMonth(country, Subscriber.HOUSEHOLD),
        sized.mbpsPerSubscriber(country, Subscriber.PERSON),
        sized.mbpsPerSubscriber(country, Subscriber.HOUSEHOLD));
  }

  /** How full what it builds is, year by year. */
  public List<UseByYear.Year> useByYear() {
    return UseByYear.of(planned(), folder.plan());
  }

  private PlanningProblem planned() {
    return ScenarioFacts.of(folder.problem(), folder.scenario());
  }

  private Double unknownFibreKm() {
    double km = Today.unknownFibreKm(folder.problem().fibreLines());
    return km > 0 ? km : null;
  }
}
