package org.kiungo.planner.verify.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Outcome of checking a plan folder.
 *
 * @param checks every rule, in the order they were applied
 * @param open what keeps it from being proven though no rule may be broken
 * @param given what was taken as the folder gives it, since nothing it could be held against is
 *     there: names of files and datasets
 */
public record Verification(List<Check> checks, List<Open> open, List<String> given) {

  /** Code of the rule that the certificate's bound, computed again, holds. */
  public static final String BOUND_PROVEN = "bound.proven";

  /** Code of what is open where nothing else says why a bound is not confirmed. */
  static final String UNCONFIRMED = "bound.unconfirmed";

  /** A bound that no rule held and nothing is said of is not confirmed either. */
  public Verification {
    checks = List.copyOf(checks);
    Set<Open> all = new LinkedHashSet<>(open);
    if (!isBoundHeld(checks) && all.stream().noneMatch(Verification::isOfBound)) {
      all.add(new Open(UNCONFIRMED, ""));
    }
    open = List.copyOf(all);
    given = List.copyOf(new LinkedHashSet<>(given));
  }

  /** Several parts of a folder as one: what is open in one of them is open in all. */
  public static Verification together(List<Verification> parts) {
    List<Check> checks = new ArrayList<>();
    List<Open> open = new ArrayList<>();
    List<String> given = new ArrayList<>();
    for (Verification each : parts) {
      checks.addAll(each.checks);
      open.addAll(each.open);
      given.addAll(each.given);
    }
    return new Verification(checks, open, given);
  }

  /** The same with what further rules found, which are not about its bound. */
  public Verification and(Ledger further) {
    List<Check> all = new ArrayList<>(checks);
    all.addAll(further.checks());
    List<Open> more = new ArrayList<>(open);
    more.addAll(further.open());
    List<String> taken = new ArrayList<>(given);
    taken.addAll(further.given());
    return new Verification(all, more, taken);
  }

  private static boolean isBoundHeld(List<Check> checks) {
    return checks.stream()
        .anyMatch(
            check -> check.code().equals(BOUND_PROVEN) && check.examined() > 0 && check.passed());
  }

  private static boolean isOfBound(Open open) {
    return open.code().startsWith("bound.");
  }

  /** The one thing that may be said. */
  public Verdict verdict() {
    if (checks.stream().anyMatch(check -> !check.passed())) {
      return Verdict.REFUSED;
    }
    return open.isEmpty() ? Verdict.PROVEN : Verdict.CHECKED;
  }

  /** True when no rule is broken. */
  public boolean accepted() {
    return verdict() != Verdict.REFUSED;
  }

  /** True when the certificate's bound was computed again and holds in every part of it. */
  public boolean boundConfirmed() {
    return isBoundHeld(checks) && open.stream().noneMatch(Verification::isOfBound);
  }

  /** Rules that are broken. */
  public List<Check> broken() {
    return checks.stream().filter(check -> !check.passed()).toList();
  }
}
