package org.kiungo.web.page.partner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.web.partner.Funded;

/**
 * A partner as the page shows it.
 *
 * @param payer with its account
 * @param hue {@code k1} to {@code k4} of those with most money, {@code k0} of the others: colour
 *     and shape; the letter stands beside both
 * @param phases money of each
 */
public record PayerCard(Funded.Payer payer, String hue, List<Phase> phases) {

  private static final int HUES = 4;

  /**
   * Money of a phase.
   *
   * @param usedRatio of what comes in it, 0–1; of money carried on more than comes may be used
   */
  public record Phase(PhaseYears years, double inUsd, double spentUsd, double usedRatio) {}

  static List<PayerCard> of(Funded funded) {
    List<Funded.Payer> byMoney = new ArrayList<>(funded.payers());
    byMoney.sort(Comparator.comparingDouble(each -> -each.inUsd()));
    List<PayerCard> cards = new ArrayList<>();
    for (Funded.Payer each : funded.payers()) {
      int rank = byMoney.indexOf(each);
      List<Phase> phases = new ArrayList<>();
      for (int t = 0; t < funded.phases().size(); t++) {
        double in = each.account().inUsd().get(t);
        double spent = each.account().spentUsd().get(t);
        phases.add(
            new Phase(funded.phases().get(t), in, spent, in > 0 ? Math.min(1, spent / in) : 0));
      }
      cards.add(new PayerCard(each, "k" + (rank < HUES ? rank + 1 : 0), phases));
    }
    return cards;
  }

  public String letter() {
    return payer.letter();
  }

  /** True when its money is in dollars. */
  public boolean inDollars() {
    return payer.currency().code().equals("USD");
  }

  /** False where nobody said how much money it has. */
  public boolean moneyKnown() {
    return !payer.envelopes().isEmpty();
  }

  /** All that comes in, in its own currency. */
  public double own() {
    return payer.inUsd() / payer.currency().usdPerUnit();
  }

  /** Interest and repayment over all years, USD. */
  public double debtUsd() {
    return payer.account().debtService().stream().mapToDouble(each -> each.usd()).sum();
  }
}
