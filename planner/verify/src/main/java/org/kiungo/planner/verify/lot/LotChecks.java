package org.kiungo.planner.verify.lot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.Lot.Quantity;
import org.kiungo.planner.folder.lot.Lot.Release;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.folder.lot.Lots.Point;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.read.Facts;

/** Lots are a partition of the plan, and every figure of them follows from what they build. */
public final class LotChecks {

  private static final String PARTS = "lots.parts";
  private static final String COST = "lots.cost";
  private static final String QUANTITIES = "lots.quantities";
  private static final String PEOPLE = "lots.people";
  private static final String POINTS = "lots.points";
  private static final String RULES = "lots.rules";
  private static final String PHASE = "lots.phase";

  private static final double RATIO = 1e-9;

  /** Shares of terminals add up to whole ones but for how a computer adds. */
  private static final double SHARES = 1e-5;

  private static final double THOUSANDTH = 0.001;

  private final Lots stated;
  private final LotClaims claims;
  private final Facts facts;
  private final Ledger ledger;
  private final Map<String, Bought> bought;
  private final DueStates states;
  private final Map<String, String> lotOf = new HashMap<>();
  private final Map<String, String> carrierAt = new HashMap<>();

  public LotChecks(LotClaims claims, Ledger ledger) {
    this.claims = claims;
    this.ledger = ledger;
    stated = claims.stated();
    facts = claims.facts();
    bought = new PlanBills(claims.plan(), facts).all();
    states = new DueStates(claims.plan(), claims.inputs());
  }

  private static List<String> members(Lot lot) {
    List<String> members = new ArrayList<>();
    lot.members().services().forEach(id -> members.add("services:" + id));
    lot.members().sites().forEach(id -> members.add("sites:" + id));
    lot.members().links().forEach(id -> members.add("links:" + id));
    lot.members().nodes().forEach(id -> members.add("nodes:" + id));
    return members;
  }

  /** Applies every rule. */
  public void check() {
    parts();
    for (Map.Entry<String, Bought> each : bought.entrySet()) {
      String key = each.getKey();
      boolean carries = key.startsWith("links:") || key.startsWith("nodes:");
      if (carries && each.getValue().carrier().isEmpty()) {
        carrierAt.put(each.getValue().at(), key);
      }
    }
    Set<String> ids = new HashSet<>();
    for (Lot each : stated.lots()) {
      ledger.holds(PARTS, each.id(), ids.add(each.id()), "one lot of a name", "two");
      lot(each);
    }
    rules();
    points();
    totals();
  }

  private void parts() {
    for (Lot lot : stated.lots()) {
      for (String member : members(lot)) {
        String other = lotOf.putIfAbsent(member, lot.id());
        boolean known = bought.containsKey(member);
        ledger.holds(
            PARTS,
            member,
            known && other == null,
            known ? "in one lot" : "something that the plan buys",
            other == null ? lot.id() : other + ", " + lot.id());
      }
    }
    for (String each : bought.keySet()) {
      boolean there = lotOf.containsKey(each);
      ledger.holds(PARTS, each, there, "in one lot", there ? "" : "in none");
    }
  }

  private void lot(Lot lot) {
    Cost cost = Cost.ZERO;
    double likely = 0;
    double sure = 0;
    Map<String, Bought.Row> rows = new TreeMap<>();
    Set<String> requires = new TreeSet<>();
    Map<String, String> hashes = new LinkedHashMap<>();
    for (String member : members(lot)) {
      Bought each = bought.get(member);
      if (each == null) {
        continue;
      }
      ledger.same(PHASE, member, each.phase(), lot.phase());
      ledger.same("lots.state", member, states.of(member, each), lot.state());
      cost = cost.plus(each.cost());
      likely += each.likely();
      sure += each.sure();
      for (Bought.Row row : each.rows()) {
        rows.merge(
            row.key(),
            row,
            (a, b) ->
                new Bought.Row(a.key(), a.quantity() + b.quantity(), a.cost().plus(b.cost())));
      }
      String carrier =
          each.carrier().isEmpty() ? carrierAt.getOrDefault(each.towards(), "") : each.carrier();
      String other = lotOf.getOrDefault(carrier, lot.id());
      if (!other.equals(lot.id())) {
        requires.add(other);
      }
      if (member.startsWith("services:") && each.likely() > 0) {
        hashes.put(each.at(), hash(stated.rules().seed() + "/" + lot.id() + "/" + each.at()));
      }
      region(lot, member);
    }
    years(lot);
    cost(COST, lot.id(), cost, lot.cost());
    ledger.same("lots.requires", lot.id(), List.copyOf(requires), lot.requires());
    quantities(lot, rows);
    people(lot.id(), likely, lot.people().likely());
    people(lot.id(), sure, lot.people().sure());
    List<String> drawn =
        hashes.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .limit(stated.rules().drawn())
            .map(Map.Entry::getKey)
            .toList();
    ledger.same("lots.drawn", lot.id(), drawn, lot.drawn());
    releases(lot);
  }

  /** A site stands in a region of its lot. */
  private void region(Lot lot, String member) {
    Bought site = member.startsWith("sites:") ? bought.get(member) : null;
    Settlement at = site == null ? null : facts.settlements().get(site.at());
    if (at != null) {
      boolean own = lot.country().equals(at.country()) && lot.regions().contains(at.district());
      ledger.holds(RULES, member, own, at.country() + " " + at.district(), lot.regions());
    }
  }

  private void years(Lot lot) {
    List<Facts> phases = facts.phases();
    boolean there = lot.phase() >= 1 && lot.phase() <= phases.size();
    if (ledger.holds(PHASE, lot.id(), there, "a phase of the plan", lot.phase())) {
      Money money = phases.get(lot.phase() - 1).money();
      int last =
          lot.phase() == phases.size()
              ? money.lastYear()
              : phases.get(lot.phase()).money().firstYear() - 1;
      ledger.same(PHASE, lot.id(), money.firstYear(), lot.firstYear());
      ledger.same(PHASE, lot.id(), last, lot.lastYear());
      String built = money.firstYear() + "-12-31";
      ledger.same(PHASE, lot.id(), built, lot.completionDate());
      for (Release each : lot.releases()) {
        boolean later = each.point().equals("still-so");
        String due = later ? money.firstYear() + 1 + "-12-31" : built;
        ledger.same(POINTS, lot.id() + " " + each.point(), due, each.dueDate());
      }
    }
  }

  private void cost(String rule, String where, Cost due, Lot.Cost found) {
    ledger.cost(
        rule,
        where,
        due,
        new Ledger.Money3(found.capexUsd(), found.opexUsdPerYear(), found.lifetimeUsd()));
  }

  private void quantities(Lot lot, Map<String, Bought.Row> due) {
    Set<String> there = new HashSet<>();
    for (Quantity each : lot.quantities()) {
      String key = Bought.Row.key(each.item(), each.of());
      String where = lot.id() + " " + key;
      Bought.Row row = due.get(key);
      boolean once = there.add(key) && row != null;
      if (ledger.holds(QUANTITIES, where, once, "built, told once", each.quantity())) {
        boolean same = ordered(each, row.quantity());
        ledger.holds(QUANTITIES, where, same, row.quantity(), each.quantity());
        cost(QUANTITIES, where, row.cost(), each.cost());
        unit(where, each);
      }
    }
    ledger.same(QUANTITIES, lot.id(), due.keySet(), new TreeSet<>(there));
    Cost sum = Cost.ZERO;
    for (Quantity each : lot.quantities()) {
      sum =
          sum.plus(
              new Cost(
                  Cost.cents(each.cost().capexUsd()),
                  Cost.cents(each.cost().opexUsdPerYear()),
                  Cost.cents(each.cost().lifetimeUsd()),
                  0));
    }
    cost(QUANTITIES, lot.id(), sum, lot.cost());
  }

  /** What can be ordered of what the plan has: whole lines and terminals, else to a thousandth. */
  private static boolean ordered(Quantity each, double due) {
    if (each.item().equals("terminals")) {
      double more = each.quantity() - due;
      return each.quantity() >= 1
          && each.quantity() == Math.rint(each.quantity())
          && (more > -SHARES && more < 1 || each.quantity() == 1 && due < 1);
    }
    boolean least = each.quantity() == THOUSANDTH && due < THOUSANDTH;
    double off = Math.abs(due - each.quantity());
    return least || each.quantity() > 0 && off <= THOUSANDTH / 2 + RATIO * Math.max(1, due);
  }

  /** Quantity times unit cost is the cost to the cent. */
  private void unit(String where, Quantity each) {
    long cents = Cost.cents(each.cost().capexUsd());
    double unit = each.unitCapexUsd();
    if (cents == 0) {
      ledger.near(QUANTITIES, where, Double.NaN, unit);
    } else {
      ledger.same(QUANTITIES, where, cents, Math.round(100 * unit * each.quantity()));
    }
    boolean within =
        cents == 0
            ? Double.isNaN(each.unitLowUsd()) && Double.isNaN(each.unitHighUsd())
            : each.unitLowUsd() <= unit && unit <= each.unitHighUsd();
    ledger.holds(QUANTITIES, where, within, unit, each.unitLowUsd() + "–" + each.unitHighUsd());
  }

  /** Whole people are those of the lot but for less than one. */
  private void people(String where, double due, long found) {
    ledger.holds(PEOPLE, where, Math.abs(due - found) < 1 + RATIO * due, due, found);
  }

  private void releases(Lot lot) {
    List<Point> points = stated.points();
    List<Release> releases = lot.releases();
    long sum = 0;
    if (lot.state() == Lot.State.ACCEPTED) {
      ledger.holds(POINTS, lot.id(), releases.isEmpty(), "nothing left to release", releases);
      return;
    }
    ledger.same(POINTS, lot.id(), points.size(), releases.size());
    for (int k = 0; k < Math.min(points.size(), releases.size()); k++) {
      ledger.same(POINTS, lot.id(), points.get(k).code(), releases.get(k).point());
      double due = 100 * points.get(k).releaseRatio() * lot.cost().capexUsd();
      long cents = Cost.cents(releases.get(k).usd());
      ledger.holds(POINTS, lot.id(), Math.abs(cents - due) < 1 + RATIO * due, due, cents);
      sum += cents;
    }
    ledger.same(POINTS, lot.id(), Cost.cents(lot.cost().capexUsd()), sum);
  }

  private void points() {
    Set<String> codes = new HashSet<>();
    double sum = 0;
    for (Point each : stated.points()) {
      ledger.holds(POINTS, each.code(), codes.add(each.code()), "once", "twice");
      sum += each.releaseRatio();
    }
    ledger.holds(POINTS, "sum", Math.abs(sum - 1) <= RATIO, 1, sum);
  }

  /** What is tendered and dearer than the limit cannot be cut: it is one place. */
  private void rules() {
    Lots.Rules rules = stated.rules();
    ledger.rule(RULES);
    Map<String, Integer> many = new HashMap<>();
    for (Lot each : stated.lots()) {
      if (each.state() != Lot.State.PLANNED) {
        continue;
      }
      boolean within = rules.mostUsd() == 0 || each.cost().capexUsd() <= rules.mostUsd();
      Set<String> places = new HashSet<>();
      each.members().sites().forEach(id -> places.add(place(id)));
      boolean one = places.size() <= 1;
      ledger.holds(RULES, each.id(), within || one, rules.mostUsd(), each.cost().capexUsd());
      String where = each.phase() + " " + each.country() + " " + each.regions();
      int lots = many.merge(where, 1, Integer::sum);
      boolean few = rules.lotsPerRegion() == 0 || lots <= rules.lotsPerRegion();
      ledger.holds(RULES, each.id(), few, rules.lotsPerRegion(), lots);
    }
  }

  private String place(String siteId) {
    Bought site = bought.get("sites:" + siteId);
    return site == null ? siteId : site.at();
  }

  private void totals() {
    Cost sum = Cost.ZERO;
    long likely = 0;
    long sure = 0;
    for (Lot each : stated.lots()) {
      sum =
          sum.plus(
              new Cost(
                  Cost.cents(each.cost().capexUsd()),
                  Cost.cents(each.cost().opexUsdPerYear()),
                  Cost.cents(each.cost().lifetimeUsd()),
                  0));
      likely += each.people().likely();
      sure += each.people().sure();
    }
    var totals = claims.plan().totals();
    cost(COST, "total", sum, stated.total().cost());
    cost(
        COST,
        "plan",
        sum,
        new Lot.Cost(totals.capexUsd(), totals.opexUsdPerYear(), totals.lifetimeCostUsd()));
    long dueLikely = Math.round(totals.peopleServed() + totals.peopleBasic());
    long dueSure =
        totals.today() == null ? dueLikely : Math.round(totals.today().peopleGainedSure());
    ledger.same(PEOPLE, "likely", dueLikely, likely);
    ledger.same(PEOPLE, "sure", dueSure, sure);
    ledger.same(PEOPLE, "likely", likely, stated.total().people().likely());
    ledger.same(PEOPLE, "sure", sure, stated.total().people().sure());
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
