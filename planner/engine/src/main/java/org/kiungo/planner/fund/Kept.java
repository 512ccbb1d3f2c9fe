package org.kiungo.planner.fund;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.partner.Partner;

/** What of standing payments is still lawful and covered. */
final class Kept {

  private final State state;
  private final List<Partner> partners;

  /**
   * @param ledger cents by project and partner's letter
   */
  Kept(
      Map<String, Map<String, Long>> ledger,
      FundingQuestion question,
      List<Job> jobs,
      List<Row> rows,
      Payer payer) {
    partners = question.partnership().partners();
    state = new State(jobs, rows, question.partners(), payer, new Deal[jobs.size()]);
    // those who need nobody come first, so that whoever needs them finds them funded
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int p = 0; p < jobs.size(); p++) {
        Map<String, Long> paid = ledger.get(jobs.get(p).project().id());
        if (paid != null && !state.funded(p) && state.ready(p)) {
          changed |= state.fund(p, nearest(paid));
        }
      }
    }
  }

  Deal[] deals() {
    return state.deals();
  }

  /** Prices that lead to whoever paid before, the largest payer first. */
  private double[] nearest(Map<String, Long> paid) {
    double all = Math.max(1, paid.values().stream().mapToLong(c -> c).sum());
    double[] price = new double[partners.size()];
    Arrays.setAll(price, k -> 2 - paid.getOrDefault(partners.get(k).letter(), 0L) / all);
    return price;
  }
}
