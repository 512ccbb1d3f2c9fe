package org.kiungo.planner.verify.check;

import java.util.Locale;

/**
 * What may be said of a plan, and nothing else. Screens word it under {@code verdict.<word>} and
 * colour it by the class {@code verdict-<word>}.
 */
public enum Verdict {
  /** Every figure computed again or sealed, and the bound replayed from its proof. */
  PROVEN(0),
  /** No rule is broken, yet the bound, or something that it rests on, is not confirmed. */
  CHECKED(3),
  /** A rule is broken: the folder says something that is not so. */
  REFUSED(1);

  private final int exitCode;

  Verdict(int exitCode) {
    this.exitCode = exitCode;
  }

  /** What {@code verify} tells the shell. */
  public int exitCode() {
    return exitCode;
  }

  /** As JSON, bundles and styles name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
