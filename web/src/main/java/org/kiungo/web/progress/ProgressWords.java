package org.kiungo.web.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.Again;
import org.kiungo.planner.folder.progress.ProgressReport.BuiltFile;
import org.kiungo.planner.folder.progress.ProgressReport.Indicator;
import org.kiungo.planner.folder.progress.ProgressReport.Left;
import org.kiungo.planner.folder.progress.ProgressReport.Told;
import org.kiungo.planner.folder.progress.ProgressReport.UnitCost;
import org.kiungo.planner.folder.progress.ProgressReport.Variance;
import org.kiungo.planner.lot.WorkStates;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.progress.VerifiedStates.State;

/** What stands of a plan, in sentences. */
public final class ProgressWords {

  /** Characters of a day in ISO 8601. */
  private static final int DAY = 10;

  /** How far something is, as findings end on it. */
  private static final Pattern DISTANCE = Pattern.compile("([0-9]+\\.[0-9]) km\\)$");

  private ProgressWords() {}

  /**
   * All of it, a line each.
   *
   * @param again the rest planned anew; null where nothing is
   */
  public static String of(
      ProgressReport report, List<State> verified, PlanFolder again, Words words) {
    Set<String> built = again == null ? null : links(again);
    List<String> lines = new ArrayList<>();
    lines.add(headline(report, words));
    lines.add(counted(report.total(), words));
    lines.addAll(difference(report.total(), words));
    uncounted(report, words).ifPresent(lines::add);
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
      lines.addAll(money(report, words));
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
      lines.add(finding(each, words) + " " + remedy(each, built, words));
    }
    if (report.again() != null) {
      lines.addAll(again(report, WorkStates.of(again), words));
    }
    return String.join("\n", lines);
  }

  /** Links that a plan builds, by their ids. */
  public static Set<String> links(PlanFolder plan) {
    return plan.plan().links().stream().map(BuiltLink::id).collect(Collectors.toSet());
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
        RestOf.day(report.asOf(), words),
        total.paidUsd(),
        total.plannedOfPaidUsd(),
        total.paidUsd() / total.plannedOfPaidUsd() - 1,
        Math.round(total.peopleStanding()),
        Math.round(total.peopleDue()),
        String.valueOf(report.asOfYear()));
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

  /**
   * That the indicator of people counted is not told, since somebody is yet to count at a place
   * that stands; empty where it is told, or where nobody has counted at all.
   */
  public static Optional<String> uncounted(ProgressReport report, Words words) {
    Indicator now = now(report);
    Variance total = report.total();
    if (now == null || !Double.isNaN(now.counted()) || Double.isNaN(total.peopleCounted())) {
      return Optional.empty();
    }
    int places = Math.max(total.sitesAccepted(), total.placesCounted()) - total.placesCounted();
    return Optional.of(words.text("progress.uncounted", String.valueOf(now.year()), places));
  }

  /** Why those counted are others than those with service; nothing where they are as many. */
  public static List<String> difference(Variance of, Words words) {
    boolean differ = Math.round(of.peopleCounted()) != Math.round(of.peopleStanding());
    return Double.isNaN(of.peopleCounted()) || !differ
        ? List.of()
        : List.of(words.text("progress.counted-why", of.peopleCounted(), of.peopleStanding()));
  }

  /** What else is to be said of the money left: what is over the budget, what waits with works. */
  public static List<String> money(ProgressReport report, Words words) {
    Left money = report.money();
    double over = money.standingUsd() + money.beyondUsd() - money.budgetUsd();
    List<String> told = new ArrayList<>();
    long rows = report.files().stream().mapToLong(BuiltFile::rows).sum();
    long out = rows - report.files().stream().mapToLong(BuiltFile::taken).sum();
    if (out > 0) {
      told.add(words.text("progress.rows-out", out, rows));
    }
    if (Math.round(over) > 0) {
      told.add(words.text("progress.overspent", over));
    }
    if (Math.round(money.waitingUsd()) != 0) {
      told.add(words.text("progress.waiting-money", money.waitingUsd()));
    }
    return told;
  }

  /**
   * A step from the budget to what the rest costs.
   *
   * @param id of its words
   * @param usd to be added to those before it; of a sum what they come to
   * @param isSum true of a sum
   */
  public record Step(String id, double usd, boolean isSum, String told, String amount) {}

  /**
   * How what the rest costs follows from the budget; empty where nothing is planned again.
   *
   * @param states what of the rest stands
   */
  public static List<Step> steps(ProgressReport report, WorkStates states, Words words) {
    Again again = report.again();
    Left money = report.money();
    if (again == null || Double.isNaN(money.budgetUsd())) {
      return List.of();
    }
    double plainUsd = money.budgetUsd() - money.standingUsd() - money.beyondUsd() + again.moreUsd();
    double leftUsd = leftUsd(report);
    double dueUsd = states.due().lifetimeUsd();
    double standsUsd = states.standing().lifetimeUsd();
    double overUsd = leftUsd - dueUsd;
    String from = String.valueOf(again.fromYear());
    return Stream.of(
            step("budget", money.budgetUsd(), false, from, words),
            step("standing", -money.standingUsd(), false, from, words),
            step("beyond", -money.beyondUsd(), false, from, words),
            step("more", again.moreUsd(), false, from, words),
            step("over", leftUsd - plainUsd, false, from, words),
            step("left", leftUsd, true, from, words),
            step("due", -dueUsd, false, from, words),
            step(Math.round(overUsd * 100) < 0 ? "grown" : "unspent", overUsd, true, from, words),
            step("waiting", money.waitingUsd(), false, from, words),
            step("kept", standsUsd - money.waitingUsd(), false, from, words),
            step("stands", standsUsd, true, from, words),
            step("cost", states.all().lifetimeUsd(), true, from, words))
        .filter(
            each ->
                each.isSum() && !each.id().equals("stands") || Math.round(each.usd() * 100) != 0)
        .toList();
  }

  /** What the rest has beside what stands, its new money included. */
  private static double leftUsd(ProgressReport report) {
    Left money = report.money();
    double plainUsd = money.budgetUsd() - money.standingUsd() - money.beyondUsd();
    return Math.max(0, plainUsd + report.again().moreUsd());
  }

  private static Step step(String id, double usd, boolean isSum, String from, Words words) {
    String told = words.text("progress.step." + id, from);
    return new Step(id, usd, isSum, told, words.text("progress.step-usd", usd));
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
    return words.text("finding." + told.code(), arguments(told, words));
  }

  /**
   * What helps.
   *
   * @param built links of the rest that was planned last, by their ids; null where there is none
   */
  public static String remedy(Told told, Set<String> built, Words words) {
    String key = "finding." + told.code() + ".remedy";
    if (told.code().equals("builtWaiting") && built != null) {
      List<String> missing = List.of(told.expected().split(", "));
      key += built.containsAll(missing) ? ".built" : ".other";
    }
    // as-built files are read as they are: nobody is asked how they write numbers
    String own = "progress.remedy." + told.code();
    key = words.has(own) ? own : key;
    return words.has(key) ? words.text(key, arguments(told, words)) : "";
  }

  private static Object[] arguments(Told told, Words words) {
    String row = Long.toString(told.row());
    String place = told.place().isEmpty() ? "" : " (" + told.place() + ")";
    boolean ours = told.code().startsWith("built");
    return new Object[] {
      told.file(),
      "",
      row,
      told.column(),
      found(told, words),
      expected(told, words),
      ours ? place : told.place()
    };
  }

  private static Object found(Told told, Words words) {
    return switch (told.code()) {
      case "builtWaiting" -> Long.valueOf(told.found());
      case "builtTwice", "builtSameDay", "builtFuture" -> RestOf.day(told.found(), words);
      case "builtFar" -> Double.valueOf(told.found());
      default -> told.found();
    };
  }

  /** A later row is named by its day, file and number. */
  private static Object expected(Told told, Words words) {
    String expected = told.expected();
    return switch (told.code()) {
      case "builtFuture" -> RestOf.day(expected, words);
      case "builtTwice", "builtSameDay" ->
          RestOf.day(expected.substring(0, DAY), words) + expected.substring(DAY);
      case "builtFar" -> Double.valueOf(expected);
      // what is nearest, and how far that is
      case "builtUnmatched", "builtNotNear" ->
          DISTANCE
              .matcher(expected)
              .replaceAll(at -> words.text("progress.km", Double.valueOf(at.group(1))) + ")");
      default -> expected;
    };
  }

  /**
   * What planning again gave, with what money, and what its proof is of.
   *
   * @param states what of the rest stands
   */
  public static List<String> again(ProgressReport report, WorkStates states, Words words) {
    Again again = report.again();
    String gap =
        Double.isNaN(again.gapRatio())
            ? words.text("cli.plan.no-bound")
            : GapWords.percent(again.gapRatio(), words);
    List<String> told = new ArrayList<>();
    told.add(
        words.text(
            "progress.again",
            again.budgetUsd(),
            String.valueOf(again.fromYear()),
            Math.round(again.people()),
            Math.round(again.peopleSigned()),
            again.sitesKept(),
            again.sitesSigned(),
            again.sitesDropped(),
            again.sitesNew(),
            gap));
    if (states.standing().lifetimeUsd() > 0) {
      told.add(
          words.text(
              "progress.again-money",
              states.all().lifetimeUsd(),
              states.standing().lifetimeUsd(),
              report.money().waitingUsd(),
              states.due().lifetimeUsd(),
              leftUsd(report),
              String.valueOf(again.fromYear())));
    }
    if (Math.round(again.moreUsd()) != 0) {
      told.add(
          words.text(
              again.moreUsd() > 0 ? "progress.again-more" : "progress.again-less",
              Math.abs(again.moreUsd())));
    }
    if (!again.contractsDropped().isEmpty()) {
      told.add(
          words.text(
              "progress.again-contracts",
              again.contractsDropped().size(),
              String.join(", ", again.contractsDropped())));
    }
    if (!again.waiting().isEmpty()) {
      told.add(
          words.text(
              "progress.again-waiting",
              again.finished().size(),
              again.finished().size() + again.waiting().size(),
              again.waiting().size(),
              String.join(", ", again.waiting())));
    }
    told.add(words.text("progress.again-proof", String.valueOf(again.fromYear())));
    return told;
  }
}
