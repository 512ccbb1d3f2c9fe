package org.kiungo.web.cli.console;

import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.WholePeople;

/** What of a plan's people hangs on today's coverage, in words. */
public final class TodaySentence {

  private TodaySentence() {}

  /**
   * Who is served today, whom the plan gains for sure, likely and possibly, and where they live.
   *
   * @param gained people whom it brings to the standard or to basic service, as told before
   * @param isKnown false where nobody counts as served today: of nothing there is no range
   * @param isCapped whether a budget says how far the plan's works may be enlarged
   */
  public static String of(
      TodayTotals today, long gained, boolean isKnown, boolean isCapped, Words words) {
    boolean worked = !Double.isNaN(today.peopleGainedPossible());
    long[] by =
        WholePeople.parts(
            gained,
            today.peopleGainedCovered(),
            today.peopleGainedUnsure(),
            today.peopleGainedUncovered(),
            today.peopleGainedUnknown());
    String range =
        words.text(
            "cli.plan.today",
            today.peopleBaselineLow(),
            today.peopleBaselineHigh(),
            today.peopleBaselineBasic());
    String possible = isCapped ? "cli.plan.gain" : "cli.plan.gain-uncapped";
    return (isKnown ? range + "\n" : "")
        + words.text(
            worked ? possible : "cli.plan.gain-two",
            today.peopleGainedSure(),
            gained,
            today.peopleGainedPossible())
        + " "
        + words.text("cli.plan.gain-classes", by[0], by[1], by[2], by[3]);
  }
}
