package org.kiungo.planner.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Plan.TransitTotals;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.model.Programme.PhaseAccount;
import org.kiungo.planner.model.Programme.Replaced;
import org.kiungo.planner.scenario.Phase;

/** Writes a plan whose parts are built and paid in phases; everybody of it is served some time. */
final class ProgrammeWriter {

  private final Network network;
  private final Terms terms;
  private final Plan plan;
  private final Schedule schedule;
  private final List<Further> further = new ArrayList<>();
  private AssetCost total = AssetCost.ZERO;

  ProgrammeWriter(Schedule schedule) {
    this.schedule = schedule;
    network = schedule.network();
    terms = network.terms;
    plan = network.plan;
  }

  Plan write() {
    List<SettlementService> services = services();
    List<AccessSite> sites = new ArrayList<>();
    for (int s = 0; s < plan.sites().size(); s++) {
      sites.add(site(s));
    }
    List<BuiltLink> links = new ArrayList<>();
    for (int v = 0; v < plan.links().size(); v++) {
      links.add(link(v));
    }
    List<NodeUpgrade> upgrades = upgrades();
    List<Replaced> replaced = replaced();
    further.sort(Comparator.comparingInt(Further::buildYear).thenComparing(Further::assetId));
    Plan.Totals totals =
        plan.totals()
            .with()
            .capexUsd(total.capexUsd())
            .opexUsdPerYear(total.opexUsdPerYear())
            .lifetimeCostUsd(total.lifetimeUsd())
            .transit(transit())
            .build();
    return new Plan(
        services, sites, links, upgrades, totals, new Programme(accounts(), further, replaced));
  }

  /** Money and people of each phase alone. */
  Programme programme() {
    return new Programme(accounts(), List.of());
  }

  private List<Replaced> replaced() {
    List<Replaced> all = new ArrayList<>();
    for (int k = 0; k < network.services(); k++) {
      Interim before = schedule.replaced(k);
      if (before != null) {
        int from = schedule.replacedFrom(k);
        AssetCost cost = before.cost().get(from);
        total = total.plus(cost);
        all.add(
            new Replaced(
                network.id(k),
                before.service().technologyId(),
                before.service().status(),
                year(from),
                year(schedule.phase(k)),
                before.service().peopleServed(),
                before.service().demandMbps(),
                before.service().roundTripMs(),
                cost.capexUsd(),
                cost.opexUsdPerYear(),
                cost.lifetimeUsd()));
      }
    }
    return all;
  }

  private int year(int phase) {
    return terms.phases().get(phase).firstYear();
  }

  private List<SettlementService> services() {
    List<SettlementService> all = new ArrayList<>(plan.settlements());
    for (int k = 0; k < network.services(); k++) {
      int i = network.service[k];
      all.set(i, service(all.get(i), schedule.phase(k)));
    }
    return all;
  }

  private SettlementService service(SettlementService s, int phase) {
    List<PartService> parts =
        s.parts().stream().map(part -> part(s.settlementId(), part, phase)).toList();
    AssetCost cost = AssetCost.ZERO;
    for (PartService part : s.each()) {
      cost = cost.plus(network.prices.own(s.settlementId(), part, phase));
    }
    total = total.plus(cost);
    return new SettlementService(
        s.settlementId(),
        s.status(),
        s.technologyId(),
        s.siteId(),
        s.peopleServed(),
        s.demandMbps(),
        s.roundTripMs(),
        year(phase),
        cost.capexUsd(),
        cost.opexUsdPerYear(),
        cost.lifetimeUsd(),
        s.reason(),
        parts);
  }

  private PartService part(String id, PartService part, int phase) {
    AssetCost cost = network.prices.own(id, part, phase);
    return new PartService(
        part.shareRatio(),
        part.status(),
        part.technologyId(),
        part.siteId(),
        part.peopleServed(),
        part.demandMbps(),
        part.roundTripMs(),
        cost.capexUsd(),
        cost.opexUsdPerYear(),
        cost.lifetimeUsd(),
        part.reason());
  }

  /** What an asset has at the end of a phase, and what so much of it costs in one. */
  private interface Asset {
    double size(int phase);

    AssetCost cost(double size, int phase);
  }

  /**
   * Adds up what an asset costs in all phases, and notes what is added to it after the first.
   *
   * @param notesFirst true where nothing else tells when it is built
   */
  private Instalments paid(String id, boolean notesFirst, Asset asset) {
    Instalments paid = new Instalments();
    double before = 0;
    for (int t = 0; t < terms.count(); t++) {
      double now = asset.size(t);
      if (now == before) {
        continue;
      }
      AssetCost more = asset.cost(now, t).minus(asset.cost(before, t));
      paid.first = paid.first < 0 ? t : paid.first;
      paid.cost = paid.cost.plus(more);
      if (t > paid.first || notesFirst) {
        further.add(
            new Further(
                id,
                year(t),
                now - before,
                more.capexUsd(),
                more.opexUsdPerYear(),
                more.lifetimeUsd()));
      }
      before = now;
    }
    total = total.plus(paid.cost);
    return paid;
  }

  private static final class Instalments {
    private int first = -1;
    private AssetCost cost = AssetCost.ZERO;
  }

  private AccessSite site(int s) {
    AccessSite site = plan.sites().get(s);
    Instalments paid =
        paid(
            site.id(),
            false,
            new Asset() {
              @Override
              public double size(int phase) {
                return schedule.units(s, phase);
              }

              @Override
              public AssetCost cost(double size, int phase) {
                return network.prices.site(site, (int) size, phase);
              }
            });
    return new AccessSite(
        site.id(),
        site.technologyId(),
        site.placeId(),
        site.location(),
        site.units(),
        site.masts(),
        site.hopsBetweenMasts(),
        site.energy(),
        site.loadMbps(),
        year(paid.first),
        paid.cost.capexUsd(),
        paid.cost.opexUsdPerYear(),
        paid.cost.lifetimeUsd());
  }

  private BuiltLink link(int v) {
    BuiltLink link = plan.links().get(v);
    Instalments paid =
        paid(
            link.id(),
            false,
            new Asset() {
              @Override
              public double size(int phase) {
                return schedule.systems(v, phase);
              }

              @Override
              public AssetCost cost(double size, int phase) {
                return network.prices.link(link, (int) size, phase);
              }
            });
    return new BuiltLink(
        link.id(),
        link.fromId(),
        link.toId(),
        link.from(),
        link.to(),
        link.mediumId(),
        link.systems(),
        link.distanceKm(),
        link.loadMbps(),
        year(paid.first),
        paid.cost.capexUsd(),
        paid.cost.opexUsdPerYear(),
        paid.cost.lifetimeUsd());
  }

  private List<NodeUpgrade> upgrades() {
    List<NodeUpgrade> upgrades = new ArrayList<>();
    for (int n = 0; n < network.nodes.size(); n++) {
      long load = schedule.nodeBps(n, terms.count() - 1);
      long limit = network.limitBps(n);
      if (load > limit) {
        upgrades.add(upgrade(n, load, limit));
      }
    }
    return upgrades;
  }

  private NodeUpgrade upgrade(int n, long load, long limit) {
    String id = network.nodes.get(n).id();
    Instalments paid =
        paid(
            id,
            true,
            new Asset() {
              @Override
              public double size(int phase) {
                return Math.max(0, schedule.nodeBps(n, phase) - limit) / 1e6;
              }

              @Override
              public AssetCost cost(double size, int phase) {
                String country = network.nodes.get(n).country();
                return network.prices.node(country, limit, limit + PhasePrices.bps(size), phase);
              }
            });
    return new NodeUpgrade(
        id, load / 1e6, (load - limit) / 1e6, paid.cost.opexUsdPerYear(), paid.cost.lifetimeUsd());
  }

  /** Null where the plan has none. */
  private TransitTotals transit() {
    if (plan.totals().transit() == null) {
      return null;
    }
    AssetCost sum = AssetCost.ZERO;
    for (int k = 0; k < network.services(); k++) {
      SettlementService s = plan.settlements().get(network.service[k]);
      for (PartService part : s.each()) {
        sum = sum.plus(network.prices.transit(s.settlementId(), part, schedule.phase(k)));
      }
    }
    return new TransitTotals(sum.opexUsdPerYear(), sum.lifetimeUsd());
  }

  private List<PhaseAccount> accounts() {
    List<PhaseAccount> accounts = new ArrayList<>();
    long[] cumulative = terms.cumulativeCents();
    for (int t = 0; t < terms.count(); t++) {
      Phase phase = terms.phases().get(t);
      double standard = 0;
      double basic = 0;
      double weighted = 0;
      long regretted = 0;
      for (int k = 0; k < network.services(); k++) {
        Interim before = schedule.replaced(k);
        int from = schedule.replacedFrom(k);
        if (before != null && from == t) {
          regretted += before.cost().get(t).lifetimeCents();
        }
        if (before != null && from <= t && schedule.phase(k) > t) {
          boolean toStandard = before.service().status() == Status.STANDARD;
          standard += toStandard ? before.service().peopleServed() : 0;
          basic += toStandard ? 0 : before.service().peopleServed();
          weighted += before.weightedPeople();
        }
        if (schedule.phase(k) <= t) {
          standard += network.standardPeople[k];
          basic += network.basicPeople[k];
          weighted += network.weightedPeople[k];
        }
      }
      long carried = cumulative[t] - schedule.paid(t);
      accounts.add(
          new PhaseAccount(
              t + 1,
              phase.firstYear(),
              phase.lastYear(),
              phase.budgetUsd(),
              AssetCost.usd(schedule.spent(t)),
              AssetCost.usd(carried),
              standard,
              basic,
              weighted,
              phase.years() * standard,
              terms.weights()[t] * weighted,
              AssetCost.usd(regretted)));
    }
    return accounts;
  }
}
