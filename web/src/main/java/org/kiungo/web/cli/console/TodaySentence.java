package org.kiungo.web.cli.console;

import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.web.language.Words;

/** What of a plan's people hangs on today's coverage, in words. */
public final class TodaySentence {

  private TodaySentence() {}

  public static String of(TodayTotals today, Words words) {
    return words.text(
        "cli.plan.today",
        today.peopleBaselineLow(),
        today.peopleBaselineHigh(),
        today.peopleBaselineBasic(),
        today.peopleGainedLow(),
        today.peopleGainedHigh(),
        today.peopleGainedCovered(),
        today.peopleGainedUnsure(),
        today.peopleGainedUncovered(),
        today.peopleGainedUnknown());
  }
}
