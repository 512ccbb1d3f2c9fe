package org.kiungo.planner.verify.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.verify.formula.Cost;

/** Counts how often each rule held, and keeps the first case in which it did not. */
public final class Ledger {

  /** Relative difference that sums of doubles in nearly the same order may show. */
  private static final double SUM_RATIO = 1e-14;

  /** The same in any order, of a million terms or less. */
  private static final double SHUFFLED_RATIO = 1e-12;

  private final boolean shuffled;

  private static final class Entry {
    private long examined;
    private long wrong;
    private String where = "";
    private String expected = "";
    private String found = "";
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Open> open = new ArrayList<>();
  private final List<String> given = new ArrayList<>();

  /** Of a folder whose lists have the order in which its sums were added up. */
  public Ledger() {
    this(false);
  }

  /**
   * @param shuffled true where lists have another order than that in which sums were added up
   */
  public Ledger(boolean shuffled) {
    this.shuffled = shuffled;
  }

  /** Records that a rule is applied, even if nothing in the plan falls under it. */
  public void rule(String code) {
    entries.computeIfAbsent(code, k -> new Entry());
  }

  public boolean holds(String code, String where, boolean ok, Object expected, Object found) {
    Entry entry = entries.computeIfAbsent(code, k -> new Entry());
    entry.examined++;
    if (!ok && entry.wrong++ == 0) {
      entry.where = where;
      Difference told = Difference.of(expected, found);
      entry.expected = told.expected();
      entry.found = told.found();
    }
    return ok;
  }

  /** True where a rule applied and was never broken. */
  public boolean holds(String code) {
    Entry entry = entries.get(code);
    return entry != null && entry.examined > 0 && entry.wrong == 0;
  }

  public boolean same(String code, String where, Object expected, Object found) {
    return holds(code, where, expected.equals(found), expected, found);
  }

  /** Equal but for the last of sixteen digits, where sums may be added up in another order. */
  public boolean about(String code, String where, double expected, double found) {
    double ratio = shuffled ? SHUFFLED_RATIO : SUM_RATIO;
    double least = ratio * Math.max(1, Math.abs(expected));
    boolean ok = Double.compare(expected, found) == 0 || Math.abs(expected - found) <= least;
    return holds(code, where, ok, expected, found);
  }

  /** A sum over the places: equal to the last digit, or nearly where their order is another. */
  public boolean sum(String code, String where, double expected, double found) {
    return shuffled ? about(code, where, expected, found) : near(code, where, expected, found);
  }

  /** Equal to the last digit, in the order of summation too; not-a-number equals itself. */
  public boolean near(String code, String where, double expected, double found) {
    return holds(code, where, Double.compare(expected, found) == 0, expected, found);
  }

  /** Equal to the cent in each of the three amounts, as sure as they are. */
  public void cost(String code, String where, Cost expected, Money3 found) {
    boolean ok =
        expected.isAbout(found.capexUsd(), found.opexUsdPerYear(), found.lifetimeCostUsd());
    holds(code, where, ok, Money3.of(expected), found);
  }

  /** The three amounts that every part of a plan states. */
  public record Money3(double capexUsd, double opexUsdPerYear, double lifetimeCostUsd) {
    static Money3 of(Cost cost) {
      return new Money3(cost.capexUsd(), cost.opexUsdPerYear(), cost.lifetimeUsd());
    }
  }

  /** Notes what keeps the plan from being proven though it breaks no rule. */
  public void open(String code, String what) {
    open.add(new Open(code, what));
  }

  /** Notes what is taken as the folder gives it. */
  public void given(String name) {
    given.add(name);
  }

  List<Open> open() {
    return open;
  }

  List<String> given() {
    return given;
  }

  /** All of it. */
  public Verification outcome() {
    return new Verification(checks(), open, given);
  }

  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    entries.forEach(
        (code, e) ->
            checks.add(new Check(code, e.examined, e.wrong, e.where, e.expected, e.found)));
    return checks;
  }
}
