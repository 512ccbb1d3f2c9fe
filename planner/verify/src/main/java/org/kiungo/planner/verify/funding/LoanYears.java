package org.kiungo.planner.verify.funding;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.verify.check.Ledger;
import tools.jackson.databind.JsonNode;

/**
 * What a payer's envelopes let it pay in which year, and what its loans cost then. An envelope may
 * be drawn from the first of its years, never before; those that come first are drawn first.
 */
final class LoanYears {

  private static final String RULE = "funding.debt";

  /** Sums of amounts in another order may fall to either side of half a cent. */
  private static final double CENT = 0.0101;

  private final Payer payer;
  private final List<int[]> phases;
  private final long[] spent;
  private final TreeMap<Integer, Long> drawn = new TreeMap<>();
  private long laterCents;

  /**
   * @param phases first and last year of each
   * @param spent cents in each
   */
  LoanYears(Payer payer, List<int[]> phases, long[] spent) {
    this.payer = payer;
    this.phases = phases;
    this.spent = spent;
    TreeMap<Integer, Long> kept = new TreeMap<>();
    for (int t = 0; t < spent.length; t++) {
      if (!payer.carriesOver()) {
        kept.clear();
      }
      payer.centsByYear(phases.get(t)).forEach((year, cents) -> kept.merge(year, cents, Long::sum));
      draw(t, kept);
    }
  }

  private void draw(int t, TreeMap<Integer, Long> kept) {
    int built = phases.get(t)[0];
    long due = spent[t];
    while (due > 0 && !kept.isEmpty()) {
      Map.Entry<Integer, Long> first = kept.pollFirstEntry();
      long part = Math.min(due, first.getValue());
      if (part < first.getValue()) {
        kept.put(first.getKey(), first.getValue() - part);
      }
      drawn.merge(Math.max(built, first.getKey()), part, Long::sum);
      laterCents += first.getKey() > built ? part : 0;
      due -= part;
    }
  }

  /** Cents that come after the first year of the phase that they pay. */
  long laterCents() {
    return laterCents;
  }

  /** Holds debt service as an account states it to the loan's terms, year by year. */
  void check(JsonNode account, Ledger ledger) {
    if (payer.instrument().equals("loan")) {
      TreeMap<Integer, Double> stated = new TreeMap<>();
      account.get("debtService").forEach(y -> stated.put(y.get("year").intValue(), usd(y)));
      TreeMap<Integer, Double> due = service(drawn);
      if (!isAbout(due, stated) && isAbout(service(atOnce()), stated)) {
        ledger.open("funding.older", payer.letter());
        return;
      }
      ledger.holds(RULE, payer.letter(), isAbout(due, stated), due, stated);
    }
  }

  private static double usd(JsonNode year) {
    return year.get("usd").doubleValue();
  }

  private static boolean isAbout(Map<Integer, Double> due, Map<Integer, Double> stated) {
    return due.keySet().equals(stated.keySet())
        && due.entrySet().stream()
            .allMatch(each -> Math.abs(each.getValue() - stated.get(each.getKey())) <= CENT);
  }

  /** As folders of before had it: when the phase begins. */
  private TreeMap<Integer, Long> atOnce() {
    TreeMap<Integer, Long> all = new TreeMap<>();
    for (int t = 0; t < spent.length; t++) {
      if (spent[t] > 0) {
        all.put(phases.get(t)[0], spent[t]);
      }
    }
    return all;
  }

  /** Interest on what is owed at the beginning of a year, and equal parts after the grace years. */
  private TreeMap<Integer, Double> service(TreeMap<Integer, Long> paidOut) {
    int tenor = (int) payer.term("tenorYears");
    int grace = (int) payer.term("graceYears");
    double rate = payer.term("rateRatio");
    TreeMap<Integer, Double> service = new TreeMap<>();
    paidOut.forEach(
        (year, cents) -> {
          for (int k = 1; k <= tenor; k++) {
            int before = Math.max(0, k - 1 - grace);
            double owedRatio = 1 - (double) before / (tenor - grace);
            double repaidRatio = k > grace ? 1.0 / (tenor - grace) : 0;
            double usd = cents / 100.0 * (owedRatio * rate + repaidRatio);
            service.merge(year + k, usd, Double::sum);
          }
        });
    return service;
  }
}
