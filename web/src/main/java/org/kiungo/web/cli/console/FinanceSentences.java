package org.kiungo.web.cli.console;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.explain.MoneyDrivers;
import org.kiungo.planner.explain.PublicMoneyRange;
import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.plan.Bill;
import org.kiungo.web.plan.BillWords;
import org.kiungo.web.plan.MoneyEvidence;

/** The money behind a plan, in sentences; what nobody has published is asked for by name. */
public final class FinanceSentences {

  private FinanceSentences() {}

  /**
   * @param evidence what the money rests on; nothing is said of a range where it is none
   * @param hasPhases whether each phase's money is that of its own first year
   */
  public static String of(
      FinanceBrief finance, MoneyEvidence evidence, boolean hasPhases, Words words) {
    if (finance.buildsNothing()) {
      return words.text("money.nothing");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        words.text(
            hasPhases ? "cli.plan.per-person-phases" : "cli.plan.per-person",
            finance.costUsdPerPerson(),
            finance.costUsdPerPersonYear()));
    if (Double.isNaN(finance.publicUsd())) {
      lines.add(words.text("cli.plan.asked", String.join(", ", finance.unknownTerms())));
      return String.join("\n", lines);
    }
    Figures figures = Figures.of(words.locale());
    PublicMoneyRange range = evidence.range();
    lines.add(
        words.text(
            range.highUsd() > range.lowUsd() ? "cli.plan.public-range" : "cli.plan.public",
            figures.usd(finance.publicUsd()),
            figures.usd(range.lowUsd()),
            figures.usd(range.highUsd())));
    drivers(evidence.drivers(), figures, words, lines);
    List<Bill> bills = Bill.all(finance, evidence.terms());
    if (bills.size() > 1) {
      lines.add(words.text("money.several"));
    }
    for (Bill bill : bills) {
      bill(bill, hasPhases, figures, words, lines);
    }
    finance
        .localCurrency()
        .forEach(
            (country, local) ->
                lines.add(
                    words.text(
                        "cli.plan.local",
                        country,
                        figures.brief(local.publicMoney()),
                        local.perUsd(),
                        words.source(local.source()))));
    lines.add(words.text("cli.plan.npv", finance.npvUsd()));
    double rate = finance.returnsMoney() ? finance.irrRatio() : Double.NaN;
    lines.add(orNever("cli.plan.irr", rate, words));
    lines.add(orNever("cli.plan.payback", finance.paybackYears(), words));
    return String.join("\n", lines);
  }

  private static void drivers(
      MoneyDrivers drivers, Figures figures, Words words, List<String> lines) {
    if (drivers.drivers().isEmpty()) {
      return;
    }
    lines.add(words.text("cli.plan.drivers"));
    for (MoneyDrivers.Driver each : drivers.drivers()) {
      String what = BillWords.driver(each, words);
      lines.add(
          words.text(
              "cli.plan.driver",
              figures.usd(each.lowUsd()),
              figures.usd(each.highUsd()),
              each.assumed()
                  ? words.text("cli.plan.bill-doubt", what, words.text("money.evidence.assumed"))
                  : what));
    }
    lines.add(words.text("cli.plan.tax-free", figures.usd(drivers.taxFreeUsd())));
  }

  /** The amounts below each other, their decimal points too. */
  private static void bill(
      Bill bill, boolean hasPhases, Figures figures, Words words, List<String> lines) {
    String why = BillWords.why(bill, figures::usd, words);
    if (!bill.of().isEmpty()) {
      lines.add(words.text("cli.plan.bill", figures.country(bill.of())));
    }
    if (!why.isEmpty()) {
      lines.add(why);
    }
    int widest =
        bill.shown().stream()
            .mapToInt(each -> BillWords.amount(each, words).length())
            .max()
            .orElse(1);
    for (Bill.Line each : bill.shown()) {
      String amount = BillWords.amount(each, words);
      String what = BillWords.line(each.part(), hasPhases, words);
      lines.add(
          words.text(
              each.part().isTotal() ? "cli.plan.bill-total" : "cli.plan.bill-line",
              " ".repeat(widest - amount.length()) + amount,
              each.evidence().isDoubtful()
                  ? words.text("cli.plan.bill-doubt", what, evidence(each, words))
                  : what));
    }
  }

  private static String evidence(Bill.Line line, Words words) {
    return words.text("money.evidence." + line.evidence().word());
  }

  private static String orNever(String key, double value, Words words) {
    return Double.isNaN(value) ? words.text(key + ".none") : words.text(key, value);
  }
}
