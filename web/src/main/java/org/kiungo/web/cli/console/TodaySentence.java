package org.kiungo.web.cli.console;

import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.WholePeople;

/** What of a plan's people hangs on today's coverage, in words. */
public final class TodaySentence {

  private TodaySentence() {}

  /**
   * Who is served today, whom the plan gains for sure, likely and possibly, and where they live.
   *
   * @param gained people whom it brings to the standard or to basic service, as told before
   * @param isKnown false where nobody counts as served today: of nothing there is no range
   * @param scenario whether a budget says how far the plan's works may be enlarged, and whether
   *     today counts at all
   */
  public static String of(
      TodayTotals today, long gained, boolean isKnown, Scenario scenario, Words words) {
    long[] by =
        WholePeople.parts(
            gained,
            today.peopleGainedCovered(),
            today.peopleGainedUnsure(),
            today.peopleGainedUncovered(),
            today.peopleGainedUnknown());
    // what counts as basic service is in no range of those at the standard
    String range =
        today.peopleBaselineHigh() == 0 && today.peopleBaselineBasic() > 0
            ? words.text("cli.plan.today-basic", today.peopleBaselineBasic())
            : words.text("cli.plan.today", today.peopleBaselineLow(), today.peopleBaselineHigh());
    boolean sureOnly = scenario.today().unsureCoverage() == Today.UnsureCoverage.COVERED;
    String leftOut = PlanSummary.gainsWhateverToday(scenario) ? "-left-out" : "";
    return (isKnown ? range + "\n" : "")
        + words.text(
            "cli.plan.gain" + (leftOut.isEmpty() ? range(today, gained, scenario) : leftOut),
            Math.round(today.peopleGainedSure()),
            gained,
            today.peopleGainedPossible())
        + " "
        + words.text("cli.plan.gain-classes" + leftOut, by[0], by[1], by[2], by[3])
        + (sureOnly ? " " + words.text("ui.scenario.unsure-covered") : "");
  }

  /** What of the range there is to tell. */
  private static String range(TodayTotals today, long gained, Scenario scenario) {
    if (Double.isNaN(today.peopleGainedPossible())) {
      return "-two";
    }
    if (Math.round(today.peopleGainedPossible()) == gained) {
      return "-same";
    }
    return scenario.hasBudget() ? "" : "-uncapped";
  }
}
