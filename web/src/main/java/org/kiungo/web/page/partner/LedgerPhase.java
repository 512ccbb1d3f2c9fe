package org.kiungo.web.page.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.web.partner.Funded;

/**
 * Rows of a ledger that belong to one phase, with their sum.
 *
 * @param number from 1
 * @param years of the phase
 * @param rows projects, those that are paid for first
 * @param paidUsd by letter
 * @param allUsd paid in the phase
 * @param people of projects that are paid for
 */
public record LedgerPhase(
    int number,
    PhaseYears years,
    List<Funded.Row> rows,
    Map<String, Double> paidUsd,
    double allUsd,
    double people) {

  static List<LedgerPhase> of(Funded funded) {
    List<LedgerPhase> phases = new ArrayList<>();
    for (int t = 0; t < funded.phases().size(); t++) {
      int number = t + 1;
      List<Funded.Row> rows =
          funded.projects().stream().filter(each -> each.project().phase() == number).toList();
      Map<String, Double> paid = new TreeMap<>();
      double people = 0;
      for (Funded.Row each : rows) {
        each.paidUsd().forEach((letter, usd) -> paid.merge(letter, usd, Double::sum));
        people += each.funded() ? each.project().people() : 0;
      }
      double all = paid.values().stream().mapToDouble(each -> each).sum();
      phases.add(new LedgerPhase(number, funded.phases().get(t), rows, paid, all, people));
    }
    return phases;
  }
}
