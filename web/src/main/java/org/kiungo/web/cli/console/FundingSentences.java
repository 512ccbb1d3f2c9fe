package org.kiungo.web.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.PartnerAccount;
import org.kiungo.planner.partner.Relaxation;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.web.funding.ConditionWords;
import org.kiungo.web.funding.FundingChange;
import org.kiungo.web.funding.LostPlace;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.Words;

/** Who pays, what becomes of each purse, what holds back, what changed. */
public final class FundingSentences {

  /** Lines of a kind that are spelled out. */
  private static final int MOST_LINES = 8;

  private FundingSentences() {}

  /**
   * @param plan sums of the plan whose projects are paid for
   * @param change null where nothing stood before
   */
  public static String of(
      FundingResult found, Plan.Totals plan, FundingChange change, String folder, Words words) {
    List<String> lines = new ArrayList<>();
    FundingResult.Totals t = found.totals();
    lines.add(
        words.text(
            "cli.fund.answer",
            t.fundedUsd(),
            t.costUsd(),
            t.projectsFunded(),
            t.projects(),
            t.peopleServed(),
            t.peopleBasic(),
            t.peopleNotFunded(),
            GapWords.percent(found.certificate().gapRatio(), words)));
    askedFor(plan, words).ifPresent(lines::add);
    if (found.laterUsd() > 0) {
      lines.add(words.text("cli.fund.later", found.laterUsd()));
    }
    List<Partner> partners = found.partnership().partners();
    for (int k = 0; k < partners.size(); k++) {
      lines.add(account(partners.get(k), found.accounts().get(k), found.countries(), words));
      for (Condition condition : partners.get(k).conditions()) {
        lines.add("    " + ConditionWords.of(condition, words));
      }
    }
    relaxations(found, lines, words);
    if (change != null) {
      change(change, lines, words);
    }
    lines.add(words.text("cli.fund.written", folder));
    return String.join("\n", lines);
  }

  /** Partners are asked for the network; public money also pays for what operators recover. */
  static Optional<String> askedFor(Plan.Totals plan, Words words) {
    double networkUsd = plan.lifetimeCostUsd();
    double beyondUsd = plan.viabilityGapUsd() - networkUsd;
    return Double.isNaN(beyondUsd)
        ? Optional.empty()
        : Optional.of(
            words.text(
                beyondUsd > 0 ? "cli.fund.beyond" : "cli.fund.within",
                networkUsd,
                plan.viabilityGapUsd(),
                beyondUsd));
  }

  /** Places that lose service, those with most people spelled out. */
  public static String of(List<LostPlace> lost, Words words) {
    List<String> lines = new ArrayList<>();
    double people = lost.stream().mapToDouble(LostPlace::people).sum();
    lines.add(words.text("cli.fund.places", lost.size(), people));
    lost.stream()
        .limit(MOST_LINES)
        .forEach(
            each ->
                lines.add(
                    words.text(
                        "cli.fund.place",
                        each.name().isEmpty() ? each.id() : each.name(),
                        each.district(),
                        each.people())));
    if (lost.size() > MOST_LINES) {
      lines.add(words.text("cli.fund.further", lost.size() - MOST_LINES));
    }
    return String.join("\n", lines);
  }

  private static String account(
      Partner partner, PartnerAccount a, Set<String> countries, Words words) {
    double in = a.inUsd().stream().mapToDouble(u -> u).sum();
    boolean unused = a.projects() == 0 && partner.instrument().pays();
    String line =
        words.text(
            !partner.hasEnvelopes()
                ? "cli.fund.unknown"
                : partner.isElsewhere(countries)
                    ? "cli.fund.elsewhere"
                    : unused ? "cli.fund.unused" : "cli.fund.account",
            partner.letter(),
            partner.name(),
            ConditionWords.instrument(partner, words),
            in - a.leftUsd(),
            in,
            a.projects());
    if (a.projects() > 0) {
      line +=
          " "
              + (a.people() > 0
                  ? words.text("cli.fund.leverage", a.othersUsdPerUsd(), 1 / a.peoplePerUsd())
                  : words.text("cli.fund.leverage-nobody", a.othersUsdPerUsd()));
    }
    if (!a.debtService().isEmpty()) {
      PartnerAccount.YearAmount dearest =
          a.debtService().stream().reduce((x, y) -> y.usd() > x.usd() ? y : x).orElseThrow();
      line +=
          " "
              + words.text(
                  "cli.fund.debt",
                  a.debtService().stream().mapToDouble(PartnerAccount.YearAmount::usd).sum(),
                  dearest.usd(),
                  String.valueOf(dearest.year()));
    }
    List<String> assumed =
        partner.assumed().stream()
            .filter(field -> partner.hasEnvelopes() || !field.equals("envelopes"))
            .toList();
    if (!assumed.isEmpty()) {
      line +=
          " "
              + words.text(
                  "cli.fund.assumed",
                  String.join(
                      ", ",
                      assumed.stream()
                          .map(field -> words.text("partner.assumed." + field))
                          .toList()));
    }
    return line;
  }

  private static void relaxations(FundingResult found, List<String> lines, Words words) {
    List<Relaxation> all = found.relaxations();
    for (Relaxation each : all.subList(0, Math.min(MOST_LINES, all.size()))) {
      Partner partner = found.partnership().get(each.partner());
      boolean purse = each.condition().isEmpty();
      Object what =
          purse
              ? (Object) each.envelopeUsd()
              : partner.conditions().stream()
                  .filter(c -> c.code().equals(each.condition()))
                  .findFirst()
                  .map(c -> ConditionWords.of(c, words))
                  .orElseThrow();
      lines.add(
          words.text(
              purse ? "cli.fund.more" : "cli.fund.relaxed",
              partner.name(),
              what,
              each.morePeople(),
              each.mostPeople(),
              shortened(each.projects(), words)));
    }
  }

  private static void change(FundingChange change, List<String> lines, Words words) {
    lines.add(
        words.text(
            change.peopleLost() > 0 ? "cli.fund.lost" : "cli.fund.gained",
            Math.abs(change.peopleLost()),
            change.fell().size(),
            change.joined().size()));
    List<FundingChange.Changed> fell = change.fell();
    for (FundingChange.Changed each : fell.subList(0, Math.min(MOST_LINES, fell.size()))) {
      lines.add(
          words.text(
              "cli.fund.fell",
              each.name(),
              each.people(),
              each.costUsd(),
              String.join(", ", each.paidBy())));
    }
    if (fell.size() > MOST_LINES) {
      lines.add(words.text("cli.fund.further", fell.size() - MOST_LINES));
    }
  }

  private static String shortened(List<String> names, Words words) {
    String first = words.joined(names.subList(0, Math.min(3, names.size())));
    return names.size() > 3
        ? first + " " + words.text("cli.fund.further", names.size() - 3)
        : first;
  }
}
