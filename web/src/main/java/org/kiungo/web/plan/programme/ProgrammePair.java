package org.kiungo.web.plan.programme;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.web.plan.PlanContent;
import org.kiungo.web.plan.programme.PlanProgramme.YearShare;

/**
 * Two programmes of the same years side by side.
 *
 * @param a the one compared with
 * @param b the other
 */
public record ProgrammePair(ProgrammeChart a, ProgrammeChart b) {

  /** Two programmes; null unless both plans have phases, through the same years. */
  public static ProgrammePair find(PlanContent a, PlanContent b) {
    ProgrammeChart first = ProgrammeChart.find(a);
    ProgrammeChart second = ProgrammeChart.find(b);
    boolean same =
        first != null
            && second != null
            && first.firstYear() == second.firstYear()
            && first.lastYear() == second.lastYear();
    return same ? new ProgrammePair(first, second) : null;
  }

  /**
   * What a programme has done until the end of a year.
   *
   * @param people at the standard, today's included
   * @param personYears of service brought so far
   * @param budgetUsd money that has come in
   * @param spentUsd money that is spent
   */
  public record Done(double people, double personYears, double budgetUsd, double spentUsd) {}

  /**
   * A year that ends a phase of one of them.
   *
   * @param year calendar year
   * @param a what one has done by then
   * @param b what the other has
   */
  public record Row(int year, Done a, Done b) {}

  /** Ends of phases, in order. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < a.programme().years().size(); k++) {
      if (endsAPhase(a.programme().years(), k) || endsAPhase(b.programme().years(), k)) {
        int year = a.programme().years().get(k).year();
        rows.add(new Row(year, done(a.programme(), k), done(b.programme(), k)));
      }
    }
    return rows;
  }

  private static boolean endsAPhase(List<YearShare> years, int k) {
    return k + 1 == years.size() || years.get(k + 1).phase() != years.get(k).phase();
  }

  private static Done done(PlanProgramme programme, int last) {
    List<YearShare> until = programme.years().subList(0, last + 1);
    return new Done(
        programme.peopleBaseline() + until.get(last).peopleServed(),
        until.stream().mapToDouble(YearShare::peopleServed).sum(),
        until.stream().mapToDouble(YearShare::budgetUsd).sum(),
        until.stream().mapToDouble(YearShare::spentUsd).sum());
  }
}
