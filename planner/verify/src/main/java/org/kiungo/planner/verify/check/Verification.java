package org.kiungo.planner.verify.check;

import java.util.List;

/**
 * Outcome of checking a plan folder.
 *
 * @param checks every rule, in the order they were applied
 */
public record Verification(List<Check> checks) {

  /** Code of the rule that the certificate's bound, computed again, holds. */
  public static final String BOUND_PROVEN = "bound.proven";

  public Verification {
    checks = List.copyOf(checks);
  }

  /** True when no rule is broken. */
  public boolean accepted() {
    return checks.stream().allMatch(Check::passed);
  }

  /**
   * True when the certificate's bound was computed again and holds; false when there is none, or
   * when its method is one that the verifier does not repeat.
   */
  public boolean boundConfirmed() {
    return checks.stream()
        .anyMatch(
            check -> check.code().equals(BOUND_PROVEN) && check.examined() > 0 && check.passed());
  }

  /** Rules that are broken. */
  public List<Check> broken() {
    return checks.stream().filter(check -> !check.passed()).toList();
  }
}
