package org.kiungo.planner.fund;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.GuaranteedBy;

/** Envelopes as sums over phases that must not be exceeded. */
final class Rows {

  private Rows() {}

  static List<Row> of(Partnership partnership, List<PhaseYears> phases) {
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < partnership.partners().size(); k++) {
      Partner partner = partnership.partners().get(k);
      if (!partner.instrument().pays()) {
        continue;
      }
      rows.addAll(rows(k, partner, partner.centsByPhase(phases), 1, false));
      for (Condition condition : partner.conditions()) {
        if (condition instanceof GuaranteedBy by) {
          Partner guarantor = partnership.get(by.partner());
          rows.addAll(rows(k, guarantor, guarantor.centsByPhase(phases), by.coverRatio(), true));
        }
      }
    }
    return rows;
  }

  /** Money that moves on is capped from the first phase up to each; other money in each phase. */
  private static List<Row> rows(
      int partner, Partner purse, long[] cents, double cover, boolean guarantor) {
    List<Row> rows = new ArrayList<>();
    long sum = 0;
    for (int t = 0; t < cents.length; t++) {
      sum += cents[t];
      int first = purse.carriesOver() ? 0 : t;
      long within = purse.carriesOver() ? sum : cents[t];
      rows.add(new Row(partner, first, t, covered(within, cover), guarantor));
    }
    return rows;
  }

  /** The most cents of which a share does not exceed an amount. */
  private static long covered(long cents, double cover) {
    long most = (long) Math.floor(cents / cover);
    while (cover * most > cents) {
      most--;
    }
    return most;
  }
}
