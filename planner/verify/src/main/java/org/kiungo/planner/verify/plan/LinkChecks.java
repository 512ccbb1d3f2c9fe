package org.kiungo.planner.verify.plan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.border.Crossing;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.formula.LinkPrice;
import org.kiungo.planner.verify.formula.RadioPath;
import org.kiungo.planner.verify.formula.SkyLinks;
import org.kiungo.planner.verify.read.Borders;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.SecondClaims;
import org.kiungo.planner.verify.read.SightClaim;

/**
 * Links: a forest rooted in the existing network, in which every link carries what hangs behind it
 * on enough systems of a medium that spans it.
 */
public final class LinkChecks {

  /** How far a tap, written to 10⁻⁵ degrees, may lie from its line, degrees. */
  private static final double TAP_TOLERANCE_DEG = 2e-5;

  private final Facts facts;
  private final Ledger ledger;
  private final Map<String, BuiltLink> linkOf = new HashMap<>();
  private final Payments payments;
  private final Payments.Cumulative loadBps;
  private final Payments.Cumulative users;
  private final Map<String, Double> roundTripMs = new HashMap<>();
  private final Map<String, Long> secondBps = new HashMap<>();
  private final Set<String> onCycle = new HashSet<>();
  private Cost total = Cost.ZERO;

  public LinkChecks(
      Facts facts, Claims claims, SiteChecks sites, Payments payments, Ledger ledger) {
    this.facts = facts;
    this.payments = payments;
    loadBps = new Payments.Cumulative(payments.count());
    users = new Payments.Cumulative(payments.count());
    this.ledger = ledger;
    facts.hops().blocked().check(ledger, id -> or(end(id)), facts.hops()::antennaM);
    facts.roads().check(ledger);
    Set<String> ids = new HashSet<>();
    for (BuiltLink link : claims.links()) {
      ledger.holds("link.once", link.id(), ids.add(link.id()), "once", "twice");
      BuiltLink other = linkOf.put(link.fromId(), link);
      Object found = other == null ? "one" : other.id();
      ledger.holds("link.forest", link.fromId(), other == null, "one way", found);
    }
    claims.links().forEach(link -> trace(link.fromId()));
    for (AccessSite site : claims.sites()) {
      flow(site, sites.loadOf(site), sites.usersOf(site));
    }
    Map<String, Long> beside = claims.second().loadsBps();
    for (BuiltLink link : claims.links()) {
      Long bps = beside.remove(SecondClaims.hop(link.fromId(), link.toId()));
      loadBps.add(link.fromId(), 0, bps == null ? 0 : bps);
    }
    for (int k = 0; k < claims.links().size(); k++) {
      BuiltLink link = claims.links().get(k);
      int first = SiteChecks.firstOf(users.of(link.fromId()));
      check(link, claims.sights().get(k), loadBps.of(link.fromId()), first);
      checkRoute(link, claims.ways().get(k));
      checkBorder(link, claims.crossings().get(k));
    }
    for (int k = 0; k < claims.second().links().size(); k++) {
      BuiltLink link = claims.second().links().get(k);
      long bps = beside.getOrDefault(SecondClaims.hop(link.fromId(), link.toId()), 0L);
      ledger.holds("link.once", link.id(), ids.add(link.id()), "once", "twice");
      long[] loads = new long[payments.count()];
      Arrays.fill(loads, bps);
      check(link, claims.second().sights().get(k), loads, 0);
      checkRoute(link, claims.second().drawn().get(k));
      checkBorder(link, claims.second().crossings().get(k));
      secondBps.merge(link.toId(), bps, Long::sum);
    }
  }

  private void checkRoute(BuiltLink link, List<LonLat> drawn) {
    if (!facts.redacted().isThere()) {
      ledger.same("link.route", link.id(), facts.roads().path(link), drawn);
    }
  }

  private void checkBorder(BuiltLink link, Optional<Crossing> claimed) {
    Borders borders = facts.roads().borders();
    Optional<Crossing> crossed = borders.find(link.fromId(), link.toId(), link.mediumId());
    ledger.same("link.crossing", link.id(), crossed, claimed);
    boolean open = borders.allows(link.fromId(), link.toId());
    ledger.holds("link.border", link.id(), open, "no link across a closed border", crossed);
  }

  /** Follows a place's links to the network and notes the round trips on the way back. */
  private void trace(String start) {
    Deque<BuiltLink> way = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    String at = start;
    while (linkOf.containsKey(at) && !roundTripMs.containsKey(at) && seen.add(at)) {
      way.push(linkOf.get(at));
      at = linkOf.get(at).toId();
    }
    boolean cycle = seen.contains(at);
    ledger.holds("link.cycle", start, !cycle, "a way to the network", "a loop through " + at);
    if (cycle) {
      onCycle.addAll(seen);
    }
    double ms = cycle ? Double.NaN : roundTripMs.getOrDefault(at, 0.0);
    for (BuiltLink link : way) {
      LinkPrice laid = laid(link);
      ms += laid == null ? Double.NaN : laid.roundTripMs(link.distanceKm());
      roundTripMs.put(link.fromId(), ms);
    }
  }

  /** The medium of a link as it is laid there; null when there is none of its id. */
  private LinkPrice laid(BuiltLink link) {
    Medium medium = facts.media().get(link.mediumId());
    return medium == null ? null : facts.roads().laid(medium, link.fromId(), link.toId());
  }

  private void flow(AccessSite site, long[] bps, long[] served) {
    String at = site.placeId();
    boolean rooted = linkOf.containsKey(at);
    ledger.holds("link.rooted", site.id(), rooted, "a link towards the network", "none");
    while (linkOf.containsKey(at) && !onCycle.contains(at)) {
      for (int t = 0; t < bps.length; t++) {
        loadBps.add(at, t, bps[t] - (t == 0 ? 0 : bps[t - 1]));
        users.add(at, t, served[t] - (t == 0 ? 0 : served[t - 1]));
      }
      at = linkOf.get(at).toId();
    }
    if (rooted && !onCycle.contains(at)) {
      boolean root = facts.nodes().containsKey(at) || tap(at) != null || SkyLinks.isUp(at);
      ledger.holds("link.rooted", site.id(), root, "a network node, a tap or the sky", at);
    }
  }

  /** A link's length from where its ends lie; in a redacted copy as stated, if it can be. */
  private double lengthKm(BuiltLink link) {
    if (facts.redacted().isThere()) {
      facts.redacted().checkLength(link, ledger);
      return link.distanceKm();
    }
    double km = facts.roads().km(link.fromId(), link.from(), link.toId(), link.to());
    ledger.same("link.length", link.id(), km, link.distanceKm());
    return km;
  }

  /**
   * @param loads at the end of each phase
   * @param first phase in which it is used
   */
  private void check(BuiltLink link, SightClaim sight, long[] loads, int first) {
    ledger.same("link.ends", link.id(), or(place(link.fromId())), link.from());
    boolean up = SkyLinks.isUp(link.toId());
    LonLat end = up ? facts.place(link.fromId()) : end(link.toId());
    ledger.same("link.ends", link.id(), or(end), link.to());
    double km = lengthKm(link);
    long bps = loads[loads.length - 1];
    ledger.same("link.load", link.id(), bps, SiteChecks.bps(link.loadMbps()));
    ledger.same("buildYear", link.id(), payments.firstYear(first), link.buildYear());
    LinkPrice laid = laid(link);
    boolean allowed = laid != null && facts.allowedMedia().contains(link.mediumId());
    if (!ledger.holds("medium.allowed", link.id(), allowed, "allowed", link.mediumId())) {
      return;
    }
    Medium medium = laid.medium();
    boolean bySky = SkyLinks.isOf(medium);
    String upperEnd = bySky ? SkyLinks.end(medium) : "a place or the network";
    boolean fits = bySky ? link.toId().equals(upperEnd) : !up;
    ledger.holds("link.ends", link.id(), fits, upperEnd, link.toId());
    boolean stands = !RadioPath.isOf(medium) || facts.roads().stands(link.fromId(), link.toId());
    ledger.holds("link.road", link.id(), stands, "something that stands at both ends", "a road");
    boolean spans = LinkPrice.reaches(medium, km);
    if (!ledger.holds("link.hop", link.id(), spans, "within the longest hop", km)) {
      return;
    }
    if (!facts.redacted().isThere()) {
      checkHop(medium, link, sight);
    }
    int systems = LinkPrice.systems(medium, bps);
    ledger.same("link.systems", link.id(), systems, link.systems());
    int most = LinkPrice.mostSystems(medium);
    boolean held = Math.max(systems, link.systems()) <= most;
    String rule = bySky ? "link.backhaul" : "link.spectrum";
    ledger.holds(rule, link.id(), held, "≤ " + most + " systems", link.systems());
    long[] sizes = new long[payments.count()];
    for (int t = first; t < sizes.length; t++) {
      sizes[t] = LinkPrice.systems(medium, loads[t]);
    }
    Cost cost =
        payments.grown(
            link.id(),
            sizes,
            1,
            false,
            (size, then) ->
                size == 0 ? Cost.ZERO : laid.cost(km, (int) (long) size, then.prices().years()));
    total = total.plus(cost);
    ledger.cost(
        "link.cost",
        link.id(),
        cost,
        new Ledger.Money3(link.capexUsd(), link.opexUsdPerYear(), link.lifetimeCostUsd()));
  }

  /** What the ground and the rain at its ends let a radio link be. */
  private void checkHop(Medium medium, BuiltLink link, SightClaim sight) {
    double fromM = facts.hops().antennaM(link.fromId());
    double toM = facts.hops().antennaM(link.toId());
    String seen = sight.expected(medium, link, fromM, toM);
    ledger.same("link.sight", link.id(), seen, sight.sight());
    boolean open =
        !seen.equals(RadioPath.BLOCKED)
            && !(RadioPath.isOf(medium)
                && facts.hops().blocked().holds(link.fromId(), link.toId()));
    ledger.holds("link.ground", link.id(), open, "a line of sight", "ground in it");
    check(medium, link, sight.rainMmPerHour());
  }

  /** A radio link must state the harder rain of its ends and be no longer than that lets it. */
  private void check(Medium medium, BuiltLink link, double statedMmPerHour) {
    if (RadioPath.isOf(medium)) {
      double mmPerHour = facts.hops().rainMmPerHour(link.fromId(), link.toId());
      ledger.same("link.rain", link.id(), mmPerHour, statedMmPerHour);
      double longestKm = RadioPath.longestKm(mmPerHour);
      boolean within = link.distanceKm() <= longestKm;
      ledger.holds("link.rain", link.id(), within, "≤ " + longestKm + " km", link.distanceKm());
    }
  }

  private static Object or(LonLat place) {
    return place == null ? "no such place" : place;
  }

  /** Where a settlement, tower or place on a road lies; null when there is none of this id. */
  private LonLat place(String id) {
    LonLat place = facts.place(id);
    return place == null ? facts.roads().places().get(id) : place;
  }

  private LonLat end(String id) {
    LonLat place = place(id);
    LonLat node = place == null ? facts.nodes().get(id) : place;
    return node == null ? tap(id) : node;
  }

  /** Place of a network node or tap; null when there is none of this id. */
  public LonLat root(String id) {
    LonLat node = facts.nodes().get(id);
    return node == null ? tap(id) : node;
  }

  /** The place of {@code tap:<line>@<lon>,<lat>} if it lies on that operational line, else null. */
  private LonLat tap(String id) {
    int at = id.lastIndexOf('@');
    int comma = id.lastIndexOf(',');
    boolean placed = comma > at || facts.redacted().isThere();
    if (!id.startsWith("tap:") || at < 0 || !placed) {
      return null;
    }
    List<LonLat> line = facts.fibreLines().get(id.substring(4, at));
    if (line == null) {
      return null;
    }
    if (facts.redacted().isThere()) {
      return facts.redacted().end(id);
    }
    try {
      LonLat place =
          new LonLat(
              Double.parseDouble(id.substring(at + 1, comma)),
              Double.parseDouble(id.substring(comma + 1)));
      // one spelling for one place, or two taps could stand there
      boolean spelt = id.endsWith("@" + place.lon() + "," + place.lat());
      return spelt && degreesTo(line, place) <= TAP_TOLERANCE_DEG ? place : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Least distance of a place from a line in degrees, each stretch straight in lon and lat. */
  private static double degreesTo(List<LonLat> path, LonLat place) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k + 1 < path.size(); k++) {
      double dx = path.get(k + 1).lon() - path.get(k).lon();
      double dy = path.get(k + 1).lat() - path.get(k).lat();
      double px = place.lon() - path.get(k).lon();
      double py = place.lat() - path.get(k).lat();
      double length2 = dx * dx + dy * dy;
      double t = length2 == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
      double ex = px - t * dx;
      double ey = py - t * dy;
      least = Math.min(least, Math.sqrt(ex * ex + ey * ey));
    }
    return least;
  }

  /** What comes to a node or tap over links of second ways alone. */
  long secondBps(String toId) {
    return secondBps.getOrDefault(toId, 0L);
  }

  /** What comes over the link from a place. */
  long loadBps(String fromId) {
    return loadBps.last(fromId);
  }

  /** The same at the end of each phase. */
  long[] loadsBps(String fromId) {
    return loadBps.of(fromId);
  }

  /** Both ways between a place and the network; not-a-number when it has no way. */
  double roundTripMs(String placeId) {
    return roundTripMs.getOrDefault(placeId, Double.NaN);
  }

  /** Takes what goes up to satellites. */
  interface Upward {
    void takes(Medium medium, LonLat at, long bps);
  }

  void upward(Upward visitor) {
    linkOf.forEach(
        (placeId, link) -> {
          Medium medium = facts.media().get(link.mediumId());
          LonLat at = facts.place(placeId);
          if (medium != null && SkyLinks.isOf(medium) && at != null) {
            visitor.takes(medium, at, loadBps(placeId));
          }
        });
  }

  public Cost total() {
    return total;
  }
}
