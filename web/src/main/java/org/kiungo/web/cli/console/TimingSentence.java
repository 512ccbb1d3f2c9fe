package org.kiungo.web.cli.console;

import org.kiungo.planner.programme.Timing;
import org.kiungo.web.language.Words;

/** Why something is built in its year, in words. */
public final class TimingSentence {

  private TimingSentence() {}

  /** One line. */
  public static String of(Timing timing, Words words) {
    String year = Integer.toString(timing.buildYear());
    String when =
        timing.earlierYear() == 0
            ? words.text("cli.explain.timing.first", year)
            : words.text(
                "cli.explain.timing",
                year,
                timing.phase(),
                Integer.toString(timing.earlierYear()),
                timing.extraUsd(),
                timing.leftUsd(),
                Integer.toString(timing.untilYear()));
    if (!timing.waitsForId().isEmpty()) {
      when +=
          " " + words.text("cli.explain.timing.way", timing.waitsForId(), timing.othersWaiting());
    }
    return timing.replacesId().isEmpty()
        ? when
        : when
            + " "
            + words.text(
                "cli.explain.timing.replaces",
                timing.replacesId(),
                Integer.toString(timing.replacedSinceYear()),
                year,
                timing.regrettedUsd());
  }
}
