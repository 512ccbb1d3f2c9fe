package org.kiungo.web.cli.console;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.finance.PublicMoneyRange;
import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;

/** The money behind a plan, in sentences; what nobody has published is asked for by name. */
public final class FinanceSentences {

  private FinanceSentences() {}

  /**
   * @param range of public money; nothing is said of it where it is none
   * @param hasPhases whether each phase's money is that of its own first year
   */
  public static String of(
      FinanceBrief finance, PublicMoneyRange range, boolean hasPhases, Words words) {
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
    lines.add(
        words.text(
            range.highUsd() > range.lowUsd() ? "cli.plan.public-range" : "cli.plan.public",
            figures.usd(finance.publicUsd()),
            figures.usd(range.lowUsd()),
            figures.usd(range.highUsd())));
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

  private static String orNever(String key, double value, Words words) {
    return Double.isNaN(value) ? words.text(key + ".none") : words.text(key, value);
  }
}
