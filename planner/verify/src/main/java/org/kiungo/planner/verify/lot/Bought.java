package org.kiungo.planner.verify.lot;

import java.util.List;
import org.kiungo.planner.verify.formula.Cost;

/**
 * Something that the plan buys in a phase.
 *
 * @param phase from 1
 * @param at place at which its traffic leaves it; of a service the settlement
 * @param carrier key of what it hangs on: a service's site, what it is added to; empty where that
 *     is found by place
 * @param towards place that carries its traffic further; empty where nothing does
 * @param likely people brought to service
 * @param sure the same at the upper end of today's coverage
 * @param rows of its bill
 */
record Bought(
    int phase,
    String at,
    String carrier,
    String towards,
    double likely,
    double sure,
    List<Row> rows) {

  /**
   * A row.
   *
   * @param key what is counted, and of what technology or medium
   */
  record Row(String key, double quantity, Cost cost) {
    static String key(String item, String of) {
      return item + "|" + of;
    }
  }

  Cost cost() {
    Cost sum = Cost.ZERO;
    for (Row each : rows) {
      sum = sum.plus(each.cost);
    }
    return sum;
  }
}
