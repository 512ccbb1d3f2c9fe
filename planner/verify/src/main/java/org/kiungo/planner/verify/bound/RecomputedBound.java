package org.kiungo.planner.verify.bound;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.Reach;
import org.kiungo.planner.radio.SightParts;
import org.kiungo.planner.radio.SiteUnits;
import org.kiungo.planner.verify.plan.SiteChecks;
import org.kiungo.planner.verify.read.BoundMoney;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.SightFacts;

/**
 * Lagrangian bound that looks at each settlement alone: for every price λ ≥ 0 no plan within budget
 * B is worth more than λ·B + Σᵢ max(−λ·fᵢ, maxₒ (vᵢₒ − λ·cᵢₒ)), where fᵢ is what leaving i costs
 * and cᵢₒ is the least an option costs here: its own share and, of the cheapest site within reach,
 * as much as it takes of a unit, or whole units when nobody else lives within that site's reach.
 * Links are left out.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.27.1.1">Fisher 1981, The Lagrangian relaxation method
 *     for solving integer programming problems</a>
 */
final class RecomputedBound {

  static final String METHOD = "separable Lagrangian";

  private final BoundMoney money;
  private final Facts facts;
  private final SightFacts sights;
  private final List<Settlement> settlements;
  private final List<Boolean> onGrid = new ArrayList<>();
  private final ReachIndex index;
  private final int firstTower;

  RecomputedBound(BoundMoney money) {
    this.money = money;
    facts = money.facts();
    sights = new SightFacts(facts);
    settlements = List.copyOf(facts.settlements().values());
    double reachKm =
        facts.technologies().values().stream()
            .filter(a -> a.serves() == Serves.IN_REACH)
            .mapToDouble(a -> a.reachKm().value())
            .max()
            .orElse(1);
    index = new ReachIndex(reachKm);
    settlements.forEach(s -> add(s.location(), AccessCost.onGrid(s.distanceToGridKm())));
    firstTower = settlements.size();
    facts.towers().values().forEach(place -> add(place, false));
  }

  private void add(LonLat place, boolean grid) {
    index.add(place);
    onGrid.add(grid);
  }

  /**
   * The bound at a price.
   *
   * @param lambda weighted people per USD, ≥ 0
   * @param capUsd cap; NaN = none, then λ must be 0
   * @return weighted people
   */
  double at(double lambda, double capUsd) {
    double raisedUsd = (money.raisedCents(capUsd) + money.slackCents()) / 100.0;
    double most = Double.isNaN(capUsd) ? Double.POSITIVE_INFINITY : raisedUsd;
    double bound = lambda == 0 ? 0 : lambda * raisedUsd;
    for (int i = 0; i < settlements.size(); i++) {
      bound += best(i, lambda, most);
    }
    return bound;
  }

  /** Of all parts of a settlement together. */
  private double best(int i, double lambda, double mostUsd) {
    SightParts parts = sights.of(settlements.get(i));
    double best = 0;
    for (int k = 0; k < parts.count(); k++) {
      best += best(i, parts, k, lambda, mostUsd);
    }
    return best;
  }

  private double best(int i, SightParts parts, int k, double lambda, double mostUsd) {
    Settlement whole = settlements.get(i);
    Settlement s = parts.settlement(k);
    double unserved = s.unservedPopulation();
    long forgone = facts.forgoneCents().getOrDefault(s.id(), 0L);
    double forgoneUsd = parts.share(forgone, k) / 100.0;
    double weightRatio = facts.rules().weightRatio(s);
    boolean demanded = sights.isDemanded(parts, k, whole, true);
    double best = demanded ? Double.NEGATIVE_INFINITY : -lambda * forgoneUsd;
    for (AccessTechnology a : facts.technologies().values()) {
      Status status =
          Demand.status(a.downlinkMbps().value(), a.roundTripMs().value(), facts.standard());
      double weight = Demand.weightRatio(status, facts.standard());
      double counted = Demand.gained(s, status, facts.standard()) * weightRatio;
      if (unserved > 0 && counted > 0 && weight > 0 && sights.allows(parts, k, whole, a)) {
        double costUsd = leastUsd(i, s, a, mayShare(parts, a), Demand.people(s, status));
        boolean affordable = costUsd <= mostUsd;
        best = affordable ? Math.max(best, counted * weight - lambda * costUsd) : best;
      }
    }
    if (best > Double.NEGATIVE_INFINITY) {
      return best;
    }
    return k == 0 ? 0 : -lambda * forgoneUsd;
  }

  /** True when several parts of a settlement may have a technology, from one site. */
  private static boolean mayShare(SightParts parts, AccessTechnology a) {
    return parts.count() > 1 && parts.sees(1, a);
  }

  private double leastUsd(int i, Settlement s, AccessTechnology a, boolean shares, double people) {
    long bps = SiteChecks.bps(facts.busyHour().mbps(s, people, a));
    double own =
        AccessCost.settlement(
                a,
                Demand.areaKm2(s, people),
                Demand.adopterHouseholds(people, facts.standard()),
                facts.money())
            .plus(facts.transit().of(s, a, bps))
            .lifetimeUsd();
    if (!a.needsBackhaul()) {
      return own;
    }
    long taken = SiteUnits.taken(a, s, Demand.areaKm2(s, people), bps);
    if (a.serves() == Serves.OWN_SETTLEMENT) {
      double alone = siteUsd(a, kind(i), SiteUnits.units(taken));
      return own + (shares ? sharedUsd(a, kind(i), taken, alone) : alone);
    }
    return own + leastSiteUsd(i, a, shares, taken);
  }

  /** Over all places within reach; looks only at those that could still be cheaper. */
  private double leastSiteUsd(int i, AccessTechnology a, boolean shares, long taken) {
    double[] aloneUsd = new double[5];
    double[] sharedUsd = new double[5];
    int units = SiteUnits.units(taken);
    for (int kind = 0; kind < 5; kind++) {
      aloneUsd[kind] = siteUsd(a, kind, units);
      sharedUsd[kind] = sharedUsd(a, kind, taken, aloneUsd[kind]);
    }
    double[] least = {!shares && aloneAt(i, i, a) ? aloneUsd[kind(i)] : sharedUsd[kind(i)]};
    index.visit(
        settlements.get(i).location(),
        Reach.km(a, settlements.get(i)),
        v -> sharedUsd[kind(v)] < least[0],
        v -> {
          double paidUsd = !shares && aloneAt(v, i, a) ? aloneUsd[kind(v)] : sharedUsd[kind(v)];
          least[0] = Math.min(least[0], paidUsd);
          return true;
        });
    return least[0];
  }

  private double sharedUsd(AccessTechnology a, int kind, long taken, double aloneUsd) {
    return Math.min(aloneUsd, apieceUsd(a, kind) * taken / SiteUnits.WHOLE);
  }

  /** 0 = settlement without grid power, 1 = with it, 2 = tower; 3 and 4 = 0 and 1, shared. */
  private int kind(int place) {
    if (place >= firstTower) {
      return 2;
    }
    int kind = onGrid.get(place) ? 1 : 0;
    return facts.rules().sharesAt(settlements.get(place)) ? kind + 3 : kind;
  }

  /** No number of units of a site costs less apiece: a mast that is full, or a tower's price. */
  private double apieceUsd(AccessTechnology a, int kind) {
    int full = AccessCost.unitsPerMast(a);
    return Math.min(siteUsd(a, kind, full) / full, siteUsd(a, kind, 1));
  }

  private double siteUsd(AccessTechnology a, int kind, int units) {
    double share = kind < 3 ? 1 : 1.0 / facts.rules().ruralOperators();
    AccessTechnology paid = a.withSiteCosts(figure -> figure.times(share));
    return AccessCost.site(paid, units, kind == 2, kind % 3 == 1, facts.money()).lifetimeUsd();
  }

  private boolean reaches(AccessTechnology a, int settlement, int place) {
    Settlement s = settlements.get(settlement);
    double km = Reach.km(a, s);
    return km == a.reachKm().value() || s.location().distanceKm(index.place(place)) <= km;
  }

  /** True when settlement i is the only one without service within reach of a place. */
  private boolean aloneAt(int place, int i, AccessTechnology a) {
    boolean[] alone = {true};
    index.visit(
        index.place(place),
        a.reachKm().value(),
        other ->
            other != i
                && other < firstTower
                && settlements.get(other).unservedPopulation() > 0
                && reaches(a, other, place),
        other -> {
          alone[0] = false;
          return false;
        });
    return alone[0];
  }
}
