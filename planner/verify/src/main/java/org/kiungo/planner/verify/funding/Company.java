package org.kiungo.planner.verify.funding;

import java.util.List;
import java.util.Map;
import org.kiungo.planner.verify.check.Ledger;
import tools.jackson.databind.JsonNode;

/** Who pays together. */
final class Company {

  private Company() {}

  /** Of some partners those who could find the company they ask for among them, bits. */
  static int inGoodCompany(List<Payer> payers, int among) {
    int left = among;
    for (int before = 0; before != left; ) {
      before = left;
      for (int k = 0; k < payers.size(); k++) {
        for (JsonNode c : payers.get(k).rules("only-with")) {
          boolean found = false;
          for (int j = 0; j < payers.size(); j++) {
            found |= (left >> j & 1) == 1 && names(c, payers.get(j).letter());
          }
          left &= found ? left : ~(1 << k);
        }
      }
    }
    return left;
  }

  /** Those who pay for a project keep what each of them asks of the others. */
  static void check(String project, Map<Payer, Long> paying, Ledger ledger) {
    for (Payer payer : paying.keySet()) {
      for (JsonNode c : payer.rules("only-with")) {
        boolean found = paying.keySet().stream().anyMatch(p -> names(c, p.letter()));
        ledger.holds("funding.only-with", project, found, c.get("partners"), payer.letter());
      }
      for (JsonNode c : payer.rules("not-with")) {
        boolean found = paying.keySet().stream().anyMatch(p -> names(c, p.letter()));
        ledger.holds("funding.not-with", project, !found, "none of " + c.get("partners"), "");
      }
      if (payer.asks("open-access")) {
        boolean closed = paying.keySet().stream().anyMatch(p -> p.asks("closed-access"));
        ledger.holds("funding.open-access", project, !closed, "open to all", payer.letter());
      }
    }
  }

  private static boolean names(JsonNode condition, String letter) {
    for (JsonNode each : condition.get("partners")) {
      if (each.stringValue().equals(letter)) {
        return true;
      }
    }
    return false;
  }
}
