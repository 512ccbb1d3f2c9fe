package org.kiungo.planner.verify.separable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.accounts.BoundMoney;
import org.kiungo.planner.verify.formula.Coverage;
import org.kiungo.planner.verify.formula.PeopleServed;
import org.kiungo.planner.verify.law.PlaceLaw;
import org.kiungo.planner.verify.read.Facts;

/**
 * Lagrangian bound that looks at each settlement alone: for every price λ ≥ 0 no plan within budget
 * B is worth more than λ·B + Σᵢ max(−λ·fᵢ, maxₒ (vᵢₒ − λ·cᵢₒ)), where fᵢ is what leaving i costs
 * and cᵢₒ is the least an option costs here: its own share and, of the cheapest site within reach,
 * as much as it takes of a unit and the masts that it fills beyond a first one, or whole units when
 * nobody else lives within that site's reach. Links are left out.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.27.1.1">Fisher 1981, The Lagrangian relaxation method
 *     for solving integer programming problems</a>
 */
public final class RecomputedBound {

  public static final String METHOD = "separable Lagrangian";

  private final BoundMoney money;
  private final Facts facts;
  private final OptionPrices options;
  private final List<Settlement> settlements;
  private final Map<String, PlaceSitePrices> prices = new HashMap<>();
  private final ReachIndex index;
  private final List<String> ids = new ArrayList<>();
  private final int firstTower;

  public RecomputedBound(BoundMoney money) {
    this.money = money;
    facts = money.facts();
    options = new OptionPrices(facts);
    settlements = List.copyOf(facts.settlements().values());
    double reachKm =
        facts.technologies().values().stream()
            .filter(a -> a.serves() == Serves.IN_REACH)
            .mapToDouble(a -> a.reachKm().value())
            .max()
            .orElse(1);
    index = new ReachIndex(reachKm);
    settlements.forEach(s -> add(s.id(), s.location()));
    firstTower = settlements.size();
    facts.towers().forEach(this::add);
    facts.technologies().values().stream()
        .filter(Coverage::needsSite)
        .forEach(a -> prices.put(a.id(), new PlaceSitePrices(facts, settlements, a)));
  }

  private void add(String id, LonLat place) {
    ids.add(id);
    index.add(place);
  }

  /**
   * The bound at a price.
   *
   * @param lambda weighted people per USD, ≥ 0
   * @param capUsd cap; NaN = none, then λ must be 0
   * @return weighted people
   */
  public double at(double lambda, double capUsd) {
    double raisedUsd = (money.raisedCents(capUsd) + money.slackCents()) / 100.0;
    double most = Double.isNaN(capUsd) ? Double.POSITIVE_INFINITY : raisedUsd;
    double bound = lambda == 0 ? 0 : lambda * raisedUsd;
    for (int i = 0; i < settlements.size(); i++) {
      bound += best(i, lambda, most);
    }
    return bound;
  }

  private double best(int i, double lambda, double mostUsd) {
    Settlement s = settlements.get(i);
    double unserved = PeopleServed.below(s);
    double forgoneUsd = facts.forgoneCents().getOrDefault(s.id(), 0L) / 100.0;
    double best = options.isDemanded(s) ? Double.NEGATIVE_INFINITY : -lambda * forgoneUsd;
    for (AccessTechnology a : facts.technologies().values()) {
      double seen = Coverage.seenRatio(a, s);
      double worth = worth(s, a) * seen;
      boolean offered = unserved > 0 && worth > 0 && options.allows(s, a);
      if (offered && options.carries(Coverage.part(s, seen), a)) {
        double costUsd = leastUsd(i, Coverage.part(s, seen), a);
        for (String rest : options.forTheRest(s, seen)) {
          AccessTechnology other = facts.technologies().get(rest);
          double allUsd = costUsd + restUsd(i, other, seen, forgoneUsd);
          double all = worth + (other == null ? 0 : worth(s, other) * (1 - seen));
          boolean can = allUsd <= mostUsd && allUsd < Double.POSITIVE_INFINITY;
          best = can ? Math.max(best, all - lambda * allUsd) : best;
        }
      }
    }
    return best == Double.NEGATIVE_INFINITY ? 0 : best;
  }

  /** Weighted people whom serving all of a settlement counts. */
  private double worth(Settlement s, AccessTechnology a) {
    Status status =
        PeopleServed.level(a.downlinkMbps().value(), a.roundTripMs().value(), facts.standard());
    return PeopleServed.gained(s, status, facts.standard())
        * PlaceLaw.weight(facts.rules(), s)
        * PeopleServed.weight(status, facts.standard());
  }

  /** What those out of sight cost, with what they have or without. */
  private double restUsd(int i, AccessTechnology other, double seen, double forgoneUsd) {
    Settlement rest = Coverage.part(settlements.get(i), 1 - seen);
    return other == null ? forgoneUsd * (1 - seen) : leastUsd(i, rest, other);
  }

  /**
   * @param s settlement i, or a share of it
   */
  private double leastUsd(int i, Settlement s, AccessTechnology a) {
    double people = facts.builtFor(s, a);
    double areaKm2 = Coverage.areaKm2(s, people);
    long bps = facts.load().bps(s, people, a);
    double own =
        facts
            .prices()
            .access()
            .settlement(
                a, Coverage.inhabitedKm2(s, people), people, facts.load().households(people))
            .plus(facts.prices().traffic().of(s, a, bps))
            .lifetimeUsd();
    if (!Coverage.needsSite(a)) {
      return own;
    }
    long taken = facts.coverage().taken(a, s, areaKm2, bps);
    boolean here = !s.siteClosed() && facts.mayStandAt(s.id(), s.id());
    if (a.serves() == Serves.OWN_SETTLEMENT && !here) {
      return Double.POSITIVE_INFINITY;
    }
    if (a.serves() == Serves.OWN_SETTLEMENT) {
      return own + paidUsd(prices.get(a.id()), i, true, taken);
    }
    return own + leastSiteUsd(i, a, taken);
  }

  /** Over all places within reach; looks only at those that could still be cheaper. */
  private double leastSiteUsd(int i, AccessTechnology a, long taken) {
    PlaceSitePrices site = prices.get(a.id());
    double[] least = {
      maySiteServe(i, i) ? paidUsd(site, i, aloneAt(i, i, a), taken) : Double.POSITIVE_INFINITY
    };
    index.visit(
        settlements.get(i).location(),
        facts.coverage().servesKm(a, settlements.get(i)),
        v ->
            Math.min(site.siteUsd(v, taken), site.sharedUsd(v, taken)) < least[0]
                && maySiteServe(i, v),
        v -> {
          boolean alone = aloneAt(v, i, a);
          least[0] = Math.min(least[0], paidUsd(site, v, alone, taken));
          return true;
        });
    return least[0];
  }

  /** Of a site at a place: all of it where nobody else needs it, else a share. */
  private static double paidUsd(PlaceSitePrices site, int place, boolean alone, long taken) {
    double allUsd = site.siteUsd(place, taken);
    return alone ? allUsd : Math.min(allUsd, site.sharedUsd(place, taken));
  }

  /** False where they lie in different countries and no site serves abroad. */
  private boolean maySiteServe(int settlement, int place) {
    boolean open = place >= settlements.size() || !settlements.get(place).siteClosed();
    String id = settlements.get(settlement).id();
    return open
        && facts.mayStandAt(id, ids.get(place))
        && facts.abroad().allows(id, ids.get(place));
  }

  private boolean reaches(AccessTechnology a, int settlement, int place) {
    Settlement s = settlements.get(settlement);
    double km = facts.coverage().servesKm(a, s);
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
                && PeopleServed.below(settlements.get(other)) > 0
                && maySiteServe(other, place)
                && reaches(a, other, place),
        other -> {
          alone[0] = false;
          return false;
        });
    return alone[0];
  }
}
