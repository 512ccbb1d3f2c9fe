package org.kiungo.web.progress;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.Indicator;

/**
 * Who is expected to have service at the end of years that are still to come: assumed. What is
 * planned for them comes at the pace so far, that is, the share of what was due that stands; what
 * is late stays late. The range reaches from the pace of the slowest year to the plan, with all
 * that is late made up for.
 *
 * @param paceRatio share of those due so far who have service from what stands, 0–1
 * @param slowestRatio the least such share of what one year was to bring, at most the pace
 * @param latePeople due so far who have no service from what stands, ≥ 0
 * @param years that are still to come, in order
 */
public record Forecast(double paceRatio, double slowestRatio, double latePeople, List<Year> years) {

  /**
   * People with service at the end of a year, today's included.
   *
   * @param low at the pace of the slowest year
   * @param likely at the pace so far
   * @param high as planned, what is late included
   */
  public record Year(int year, double low, double likely, double high) {}

  public Forecast {
    years = List.copyOf(years);
  }

  /** None where nothing was due yet, and so nobody knows the pace. */
  public static Forecast of(ProgressReport report) {
    Indicator now = ProgressWords.now(report);
    List<Indicator> all = report.indicators();
    if (now == null || all.isEmpty()) {
      return new Forecast(Double.NaN, Double.NaN, 0, List.of());
    }
    double today = all.get(all.size() - 1).planned() - report.total().people();
    double due = now.planned() - today;
    if (due < 1) {
      return new Forecast(Double.NaN, Double.NaN, 0, List.of());
    }
    double pace = ratio(now.standing() - today, due);
    double slowest = pace;
    double planned = today;
    double stands = today;
    for (Indicator each : all) {
      if (each.year() <= now.year()) {
        double own = each.planned() - planned;
        slowest = own < 1 ? slowest : Math.min(slowest, ratio(each.standing() - stands, own));
        planned = each.planned();
        stands = each.standing();
      }
    }
    List<Year> years = new ArrayList<>();
    for (Indicator each : all) {
      if (each.year() > now.year()) {
        double more = each.planned() - now.planned();
        years.add(
            new Year(
                each.year(),
                now.standing() + slowest * more,
                now.standing() + pace * more,
                Math.max(each.planned(), now.standing() + more)));
      }
    }
    return new Forecast(pace, slowest, Math.max(0, now.planned() - now.standing()), years);
  }

  private static double ratio(double part, double of) {
    return Math.max(0, Math.min(1, part / of));
  }
}
