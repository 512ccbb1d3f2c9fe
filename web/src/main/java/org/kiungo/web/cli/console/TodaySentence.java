package org.kiungo.web.cli.console;

import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.web.language.Words;

/** What of a plan's people hangs on today's coverage, in words. */
public final class TodaySentence {

  private TodaySentence() {}

  /**
   * Who is served today, whom the plan gains for sure, likely and possibly, and where they live.
   */
  public static String of(TodayTotals today, Words words) {
    boolean worked = !Double.isNaN(today.peopleGainedPossible());
    return words.text(
            "cli.plan.today",
            today.peopleBaselineLow(),
            today.peopleBaselineHigh(),
            today.peopleBaselineBasic())
        + "\n"
        + words.text(
            worked ? "cli.plan.gain" : "cli.plan.gain-two",
            today.peopleGainedSure(),
            today.peopleGainedLikely(),
            today.peopleGainedPossible())
        + " "
        + words.text(
            "cli.plan.gain-classes",
            today.peopleGainedCovered(),
            today.peopleGainedUnsure(),
            today.peopleGainedUncovered(),
            today.peopleGainedUnknown());
  }
}
