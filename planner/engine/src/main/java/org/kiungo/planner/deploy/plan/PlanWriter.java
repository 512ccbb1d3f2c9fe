package org.kiungo.planner.deploy.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.cost.NodeCost;
import org.kiungo.planner.cost.SiteEnergy;
import org.kiungo.planner.cost.SiteSupply;
import org.kiungo.planner.cost.SkyWays;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.places.Roots;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanTotalsBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.SecondPaths;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.SiteUnits;

/** Turns decisions into a plan: exact costs of everything, round trips along the path. */
public final class PlanWriter {

  private final Question question;
  private final Draft draft;
  private final AccessOptions options;
  private final SiteEnergy energy;
  private final double[] roundTripMs;
  private final IntToLongFunction reservedBps;
  private AssetCost total = AssetCost.ZERO;

  public PlanWriter(Draft decided) {
    this(decided, link -> 0);
  }

  /**
   * @param reservedBps load on a link beside that of the draft
   */
  public PlanWriter(Draft decided, IntToLongFunction reservedBps) {
    this.reservedBps = reservedBps;
    draft = decided.stated();
    question = draft.question();
    options = question.options();
    energy = SiteEnergy.of(question.problem());
    roundTripMs = new double[question.places().count()];
    java.util.Arrays.fill(roundTripMs, Double.NaN);
  }

  /** People whom the draft brings to the standard, as the totals of its plan will say. */
  public double peopleServed() {
    return new ServiceWriter(draft, this::roundTripMs, s -> "").peopleServed();
  }

  public Plan write() {
    return write(SecondPaths.NONE);
  }

  /**
   * @param second beside the draft, whose links {@link #link(int, int, long)} has made
   */
  public Plan write(SecondPaths second) {
    List<AccessSite> sites = new ArrayList<>();
    for (int s = 0; s < options.sites(); s++) {
      if (draft.isOpen(s)) {
        sites.add(site(s));
      }
    }
    sites.sort(Comparator.comparing(AccessSite::id));
    List<BuiltLink> links = new ArrayList<>();
    for (int v = 0; v < question.places().count(); v++) {
      if (draft.isUsed(v)) {
        links.add(link(v, draft.arc(v), loadBps(v)));
      }
    }
    links.sort(Comparator.comparing(BuiltLink::id));
    ServiceWriter writer = new ServiceWriter(draft, this::roundTripMs, this::siteId);
    List<SettlementService> services = new ArrayList<>();
    for (int i = 0; i < question.places().settlements(); i++) {
      services.add(writer.service(i));
    }
    services.sort(Comparator.comparing(SettlementService::settlementId));
    total = total.plus(writer.total());
    List<NodeUpgrade> upgrades =
        NodeCost.upgrades(
            question.problem(), Stream.concat(links.stream(), second.links().stream()).toList());
    for (NodeUpgrade each : upgrades) {
      total = total.plus(AssetCost.ofUsd(0, each.opexUsdPerYear(), each.lifetimeCostUsd()));
    }
    return new Plan(services, sites, links, upgrades, totals(writer), null, second);
  }

  private Plan.Totals totals(ServiceWriter services) {
    return PlanTotalsBuilder.builder()
        .population(services.population())
        .peopleBaseline(services.people(Status.BASELINE))
        .peopleServed(services.people(Status.STANDARD))
        .peopleBasic(services.people(Status.BASIC))
        .peopleUnserved(services.people(Status.UNSERVED))
        .capexUsd(total.capexUsd())
        .opexUsdPerYear(total.opexUsdPerYear())
        .lifetimeCostUsd(total.lifetimeUsd())
        .today(services.today())
        .transit(services.transit())
        .build();
  }

  private static double mbps(long bps) {
    return bps / 1e6;
  }

  private int year() {
    return question.problem().money().firstYear();
  }

  private String siteId(int s) {
    return question.places().id(options.sitePlace(s))
        + ":"
        + options.technologies().get(options.siteTechnology(s)).id();
  }

  private AccessSite site(int s) {
    AccessTechnology a = options.technologies().get(options.siteTechnology(s));
    int place = options.sitePlace(s);
    int units = SiteUnits.units(draft.siteTaken(s));
    PlanningProblem problem = question.problem();
    boolean isTower = place >= question.places().settlements();
    Settlement at = isTower ? null : problem.settlements().get(place);
    AccessTechnology paid = problem.rules().at(at, a);
    SiteSupply supply = energy.at(at, paid);
    AssetCost cost = AccessCost.site(paid, units, isTower, supply, problem.money());
    total = total.plus(cost);
    return new AccessSite(
        siteId(s),
        a.id(),
        question.places().id(place),
        question.places().location(place),
        units,
        AccessCost.masts(a, units),
        AccessCost.hopsBetweenMasts(a, units),
        supply.kind(),
        mbps(draft.siteLoadBps(s)),
        year(),
        cost.capexUsd(),
        cost.opexUsdPerYear(),
        cost.lifetimeUsd());
  }

  /** Load on the arc of a place, bit/s. */
  private long loadBps(int v) {
    return draft.loadBps(v) + reservedBps.applyAsLong(question.links().link(draft.arc(v)));
  }

  /** The link of an arc e that leaves a place v, paid for by the plan that is written. */
  public BuiltLink link(int v, int e, long bps) {
    CandidateLinks links = question.links();
    int medium = links.media().medium(links.link(e), bps);
    double km = links.km(links.link(e));
    AssetCost cost = links.media().cost(medium, links.link(e), km, bps);
    total = total.plus(cost);
    Roots.Root to = end(v, e, links.media().media().get(medium));
    String toId = to.id();
    return new BuiltLink(
        question.places().id(v) + ">" + toId,
        question.places().id(v),
        toId,
        question.places().location(v),
        to.location(),
        links.media().media().get(medium).id(),
        (int) links.media().systems(medium, bps),
        km,
        mbps(bps),
        year(),
        cost.capexUsd(),
        cost.opexUsdPerYear(),
        cost.lifetimeUsd());
  }

  /** Where an arc of a place ends: another place, the network or the sky above. */
  private Roots.Root end(int place, int arc, Medium medium) {
    CandidateLinks links = question.links();
    if (links.isUp(links.link(arc))) {
      return new Roots.Root(SkyWays.id(medium), question.places().location(place), Double.NaN);
    }
    int head = links.head(arc);
    return head == links.root()
        ? links.rootOf(links.link(arc))
        : new Roots.Root(question.places().id(head), question.places().location(head), Double.NaN);
  }

  /** Both ways from a place with used arcs to the network, ms. */
  private double roundTripMs(int place) {
    int depth = 0;
    int v = place;
    while (v != question.links().root() && Double.isNaN(roundTripMs[v])) {
      depth++;
      v = question.links().head(draft.arc(v));
    }
    int[] way = new int[depth];
    v = place;
    for (int k = depth - 1; k >= 0; k--) {
      way[k] = v;
      v = question.links().head(draft.arc(v));
    }
    double ms = v == question.links().root() ? 0 : roundTripMs[v];
    for (int u : way) {
      int e = question.links().link(draft.arc(u));
      int medium = question.links().media().medium(e, loadBps(u));
      ms += LinkCost.roundTripMs(question.links().media().laid(medium, e), question.links().km(e));
      roundTripMs[u] = ms;
    }
    return ms;
  }
}
