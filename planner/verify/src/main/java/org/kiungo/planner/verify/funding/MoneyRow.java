package org.kiungo.planner.verify.funding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.json.Fields;
import tools.jackson.databind.JsonNode;

/** Money of a partner that may be spent in some phases together, from its own envelopes. */
record MoneyRow(int payer, int first, int last, long cents, double drawn, boolean guarantor) {

  /** Every row there is, guarantors' money as often as it is drawn upon. */
  static List<MoneyRow> of(List<Payer> payers, Map<String, Payer> byLetter, List<int[]> phases) {
    List<MoneyRow> rows = new ArrayList<>();
    for (int k = 0; k < payers.size(); k++) {
      Payer payer = payers.get(k);
      if (!payer.instrument().equals("guarantee")) {
        add(rows, k, payer, payer.cents(phases), 1, false);
        for (JsonNode by : payer.rules("guaranteed-by")) {
          Payer guarantor = byLetter.get(Fields.text(by, "partner"));
          double cover = Fields.number(by, "coverRatio");
          add(rows, k, guarantor, guarantor.cents(phases), cover, true);
        }
      }
    }
    return rows;
  }

  private static void add(
      List<MoneyRow> rows, int k, Payer purse, long[] cents, double drawn, boolean guarantor) {
    long sum = 0;
    for (int t = 0; t < cents.length; t++) {
      sum = purse.carriesOver() ? sum + cents[t] : cents[t];
      rows.add(new MoneyRow(k, purse.carriesOver() ? 1 : t + 1, t + 1, sum, drawn, guarantor));
    }
  }

  boolean covers(int phase) {
    return first <= phase && phase <= last;
  }

  /** The most cents that may be paid under it. */
  double payable() {
    return Math.floor(cents / drawn + 1e-9);
  }
}
