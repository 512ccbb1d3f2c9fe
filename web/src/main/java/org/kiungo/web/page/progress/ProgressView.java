package org.kiungo.web.page.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.Indicator;
import org.kiungo.planner.folder.progress.ProgressReport.Told;
import org.kiungo.planner.folder.progress.ProgressReport.UnitCost;
import org.kiungo.planner.folder.progress.ProgressReport.Variance;
import org.kiungo.web.doubt.ProgressContent;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.progress.Forecast;
import org.kiungo.web.progress.ProgressWords;

/**
 * What stands of a plan, as its page tells it.
 *
 * @param report figures
 * @param headline the one sentence
 * @param counted people counted and where nobody counted
 * @param notes why figures that stand beside one another are not the same
 * @param facts the four figures at the top
 * @param tables rows by what they are groups of, by its key
 * @param units prices learnt
 * @param chart people by year as a picture
 * @param pace what the forecast rests on; empty where there is none
 * @param years indicators
 * @param fibre false where nobody knows where fibre lies
 * @param findings what is to be told of rows
 */
public record ProgressView(
    ProgressReport report,
    String headline,
    String counted,
    List<String> notes,
    List<Fact> facts,
    Map<String, List<Row>> tables,
    List<Unit> units,
    PeopleChart chart,
    String pace,
    List<Year> years,
    boolean fibre,
    List<Finding> findings) {

  /**
   * A figure at the top.
   *
   * @param id of its words
   * @param about what it is to be held against
   */
  public record Fact(String id, double figure, String value, String about) {}

  /**
   * A row of a table of what was built and paid.
   *
   * @param state late, half or done; empty where nothing is due
   * @param share of its sites that stand, per cent
   */
  public record Row(
      String name,
      String state,
      String built,
      long share,
      String paid,
      String planned,
      String difference,
      String due,
      String standing,
      String counted) {}

  /** A price learnt. */
  public record Unit(String name, String works, String planned, String paid, String ratio) {}

  /**
   * A year's indicators; empty where nothing is known yet.
   *
   * @param forecast what is expected, with its range
   */
  public record Year(
      String year,
      String planned,
      String standing,
      String counted,
      String forecast,
      String near,
      String far) {}

  /** Something to tell of a row. */
  public record Finding(boolean leftOut, String file, String told, String remedy) {}

  /**
   * @param rest that was planned last of the same rows; null where there is none
   * @param lotNames of lots that have one
   */
  static ProgressView of(
      ProgressReport report,
      ProgressContent rest,
      Map<String, String> lotNames,
      Figures n,
      Words words) {
    Map<String, List<Row>> tables = new LinkedHashMap<>();
    for (String by :
        List.of(
            ProgressReport.LOT,
            ProgressReport.DISTRICT,
            ProgressReport.PHASE,
            ProgressReport.PAYER)) {
      List<Row> rows = new ArrayList<>();
      for (Variance each : report.variance()) {
        if (each.by().equals(by)) {
          // the table's head says what they are
          boolean named = !each.group().isEmpty() && !by.equals(ProgressReport.PHASE);
          String name =
              named
                  ? by.equals(ProgressReport.LOT)
                      ? lotNames.getOrDefault(each.group(), each.group())
                      : each.group()
                  : ProgressWords.group(each, words);
          rows.add(row(name, each, n, words));
        }
      }
      if (!rows.isEmpty()) {
        rows.add(row(words.text("progress.all"), report.total(), n, words));
        tables.put(by, rows);
      }
    }
    List<Unit> units = new ArrayList<>();
    for (UnitCost each : report.unitCosts()) {
      units.add(
          new Unit(
              ProgressWords.name(each, words),
              n.whole(each.works()),
              n.whole(each.plannedUsd()),
              n.whole(each.paidUsd()),
              words.text("progress.ratio", each.ratio(), each.lowRatio(), each.highRatio())));
    }
    Forecast forecast = Forecast.of(report);
    boolean mirrored = words.direction().equals("rtl");
    List<Year> years = new ArrayList<>();
    boolean fibre = false;
    for (Indicator each : report.indicators()) {
      fibre |= !Double.isNaN(each.fibre10Planned());
      years.add(
          new Year(
              String.valueOf(each.year()),
              share(each.planned(), each, n),
              share(each.standing(), each, n),
              share(each.counted(), each, n),
              forecast(forecast, each, n, words),
              share(each.fibre10Standing(), each, n),
              share(each.fibre25Standing(), each, n)));
    }
    List<Finding> findings = new ArrayList<>();
    // the rest says what of all that stands it has no use for
    Set<String> built = rest == null ? null : rest.links();
    for (Told each : (rest == null ? report : rest.report()).findings()) {
      findings.add(
          new Finding(
              each.leftOut(),
              each.file(),
              ProgressWords.finding(each, words),
              ProgressWords.remedy(each, built, words)));
    }
    return new ProgressView(
        report,
        ProgressWords.headline(report, words),
        ProgressWords.counted(report.total(), words),
        Stream.of(
                ProgressWords.difference(report.total(), words).stream(),
                ProgressWords.uncounted(report, words).stream(),
                ProgressWords.money(report, words).stream())
            .flatMap(each -> each)
            .toList(),
        facts(report, n, words),
        tables,
        units,
        PeopleChart.of(report, forecast, mirrored, n),
        forecast.years().isEmpty()
            ? ""
            : words.text(
                "progress.chart-about",
                String.valueOf(report.asOfYear()),
                forecast.paceRatio(),
                forecast.slowestRatio(),
                forecast.latePeople()),
        years,
        fibre,
        findings);
  }

  private static List<Fact> facts(ProgressReport report, Figures n, Words words) {
    Variance total = report.total();
    double leftUsd = report.money().leftUsd();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "accepted",
            total.sitesAccepted(),
            n.whole(total.sitesAccepted()),
            report.asOf().isEmpty()
                ? words.text("progress.fact.accepted-none", total.sites())
                : words.text(
                    "progress.fact.accepted-of",
                    total.sites(),
                    total.sitesDue(),
                    String.valueOf(report.asOfYear()))));
    facts.add(
        new Fact(
            "paid",
            total.paidUsd(),
            n.usd(total.paidUsd()),
            words.text("progress.fact.paid-of", total.plannedOfPaidUsd())));
    facts.add(
        new Fact(
            "counted",
            total.peopleCounted(),
            counted(total, n, words),
            words.text("progress.fact.counted-of", total.peopleDue(), total.peopleStanding())));
    if (!Double.isNaN(leftUsd)) {
      facts.add(
          new Fact(
              "left",
              leftUsd,
              n.usd(leftUsd),
              words.text("progress.fact.left-of", report.money().budgetUsd())));
    }
    return facts;
  }

  private static Row row(String name, Variance v, Figures n, Words words) {
    boolean done = v.sites() + v.links() > 0 && v.partsOpen() == 0;
    String state =
        done
            ? "done"
            : v.sitesAccepted() < v.sitesDue() ? "late" : v.sitesAccepted() > 0 ? "half" : "";
    return new Row(
        name,
        state,
        words.text("progress.of", v.sitesAccepted(), v.sites()),
        v.sites() == 0 ? 0 : Math.round(100.0 * v.sitesAccepted() / v.sites()),
        n.whole(v.paidUsd()),
        n.whole(v.plannedOfPaidUsd()),
        v.plannedOfPaidUsd() == 0
            ? "–"
            : words.text("progress.difference", v.paidUsd() / v.plannedOfPaidUsd() - 1),
        n.whole(v.peopleDue()),
        n.whole(v.peopleStanding()),
        counted(v, n, words));
  }

  /** Nobody knows how many there are where nobody counted. */
  private static String counted(Variance v, Figures n, Words words) {
    if (Double.isNaN(v.peopleCounted())) {
      return words.text("progress.counted-unknown");
    }
    return v.placesCounted() < v.sitesAccepted()
        ? words.text(
            "progress.counted-part", v.peopleCounted(), v.placesCounted(), v.sitesAccepted())
        : n.whole(v.peopleCounted());
  }

  private static String forecast(Forecast forecast, Indicator of, Figures n, Words words) {
    return forecast.years().stream()
        .filter(each -> each.year() == of.year())
        .findFirst()
        .map(
            each ->
                words.text(
                    "progress.forecast",
                    share(each.likely(), of, n),
                    share(each.low(), of, n),
                    share(each.high(), of, n)))
        .orElse("");
  }

  private static String share(double people, Indicator year, Figures n) {
    return Double.isNaN(people) ? "" : n.percentOf(people, year.population());
  }
}
