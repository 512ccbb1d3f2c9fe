package org.kiungo.planner.verify.accounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Programme.Replaced;
import org.kiungo.planner.model.SecondPaths.Way;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.SecondClaims;

/**
 * What each settlement pays of everything: its own, and of what several use as much as it has of
 * their busy-hour demand; what nobody uses is everybody's. Cents that are left of an asset once all
 * shares are rounded down go to those who were rounded down most.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Quota_method">Hamilton's method of largest
 *     remainders</a>
 */
final class CostShares {

  /** By settlement, in the plan's order. */
  final long[] lifetimeCents;

  final long[] capexCents;

  private final Claims claims;

  /** Users of an asset: settlement and demand, in the plan's order. */
  private record Users(List<Integer> who, List<Double> mbps) {
    Users() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(int settlement, double demandMbps) {
      who.add(settlement);
      mbps.add(demandMbps);
    }
  }

  private final Map<String, Users> ofSite = new HashMap<>();

  /** By the place where a link starts, or the node where the last one ends. */
  private final Map<String, Users> through = new HashMap<>();

  CostShares(Claims claims) {
    this.claims = claims;
    int n = claims.services().size();
    lifetimeCents = new long[n];
    capexCents = new long[n];
    Map<String, Integer> number = new HashMap<>();
    for (int i = 0; i < n; i++) {
      SettlementService own = claims.services().get(i);
      number.put(own.settlementId(), i);
      add(i, own.lifetimeCostUsd(), own.capexUsd());
    }
    for (Replaced each : claims.replaced()) {
      Integer i = number.get(each.settlementId());
      if (i != null) {
        add(i, each.lifetimeCostUsd(), each.capexUsd());
      }
    }
    uses();
    for (AccessSite site : claims.sites()) {
      divide(ofSite.get(site.id()), site.lifetimeCostUsd(), site.capexUsd());
    }
    for (BuiltLink link : claims.links()) {
      divide(through.get(link.fromId()), link.lifetimeCostUsd(), link.capexUsd());
    }
    Map<String, Users> second = secondWays(number);
    for (BuiltLink link : claims.second().links()) {
      Users users = second.get(SecondClaims.hop(link.fromId(), link.toId()));
      divide(users, link.lifetimeCostUsd(), link.capexUsd());
    }
    for (NodeUpgrade upgrade : claims.upgrades()) {
      divide(through.get(upgrade.nodeId()), upgrade.lifetimeCostUsd(), 0);
    }
  }

  private void add(int settlement, double lifetimeUsd, double capexUsd) {
    lifetimeCents[settlement] += Cost.cents(lifetimeUsd);
    capexCents[settlement] += Cost.cents(capexUsd);
  }

  /** Whoever uses a site uses all links from it to the network, and the node there. */
  private void uses() {
    Map<String, String> placeOf = new HashMap<>();
    claims.sites().forEach(site -> placeOf.put(site.id(), site.placeId()));
    Map<String, String> next = new HashMap<>();
    claims.links().forEach(link -> next.put(link.fromId(), link.toId()));
    for (int i = 0; i < claims.services().size(); i++) {
      for (PartService part : claims.services().get(i).each()) {
        String place = placeOf.get(part.siteId());
        if (place != null) {
          ofSite.computeIfAbsent(part.siteId(), k -> new Users()).add(i, part.demandMbps());
          Set<String> seen = new HashSet<>();
          for (String at = next.containsKey(place) ? place : null;
              at != null && seen.add(at);
              at = next.get(at)) {
            through.computeIfAbsent(at, k -> new Users()).add(i, part.demandMbps());
          }
        }
      }
    }
  }

  /** The hubs of a second way use its hops, each for as much of the way's demand. */
  private Map<String, Users> secondWays(Map<String, Integer> number) {
    Map<String, Users> users = new HashMap<>();
    for (Way way : claims.second().ways()) {
      double each = way.demandMbps() / way.hubIds().size();
      for (int k = 1; k < way.placeIds().size(); k++) {
        String hop = SecondClaims.hop(way.placeIds().get(k - 1), way.placeIds().get(k));
        Users over = users.computeIfAbsent(hop, h -> new Users());
        for (String hub : way.hubIds()) {
          if (number.containsKey(hub)) {
            over.add(number.get(hub), each);
          }
        }
      }
    }
    return users;
  }

  private void divide(Users users, double lifetimeUsd, double capexUsd) {
    if (users == null) {
      Users everybody = new Users();
      for (int i = 0; i < lifetimeCents.length; i++) {
        everybody.add(i, claims.services().get(i).demandMbps());
      }
      divide(everybody, lifetimeUsd, capexUsd);
      return;
    }
    share(users, Cost.cents(lifetimeUsd), lifetimeCents);
    share(users, Cost.cents(capexUsd), capexCents);
  }

  private static void share(Users users, long cents, long[] into) {
    int n = users.who().size();
    double all = 0;
    for (double mbps : users.mbps()) {
      all += mbps;
    }
    double[] due = new double[n];
    Integer[] byRemainder = new Integer[n];
    long left = cents;
    for (int k = 0; k < n; k++) {
      due[k] = cents * (all > 0 ? users.mbps().get(k) / all : 1.0 / n);
      byRemainder[k] = k;
      long whole = Math.min(left, (long) due[k]);
      into[users.who().get(k)] += whole;
      left -= whole;
    }
    Arrays.sort(byRemainder, Comparator.comparingDouble(k -> Math.floor(due[k]) - due[k]));
    for (int k = 0; left > 0; k++, left--) {
      into[users.who().get(byRemainder[k % n])]++;
    }
  }
}
