package org.kiungo.web.page.brief;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.folder.funding.FundingFiles;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.PartnerAccount;
import org.kiungo.web.funding.ConditionWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.page.PlanMoney;
import org.kiungo.web.plan.Bill;

/**
 * Who pays for a plan, as its brief tells it.
 *
 * @param totals sums
 * @param gapRatio how far from the best funding it may be
 * @param laterUsd paid by money that comes after what it pays for is built, USD
 * @param rows a line for each partner
 */
record BriefPayers(FundingResult.Totals totals, double gapRatio, double laterUsd, List<Row> rows) {

  /**
   * A partner's line.
   *
   * @param name with its letter
   * @param instrument in words
   * @param usd paid, or guaranteed; NaN where nobody knows what it has
   * @param own the same in its own currency; NaN where that is USD
   * @param currency its code
   * @param usdPerUnit rate between the two
   * @param rateDate of the rate
   * @param projects it pays for
   * @param othersUsdPerUsd what others pay for the same projects by each of its dollars; NaN = none
   * @param assumed whether somebody here chose its money or conditions
   * @param illustrative whether it is the money
   * @param debtService of a loan what is paid back in each year; empty of what is none
   */
  public record Row(
      String name,
      String instrument,
      double usd,
      double own,
      String currency,
      double usdPerUnit,
      String rateDate,
      int projects,
      double othersUsdPerUsd,
      boolean assumed,
      boolean illustrative,
      String debtService) {}

  /**
   * Who brings the plan's money, as a title begins: its public money, by partner where some are
   * settled; what users and operators pay where no public money is needed; the works where nobody
   * knows.
   *
   * @param payers null where nobody settled who pays
   * @param money null for a plan made before plans had accounts
   */
  static String bill(BriefPayers payers, PlanMoney money, double worksUsd, Words words) {
    Figures figures = Figures.of(words.locale());
    if (money == null || !money.known()) {
      return words.text("ui.brief.bill-works", figures.usdInWords(worksUsd));
    }
    double publicUsd = money.brief().publicUsd();
    List<Row> paying =
        payers == null ? List.of() : payers.rows().stream().filter(each -> each.usd() > 0).toList();
    if (paying.isEmpty()) {
      return publicUsd > 0
          ? words.text("ui.brief.bill-public", figures.usdInWords(publicUsd))
          : words.text("ui.brief.bill-users", figures.usdInWords(money.bill().usd(Bill.Part.COST)));
    }
    List<String> parts = new ArrayList<>();
    paying.forEach(each -> parts.add(words.text("donor.of", each.name(), figures.usd(each.usd()))));
    double openUsd = publicUsd - payers.totals().fundedUsd();
    if (openUsd >= 0.5) {
      parts.add(words.text("ui.brief.bill-open", figures.usd(openUsd)));
    }
    return words.joined(parts);
  }

  /** What the API calls the one figure of that; null where it is none of a plan's own. */
  static String billFigure(BriefPayers payers, PlanMoney money) {
    if (money == null || !money.known()) {
      return "lifetimeCostUsd";
    }
    return payers == null && money.brief().publicUsd() > 0 ? "publicUsd" : null;
  }

  private static String debtService(PartnerAccount account, Words words) {
    Figures figures = Figures.of(words.locale());
    return words.joined(
        account.debtService().stream()
            .filter(each -> each.usd() > 0)
            .map(each -> words.named(String.valueOf(each.year()), figures.usd(each.usd())))
            .toList());
  }

  /** Null where the folder does not say who pays. */
  static BriefPayers find(Path plan, Words words) {
    if (!FundingFiles.isFunded(plan)) {
      return null;
    }
    FundingResult funding = FundingFiles.read(plan);
    List<Row> rows = new ArrayList<>();
    List<PartnerAccount> accounts = funding.accounts();
    for (int k = 0; k < accounts.size(); k++) {
      Partner partner = funding.partnership().partners().get(k);
      PartnerAccount account = accounts.get(k);
      double usd = account.spentUsd().stream().mapToDouble(each -> each).sum();
      double rate = partner.currency().usdPerUnit();
      boolean dollars = partner.currency().code().equals("USD");
      rows.add(
          new Row(
              partner.letter() + " · " + partner.name(),
              ConditionWords.instrument(partner, words),
              partner.hasEnvelopes() ? usd : Double.NaN,
              dollars || !partner.hasEnvelopes() ? Double.NaN : usd / rate,
              partner.currency().code(),
              rate,
              partner.currency().date(),
              account.projects(),
              account.othersUsdPerUsd(),
              !partner.assumed().isEmpty(),
              partner.isIllustrative(),
              debtService(account, words)));
    }
    return new BriefPayers(
        funding.totals(), funding.certificate().gapRatio(), funding.laterUsd(), rows);
  }
}
