package org.kiungo.planner.partner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a partner's money comes: what is spent in a phase is taken from the envelopes whose years
 * begin first, each from its first year on and none before the phase begins.
 *
 * @param centsByYear that come, by year
 * @param laterCents of them that come after the first year of the phase that spends them
 */
record Draws(SortedMap<Integer, Long> centsByYear, long laterCents) {

  /** What is left of an envelope that comes in a phase. */
  private static final class Purse {
    private final int phase;
    private final int year;
    private long cents;

    Purse(int phase, int year, long cents) {
      this.phase = phase;
      this.year = year;
      this.cents = cents;
    }
  }

  /**
   * @param spent cents by phase, no more than has come in
   */
  static Draws of(Partner partner, long[] spent, List<PhaseYears> phases) {
    List<Purse> purses = new ArrayList<>();
    for (Envelope each : partner.envelopes()) {
      for (int t = 0; t < phases.size(); t++) {
        if (phases.get(t).meets(each)) {
          purses.add(new Purse(t, each.firstYear(), partner.cents(each)));
        }
      }
    }
    purses.sort(Comparator.comparingInt(each -> each.year));
    SortedMap<Integer, Long> byYear = new TreeMap<>();
    long later = 0;
    for (int t = 0; t < spent.length; t++) {
      int built = phases.get(t).firstYear();
      long due = spent[t];
      for (Purse each : purses) {
        boolean open = each.phase == t || each.phase < t && partner.carriesOver();
        long drawn = open ? Math.min(due, each.cents) : 0;
        if (drawn > 0) {
          byYear.merge(Math.max(built, each.year), drawn, Long::sum);
          later += each.year > built ? drawn : 0;
          each.cents -= drawn;
          due -= drawn;
        }
      }
      if (due > 0) {
        // a folder from elsewhere may spend more than comes
        byYear.merge(built, due, Long::sum);
      }
    }
    return new Draws(byYear, later);
  }

  /** As folders of before told it: all in the first year of the phase that spends it. */
  static Draws inFirstYears(long[] spent, List<PhaseYears> phases) {
    SortedMap<Integer, Long> byYear = new TreeMap<>();
    for (int t = 0; t < spent.length; t++) {
      if (spent[t] > 0) {
        byYear.put(phases.get(t).firstYear(), spent[t]);
      }
    }
    return new Draws(byYear, 0);
  }
}
