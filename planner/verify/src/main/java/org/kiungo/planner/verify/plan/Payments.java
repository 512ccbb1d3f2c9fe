package org.kiungo.planner.verify.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.BusyHourLoad;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;

/**
 * The phases in which a plan builds, and what it pays in each; where the scenario has none, one
 * from the first year on. What grows is paid phase by phase, and what a plan says it adds later is
 * held against that.
 */
public final class Payments {

  private final List<Facts> phases;
  private final Ledger ledger;
  private final long[] cents;
  private final long[] regretted;
  private final Map<String, Further> further = new TreeMap<>();

  public Payments(Facts facts, Claims claims, Ledger ledger) {
    this.ledger = ledger;
    phases = facts.phases();
    cents = new long[phases.size()];
    regretted = new long[phases.size()];
    if (isPhased()) {
      ledger.rule("phase.further");
      ledger.rule("phase.replaced");
    }
    for (Further each : claims.further()) {
      Further other = further.put(key(each.assetId(), each.buildYear()), each);
      ledger.holds("phase.further", each.assetId(), other == null, "once a phase", "twice");
    }
  }

  private static String key(String id, int year) {
    return id + '\u0000' + year;
  }

  boolean isPhased() {
    return phases.size() > 1;
  }

  int count() {
    return phases.size();
  }

  /** What settlements load their networks with in the last year of a phase. */
  BusyHourLoad load(int phase) {
    Facts facts = phases.get(phase);
    boolean isLast = phase == phases.size() - 1;
    return isLast ? facts.load() : facts.load().sizedFor(firstYear(phase + 1) - 1);
  }

  /** Facts at the prices of a phase. */
  Facts at(int phase) {
    return phases.get(phase);
  }

  int firstYear(int phase) {
    return phases.get(phase).money().firstYear();
  }

  /**
   * Phase of a build; one that is in no phase's first year breaks a rule and counts as the first.
   */
  int phaseOf(String id, int buildYear) {
    for (int t = 0; t < phases.size(); t++) {
      if (firstYear(t) == buildYear) {
        return t;
      }
    }
    ledger.holds("buildYear", id, false, "first year of a phase", buildYear);
    return 0;
  }

  /** Notes what something costs that is built in one phase. */
  void pay(int phase, Cost cost) {
    cents[phase] += cost.lifetimeCents();
  }

  /** Notes that something is replaced later. */
  void regret(int phase, Cost cost) {
    regretted[phase] += cost.lifetimeCents();
  }

  /** Cents paid in a phase for what is replaced later. */
  long regretted(int phase) {
    return regretted[phase];
  }

  /**
   * What an asset costs in all phases together.
   *
   * @param sizes units, systems or bits per second at the end of each phase; 0 = not there yet
   * @param perUnit of {@link Further#further}: what one of it is in sizes
   * @param isListed true where its first part is listed too
   * @param cost of a size in a phase
   */
  Cost grown(
      String id,
      long[] sizes,
      double perUnit,
      boolean isListed,
      BiFunction<Long, Facts, Cost> cost) {
    Cost sum = Cost.ZERO;
    long before = 0;
    boolean isFirst = true;
    for (int t = 0; t < sizes.length; t++) {
      if (sizes[t] != before) {
        Cost more = cost.apply(sizes[t], phases.get(t)).less(cost.apply(before, phases.get(t)));
        pay(t, more);
        sum = sum.plus(more);
        if (isPhased() && (isListed || !isFirst)) {
          added(id, t, (sizes[t] - before) / perUnit, more);
        }
        isFirst = false;
        before = sizes[t];
      }
    }
    return sum;
  }

  private void added(String id, int phase, double size, Cost cost) {
    Further stated = further.remove(key(id, firstYear(phase)));
    if (ledger.holds("phase.further", id, stated != null, "added in " + firstYear(phase), "no")) {
      ledger.about("phase.further", id, size, stated.further());
      ledger.cost(
          "phase.further",
          id,
          cost,
          new Ledger.Money3(stated.capexUsd(), stated.opexUsdPerYear(), stated.lifetimeCostUsd()));
    }
  }

  /** What is said to be added and is not needed. */
  void checkRest() {
    for (Further each : new ArrayList<>(further.values())) {
      ledger.holds("phase.further", each.assetId(), false, "nothing more", each.further());
    }
  }

  /** Cents paid in a phase. */
  long cents(int phase) {
    return cents[phase];
  }

  /** Sums that add up from phase to phase. */
  static final class Cumulative {
    private final Map<String, long[]> byId = new HashMap<>();
    private final int phases;

    Cumulative(int phases) {
      this.phases = phases;
    }

    /** Adds an amount from a phase on. */
    void add(String id, int phase, long amount) {
      long[] sums = byId.computeIfAbsent(id, k -> new long[phases]);
      for (int t = phase; t < phases; t++) {
        sums[t] += amount;
      }
    }

    /** Adds what has grown to so much by the end of each phase, from a phase on. */
    void add(String id, int phase, long[] amounts) {
      long[] sums = byId.computeIfAbsent(id, k -> new long[phases]);
      for (int t = phase; t < phases; t++) {
        sums[t] += amounts[t];
      }
    }

    /** At the end of each phase. */
    long[] of(String id) {
      return byId.getOrDefault(id, new long[phases]);
    }

    long last(String id) {
      return of(id)[phases - 1];
    }
  }
}
