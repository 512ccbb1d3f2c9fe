package org.kiungo.web.progress;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.Again;
import org.kiungo.planner.folder.progress.ProgressReport.Indicator;
import org.kiungo.planner.folder.progress.ProgressReport.Told;
import org.kiungo.planner.folder.progress.ProgressReport.UnitCost;
import org.kiungo.planner.folder.progress.ProgressReport.Variance;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.progress.VerifiedStates.State;

/** What stands of a plan, in sentences. */
public final class ProgressWords {

  private ProgressWords() {}

  /** All of it, a line each. */
  public static String of(ProgressReport report, List<State> verified, Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(report, words));
    lines.add(counted(report.total(), words));
    Variance total = report.total();
    lines.add(words.text("progress.reported", total.sitesReported(), total.claimedUsd()));
    verified.forEach(each -> lines.add(each.told(words)));
    if (!Double.isNaN(report.money().budgetUsd())) {
      lines.add(
          words.text(
              "progress.left",
              report.money().leftUsd(),
              report.money().budgetUsd(),
              report.money().standingUsd(),
              report.money().beyondUsd()));
    }
    for (Variance each : report.variance()) {
      lines.add(
          words.text(
                  "progress.row",
                  group(each, words),
                  each.sitesAccepted(),
                  each.sites(),
                  each.paidUsd(),
                  each.plannedOfPaidUsd(),
                  each.peopleStanding(),
                  each.peopleDue())
              + " "
              + counted(each, words));
    }
    for (UnitCost each : report.unitCosts()) {
      lines.add(
          words.text(
              "progress.unit",
              name(each, words),
              each.works(),
              each.plannedUsd(),
              each.paidUsd(),
              each.ratio(),
              each.lowRatio(),
              each.highRatio()));
    }
    Indicator now = now(report);
    if (now != null) {
      lines.add(
          words.text(
                  "progress.indicator",
                  String.valueOf(now.year()),
                  now.planned() / now.population(),
                  now.standing() / now.population())
              + (Double.isNaN(now.counted())
                  ? ""
                  : " "
                      + words.text(
                          "progress.indicator-counted", now.counted() / now.population())));
      lines.add(
          Double.isNaN(now.fibre10Standing())
              ? words.text("progress.fibre-unknown")
              : words.text(
                  "progress.fibre",
                  now.fibre10Standing() / now.population(),
                  now.fibre25Standing() / now.population()));
    }
    for (Told each : report.findings()) {
      lines.add(finding(each, words) + " " + remedy(each, words));
    }
    if (report.again() != null) {
      lines.add(again(report.again(), words));
    }
    return String.join("\n", lines);
  }

  /** The one sentence above all others. */
  public static String headline(ProgressReport report, Words words) {
    Variance total = report.total();
    if (report.asOf().isEmpty()) {
      return words.text("progress.nothing", total.sites());
    }
    return words.text(
        total.plannedOfPaidUsd() > 0 ? "progress.headline" : "progress.headline-unpaid",
        total.sitesAccepted(),
        total.sites(),
        report.asOf(),
        total.paidUsd(),
        total.plannedOfPaidUsd(),
        total.paidUsd() / total.plannedOfPaidUsd() - 1,
        total.peopleStanding(),
        total.peopleDue());
  }

  /** People counted and at how many places; that of those where nobody counted nobody knows. */
  public static String counted(Variance of, Words words) {
    if (Double.isNaN(of.peopleCounted())) {
      return words.text("progress.counted-none");
    }
    int stand = Math.max(of.sitesAccepted(), of.placesCounted());
    return words.text(
        "progress.counted",
        of.peopleCounted(),
        of.placesCounted(),
        stand,
        stand - of.placesCounted());
  }

  /** The last year of which something is known; null without any. */
  public static Indicator now(ProgressReport report) {
    Indicator now = null;
    for (Indicator each : report.indicators()) {
      now = each.year() <= report.asOfYear() ? each : now;
    }
    return now;
  }

  /** What a group is called. */
  public static String group(Variance each, Words words) {
    if (each.group().isEmpty()) {
      return words.text("progress.by." + each.by() + ".none");
    }
    return words.text("progress.by." + each.by(), each.group());
  }

  /** What a technology or medium is called: the reader's name, that of an own catalogue its id. */
  public static String name(UnitCost cost, Words words) {
    String key = cost.by() + "." + cost.id();
    return words.has(key) ? words.text(key) : cost.id();
  }

  /** What is to be told of a row. */
  public static String finding(Told told, Words words) {
    return words.text("finding." + told.code(), arguments(told));
  }

  /** What helps. */
  public static String remedy(Told told, Words words) {
    String key = "finding." + told.code() + ".remedy";
    return words.has(key) ? words.text(key, arguments(told)) : "";
  }

  private static Object[] arguments(Told told) {
    String row = Long.toString(told.row());
    boolean counts = told.code().equals("builtWaiting");
    Object found = counts ? (Object) Long.valueOf(told.found()) : told.found();
    return new Object[] {told.file(), "", row, told.column(), found, told.expected(), told.place()};
  }

  /** What planning again gave. */
  public static String again(Again again, Words words) {
    String gap =
        Double.isNaN(again.gapRatio())
            ? words.text("cli.plan.no-bound")
            : GapWords.percent(again.gapRatio(), words);
    return words.text(
        "progress.again",
        again.budgetUsd(),
        String.valueOf(again.fromYear()),
        again.people(),
        again.peopleSigned(),
        again.sitesKept(),
        again.sitesSigned(),
        again.sitesDropped(),
        again.sitesNew(),
        gap);
  }
}
