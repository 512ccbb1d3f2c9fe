package org.kiungo.planner.verify.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.Again;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.folder.progress.ProgressReport.UnitCost;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.InstitutionChoice;
import org.kiungo.planner.scenario.InstitutionGoal;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Lock;
import org.kiungo.planner.verify.check.Ledger;

/**
 * The rest is planned from the plan's own facts: with what is left of its money, at the prices
 * learnt, and with whoever has service from what stands served today or left alone.
 */
public final class AgainChecks {

  private static final String AGAIN = "progress.again";

  /** Prices are in cents, factors in ten-thousandths. */
  private static final double RATIO = 1e-4;

  private final PlanFolder signed;
  private final PlanFolder again;
  private final PlanningProblem counted;
  private final Stands stands;
  private final Ledger ledger;

  /** Sites that stand and wait for links, in the order in which they are finished. */
  private final List<String> queue;

  /** Those of them that the rest says it does not finish. */
  private Set<String> waiting = Set.of();

  /** Works that the rest says it keeps as signed. */
  private final Set<String> underContract = new HashSet<>();

  /**
   * @param counted the plan's facts as its scenario counts today's coverage
   */
  public AgainChecks(
      PlanFolder signed, PlanFolder again, PlanningProblem counted, Stands stands, Ledger ledger) {
    this.signed = signed;
    this.again = again;
    this.counted = counted;
    this.stands = stands;
    this.ledger = ledger;
    queue = stands.queue();
    ledger.rule(AGAIN);
  }

  public void check(ProgressReport stated, MoneyLeft money) {
    waiting = Set.copyOf(stated.again().waiting());
    Set<String> replanned = new LinkedHashSet<>(queue);
    replanned.removeAll(waiting);
    RestMoney works = new RestMoney(signed.plan(), again, stands, replanned, ledger);
    origin(stated.asOf(), works);
    scenario(money, stated.again(), works);
    catalogue(stated.unitCosts());
    Map<String, SettlementService> services = new HashMap<>();
    signed.plan().settlements().forEach(each -> services.put(each.settlementId(), each));
    places(services);
    nodes();
    boolean same =
        again.problem().fibreLines().equals(signed.problem().fibreLines())
            && again.problem().economics().equals(signed.problem().economics());
    ledger.holds(AGAIN, "facts", same, "those of the plan", "others");
  }

  /**
   * As-built files that the rest is made from say until when they tell, and what need not be
   * tendered: just what stands and is planned again, and works of the plan under a contract.
   */
  private void origin(String asOf, RestMoney works) {
    Map<String, Double> open = works.open(stands);
    for (InputFile each : again.problem().inputs()) {
      boolean own = each.role().equals("built") && !signed.problem().inputs().contains(each);
      if (own && each.reading().containsKey("asOf")) {
        ledger.same(AGAIN, each.name(), asOf, each.reading().get("asOf"));
      }
      if (own) {
        Object told = each.reading().getOrDefault("stands", Map.of());
        ledger.holds(AGAIN, each.name(), works.units().equals(told), works.units(), told);
        if (each.reading().get("signed") instanceof Map<?, ?> signedFor) {
          for (Map.Entry<?, ?> work : signedFor.entrySet()) {
            underContract.add(work.getKey() + "");
            double due = open.getOrDefault(work.getKey(), 0.0);
            ledger.holds(
                AGAIN, work.getKey() + "", work.getValue().equals(due), due, work.getValue());
          }
        }
      }
    }
  }

  /** Works that stand, serve nobody and are left as they are. */
  private Set<String> kept() {
    Set<String> kept = new HashSet<>();
    Set<String> replanned = new HashSet<>();
    for (String each : queue) {
      Set<String> in = waiting.contains(each) ? kept : replanned;
      stands.way(stands.site(each).placeId()).forEach(link -> in.add(link.id()));
    }
    kept.removeAll(replanned);
    kept.addAll(waiting);
    return kept;
  }

  private void scenario(MoneyLeft money, Again told, RestMoney works) {
    int fromYear = told.fromYear();
    if (told.moreUsd() != 0) {
      ledger.given("again.moreUsd");
    }
    if (ledger.same(AGAIN, "scenario.json", due(fromYear), again.scenario())) {
      works.check(money, told, kept());
    }
    for (AccessSite each : again.plan().sites()) {
      ledger.holds(AGAIN, each.id(), each.buildYear() >= fromYear, fromYear, each.buildYear());
    }
    Map<String, String> locked = new HashMap<>();
    for (Lock each : again.scenario().locks()) {
      if (!each.forbid()) {
        locked.put(each.settlementId(), each.placeId());
      }
    }
    Set<String> taken = taken();
    for (SettlementService service : signed.plan().settlements()) {
      String id = service.settlementId();
      List<PartService> parts = stands.people(service) == 0 ? service.each() : List.of();
      for (int k = 0; k < parts.size(); k++) {
        AccessSite site = stands.site(parts.get(k).siteId());
        if (stays(site, taken) && parts.get(k).peopleServed() > 0) {
          ledger.holds(AGAIN, id, locked.containsKey(id), "stays", "left open");
          // those out of its sight have what is theirs
          boolean own = k == 0 && !taken.contains(site.placeId());
          String found = locked.getOrDefault(id, "");
          ledger.same(AGAIN, id, own ? site.placeId() : found, found);
        }
      }
    }
  }

  /**
   * True of a site that the rest must finish, or that it says it keeps as signed and may: it plans
   * no second where one stands.
   */
  private boolean stays(AccessSite site, Set<String> taken) {
    return site != null
        && (queue.contains(site.id()) && !waiting.contains(site.id())
            || underContract.contains(RestMoney.key(site)) && !taken.contains(site.placeId()));
  }

  /** Places where no new first site may stand. */
  private Set<String> taken() {
    Set<String> taken = new HashSet<>();
    for (AccessSite each : signed.plan().sites()) {
      if (stands.serves(each.id()) || waiting.contains(each.id())) {
        taken.add(each.placeId());
      }
    }
    return taken;
  }

  /** The plan's question from a year on; with how much money is looked at for itself. */
  private Scenario due(int fromYear) {
    Scenario was = signed.scenario();
    Money all = was.money();
    List<Phase> stated = again.scenario().phases();
    List<Phase> phases = new ArrayList<>();
    for (Phase each : was.phases()) {
      int first = Math.max(fromYear, each.firstYear());
      if (first <= each.lastYear()) {
        // a scenario of one phase has its money as its budget, and no phases
        double only = stated.isEmpty() ? again.scenario().budgetUsd() : 0;
        double usd = phases.size() < stated.size() ? stated.get(phases.size()).budgetUsd() : only;
        phases.add(new Phase(first, each.lastYear(), usd, each.targetRatio()));
      }
    }
    List<InstitutionGoal> goals = new ArrayList<>();
    for (InstitutionGoal each : was.institutions().goals()) {
      boolean gone = each.byYear() > 0 && each.byYear() < fromYear;
      int byYear = gone ? fromYear : each.byYear();
      goals.add(new InstitutionGoal(each.kind(), each.shareRatio(), byYear, each.weightPeople()));
    }
    return was.with()
        .money(new Money(all.discountRateRatio(), fromYear, all.lastYear(), all.priceYear()))
        .standard(standard(was.standard(), all, fromYear))
        .institutions(new InstitutionChoice(was.institutions().source(), goals))
        .budgetUsd(phases.isEmpty() ? again.scenario().budgetUsd() : Double.NaN)
        .phases(phases)
        .locks(again.scenario().locks())
        .build();
  }

  /** Demand on the stated lines from the first year on; of years before nothing is stated. */
  private static ServiceStandard standard(ServiceStandard standard, Money all, int fromYear) {
    List<GrowthPoint> points = new ArrayList<>();
    GrowthPoint before = null;
    for (GrowthPoint each : standard.growth()) {
      if (each.year() >= fromYear && before != null && each.year() > fromYear && points.isEmpty()) {
        points.add(between(before, each, fromYear));
      }
      if (each.year() >= fromYear) {
        points.add(each);
      }
      before = each;
    }
    if (before != null && points.isEmpty() && fromYear < all.lastYear()) {
      double last = Double.isNaN(before.volumeRatio()) ? Double.NaN : 1;
      points.add(
          between(
              before, new GrowthPoint(all.lastYear(), standard.adoptionRatio(), last), fromYear));
    }
    return new ServiceStandard(
        standard.downlinkMbps(),
        standard.overbookingFactor(),
        standard.roundTripMs(),
        standard.basicDownlinkMbps(),
        standard.basicWeightRatio(),
        standard.adoptionRatio(),
        standard.peoplePerHousehold(),
        standard.sizing(),
        points);
  }

  private static GrowthPoint between(GrowthPoint a, GrowthPoint b, int year) {
    double adoption = a.adoptionRatio();
    double volume = a.volumeRatio();
    int years = b.year() - a.year();
    return new GrowthPoint(
        year,
        adoption + (b.adoptionRatio() - adoption) * (year - a.year()) / years,
        volume + (b.volumeRatio() - volume) * (year - a.year()) / years);
  }

  private void catalogue(List<UnitCost> costs) {
    Catalogue before = signed.problem().catalogue();
    Catalogue after = again.problem().catalogue();
    Map<String, Double> ratios = new HashMap<>();
    costs.forEach(each -> ratios.put(each.by() + " " + each.id(), each.ratio()));
    boolean same =
        ids(before).equals(ids(after))
            && before.volumes().equals(after.volumes())
            && before.transit().equals(after.transit());
    if (!ledger.holds(AGAIN, "catalogue.json", same, ids(before), ids(after))) {
      return;
    }
    for (int k = 0; k < before.technologies().size(); k++) {
      AccessTechnology was = before.technologies().get(k);
      AccessTechnology is = after.technologies().get(k);
      if (was.siteCapexUsd() != null) {
        double ratio = ratios.getOrDefault("technology " + was.id(), 1.0);
        near(was.id(), was.siteCapexUsd().value() * ratio, is.siteCapexUsd().value());
      }
    }
    for (int k = 0; k < before.media().size(); k++) {
      Medium was = before.media().get(k);
      Medium is = after.media().get(k);
      double ratio = ratios.getOrDefault("medium " + was.id(), 1.0);
      if (was.capexUsdPerKm() != null) {
        near(was.id(), was.capexUsdPerKm().value() * ratio, is.capexUsdPerKm().value());
      }
      for (int h = 0; h < was.hops().size(); h++) {
        double due = was.hops().get(h).capexUsd().value() * ratio;
        near(was.id(), due, is.hops().get(h).capexUsd().value());
      }
    }
  }

  /** Technologies and media with what they cost first, as far as they have such a price. */
  private static List<String> ids(Catalogue catalogue) {
    List<String> ids = new ArrayList<>();
    for (AccessTechnology each : catalogue.technologies()) {
      ids.add(each.id() + (each.siteCapexUsd() == null ? "" : " site"));
    }
    for (Medium each : catalogue.media()) {
      ids.add(each.id() + (each.capexUsdPerKm() == null ? " " : " km ") + each.hops().size());
    }
    return ids;
  }

  private void near(String where, double due, double found) {
    boolean near = Math.abs(due - found) <= RATIO * Math.max(1, Math.abs(due));
    ledger.holds(AGAIN, where, near, due, found);
  }

  private void places(Map<String, SettlementService> services) {
    Map<String, Settlement> now = new HashMap<>();
    again.problem().settlements().forEach(each -> now.put(each.id(), each));
    Set<String> left = new HashSet<>();
    for (Lock each : again.scenario().locks()) {
      if (each.forbid() && each.technologyId().equals("*")) {
        left.add(each.settlementId());
      }
    }
    Set<String> taken = taken();
    ledger.same(AGAIN, "places", signed.problem().settlements().size(), now.size());
    for (int k = 0; k < signed.problem().settlements().size(); k++) {
      Settlement was = signed.problem().settlements().get(k);
      Settlement due = taken.contains(was.id()) ? was.with().siteClosed(true).build() : was;
      Settlement is = now.get(was.id());
      SettlementService service = services.get(was.id());
      double people = service == null ? 0 : stands.people(service);
      if (people > 0 && due.equals(is)) {
        ledger.holds(AGAIN, was.id(), left.contains(was.id()), "left alone", "planned again");
        continue;
      }
      if (people > 0) {
        double open = unserved(counted.settlements().get(k)) - people;
        due =
            due.with()
                .baselineCoverageRatio(open < 1e-3 ? 1 : 1 - open / was.population())
                .baselineLowRatio(Double.NaN)
                .baselineHighRatio(Double.NaN)
                .baselineModelled(false)
                .build();
      }
      ledger.holds(AGAIN, was.id(), due.equals(is), due, is == null ? "none" : is);
    }
    List<Tower> towers = new ArrayList<>(signed.problem().towers());
    towers.removeIf(each -> taken.contains(each.id()));
    ledger.holds(
        AGAIN, "towers", towers.equals(again.problem().towers()), "those not taken", "others");
  }

  private static double unserved(Settlement each) {
    boolean served =
        each.baselineCountsAs().name().equals("STANDARD")
            && !Double.isNaN(each.baselineCoverageRatio());
    return served ? each.population() * (1 - each.baselineCoverageRatio()) : each.population();
  }

  /** Beside the plan's own nodes, which sell no more than they did, only sites that serve. */
  private void nodes() {
    Map<String, NetworkNode> before = new HashMap<>();
    signed.problem().nodes().forEach(each -> before.put(each.id(), each));
    Set<String> serving = new HashSet<>();
    for (AccessSite each : signed.plan().sites()) {
      if (stands.serves(each.id())) {
        serving.add(each.placeId() + "_built");
      }
    }
    Map<String, Double> loads = new HashMap<>();
    again.plan().links().forEach(each -> loads.merge(each.toId(), each.loadMbps(), Double::sum));
    int own = 0;
    for (NetworkNode each : again.problem().nodes()) {
      NetworkNode was = before.get(each.id());
      if (was != null) {
        own++;
        boolean less = was.equals(each) || each.capacityMbps() <= was.capacityMbps();
        boolean there = was.location().equals(each.location());
        ledger.holds(AGAIN, each.id(), less && there, "no more than it sold", "more");
      } else {
        ledger.holds(AGAIN, each.id(), serving.contains(each.id()), "a site that serves", "none");
        double load = loads.getOrDefault(each.id(), 0.0);
        boolean within = !(load > each.capacityMbps() + 0.001);
        ledger.holds(AGAIN, each.id(), within, "≤ " + each.capacityMbps(), load);
      }
    }
    ledger.same(AGAIN, "nodes", before.size(), own);
  }

  /** What it changes, without the hash of its folder. */
  public Again told(String sha256, Again stated, List<LotOf> lots) {
    Set<String> built = new HashSet<>();
    for (AccessSite each : again.plan().sites()) {
      built.add(each.technologyId() + " " + each.placeId());
    }
    Set<String> fresh = new HashSet<>(built);
    Set<String> gone = new HashSet<>();
    List<String> contracts = new ArrayList<>();
    int open = 0;
    for (AccessSite each : signed.plan().sites()) {
      String name = each.technologyId() + " " + each.placeId();
      fresh.remove(name);
      if (!stands.stands(each.id())) {
        open++;
        if (!built.contains(name)) {
          gone.add(each.id());
          if (underContract.contains(RestMoney.key(each))) {
            contracts.add(each.id());
          }
        }
      }
    }
    int lotsChanged = 0;
    for (LotOf each : lots) {
      lotsChanged += each.members().stream().anyMatch(gone::contains) ? 1 : 0;
    }
    // the dearest wait; how many is as stated: nobody here plans again to see
    int finished = Math.max(0, queue.size() - waiting.size());
    double rest = 0;
    for (SettlementService each : signed.plan().settlements()) {
      rest += each.peopleServed() - stands.people(each);
    }
    return new Again(
        sha256,
        stated.fromYear(),
        again.scenario().budgetUsd(),
        stated.moreUsd(),
        again.certificate().value(),
        again.certificate().bound(),
        again.certificate().gapRatio(),
        open,
        open - gone.size(),
        gone.size(),
        fresh.size(),
        lotsChanged,
        rest,
        people(again.plan()),
        queue.subList(0, finished),
        queue.subList(finished, queue.size()),
        contracts);
  }

  private static double people(Plan plan) {
    double people = 0;
    for (SettlementService each : plan.settlements()) {
      people += each.peopleServed();
    }
    return people;
  }
}
