package org.kiungo.planner.verify;

import java.util.List;

/**
 * Outcome of checking a plan folder.
 *
 * @param checks every rule, in the order they were applied
 */
public record Verification(List<Check> checks) {

  public Verification {
    checks = List.copyOf(checks);
  }

  /** True when no rule is broken. */
  public boolean accepted() {
    return checks.stream().allMatch(Check::passed);
  }

  /** Rules that are broken. */
  public List<Check> broken() {
    return checks.stream().filter(check -> !check.passed()).toList();
  }
}
