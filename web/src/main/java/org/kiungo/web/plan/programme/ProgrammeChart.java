package org.kiungo.web.plan.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kiungo.planner.model.Programme.PhaseAccount;
import org.kiungo.web.plan.PlanContent;
import org.kiungo.web.plan.programme.PlanProgramme.PhaseShare;
import org.kiungo.web.plan.programme.PlanProgramme.YearShare;

/**
 * The years of a programme as columns on one axis: people brought to the standard, stacked by
 * phase; money beside one another.
 *
 * @param programme what is drawn
 */
public record ProgrammeChart(PlanProgramme programme) {

  /** From so many years on, columns are too narrow for a number each. */
  private static final int DENSE_YEARS = 12;

  private static final double MILLIONS_FROM = 2e6;

  /** The chart of a plan; null where everything is built in the first year. */
  public static ProgrammeChart find(PlanContent content) {
    PlanProgramme programme = ProgrammeBreakdown.of(content);
    return programme == null ? null : new ProgrammeChart(programme);
  }

  /**
   * A part of a column that is 100 high, as SVG writes it.
   *
   * @param kind {@code p1} to {@code p5}; of money {@code got}, {@code out}, {@code carried}
   * @param y from the top
   * @param height of it
   */
  public record Bar(String kind, String y, String height) {
    private static Bar of(String kind, double top, double height) {
      return new Bar(kind, number(100 - top), number(height));
    }

    private static String number(double value) {
      return String.format(Locale.ROOT, "%.2f", value);
    }
  }

  /**
   * A year.
   *
   * @param share its figures
   * @param told false where there is no room for its number
   * @param people at the standard at its end
   * @param bars of people, from below
   * @param money in, out and carried on
   */
  public record Column(
      YearShare share, boolean told, double people, List<Bar> bars, List<Bar> money) {}

  public List<PhaseShare> phases() {
    return programme.phases();
  }

  public int firstYear() {
    return programme.years().get(0).year();
  }

  public int lastYear() {
    return programme.years().get(programme.years().size() - 1).year();
  }

  /** All columns, in order. */
  public List<Column> columns() {
    List<YearShare> years = programme.years();
    double most = mostUsd();
    List<Column> columns = new ArrayList<>();
    for (int k = 0; k < years.size(); k++) {
      YearShare each = years.get(k);
      boolean ends = k + 1 == years.size() || years.get(k + 1).phase() != each.phase();
      columns.add(
          new Column(
              each,
              ends || years.size() <= DENSE_YEARS,
              programme.peopleBaseline() + each.peopleServed(),
              people(each.phase()),
              List.of(
                  Bar.of("got", part(each.budgetUsd(), most), part(each.budgetUsd(), most)),
                  Bar.of("out", part(each.networkUsd(), most), part(each.networkUsd(), most)),
                  Bar.of(
                      "carried", part(each.carriedUsd(), most), part(each.carriedUsd(), most)))));
    }
    return columns;
  }

  private List<Bar> people(int until) {
    double top = 0;
    List<Bar> bars = new ArrayList<>();
    double before = 0;
    for (PhaseShare each : programme.phases().subList(0, until)) {
      PhaseAccount account = each.account();
      double height = part(Math.max(0, account.peopleServed() - before), peopleWithout());
      top += height;
      bars.add(Bar.of("p" + account.phase(), top, height));
      before = account.peopleServed();
    }
    return bars;
  }

  private static double part(double value, double of) {
    return of > 0 ? 100 * value / of : 0;
  }

  /** The most money of a year. */
  private double mostUsd() {
    return programme.years().stream()
        .mapToDouble(
            each -> Math.max(each.budgetUsd(), Math.max(each.networkUsd(), each.carriedUsd())))
        .max()
        .orElse(0);
  }

  /** People without service to the standard today: how high the axis goes. */
  public double peopleWithout() {
    return programme.population() - programme.peopleBaseline();
  }

  /** What people are counted in along the axis: a million or a thousand. */
  public double peopleUnit() {
    return peopleWithout() >= MILLIONS_FROM ? 1e6 : 1e3;
  }

  /** What USD are counted in along the axis, likewise. */
  public double usdUnit() {
    return mostUsd() >= MILLIONS_FROM ? 1e6 : 1e3;
  }

  /** People whom a phase brings to the standard. */
  public double peopleOf(int phase) {
    List<PhaseShare> all = programme.phases();
    double before = phase == 1 ? 0 : all.get(phase - 2).account().peopleServed();
    return all.get(phase - 1).account().peopleServed() - before;
  }

  /** Money that comes in over all phases, USD. */
  public double budgetUsd() {
    return programme.phases().stream().mapToDouble(each -> each.account().budgetUsd()).sum();
  }

  /** Money that is spent over all phases, USD of each phase's start. */
  public double spentUsd() {
    return programme.phases().stream().mapToDouble(each -> each.account().spentUsd()).sum();
  }

  /** Money that is spent on what later phases replace, USD. */
  public double regrettedUsd() {
    return programme.phases().stream().mapToDouble(each -> each.account().regrettedUsd()).sum();
  }

  /** What is left at the end, USD. */
  public double carriedUsd() {
    return last().carriedUsd();
  }

  /** The last phase. */
  public PhaseAccount last() {
    return programme.phases().get(programme.phases().size() - 1).account();
  }

  /** Years of service of each person who gets it, on average; NaN for nobody. */
  public double yearsEach() {
    double served = last().peopleServed();
    return served > 0 ? programme.personYears() / served : Double.NaN;
  }

  /** Share of all who get service to the standard that have it by the end of the first phase. */
  public double firstPhaseRatio() {
    double served = last().peopleServed();
    return served > 0 ? peopleOf(1) / served : Double.NaN;
  }
}
