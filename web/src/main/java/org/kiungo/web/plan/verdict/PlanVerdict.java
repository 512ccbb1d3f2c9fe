package org.kiungo.web.plan.verdict;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.planner.verify.check.Verdict;
import org.kiungo.planner.verify.check.Verification;

/**
 * What may be said of a plan: found when it was made, for the bytes that were kept.
 *
 * @param verdict proven, checked or refused
 * @param open what keeps it from being proven though no rule is broken
 * @param given what was taken as the plan's folder gives it
 * @param broken rules that are broken, each with the first place that breaks it
 * @param changedFile name of a file that is not as it was kept; absent where all are
 */
public record PlanVerdict(
    String verdict,
    List<Open> open,
    List<String> given,
    List<Check> broken,
    @JsonInclude(JsonInclude.Include.NON_NULL) String changedFile) {

  /** Of a plan that was made before there were manifests. */
  public static final PlanVerdict OLDER =
      new PlanVerdict(
          Verdict.CHECKED.word(),
          List.of(new Open("manifest.none", "")),
          List.of(),
          List.of(),
          null);

  /** Proven before checked before refused. */
  public static final Comparator<PlanVerdict> STRONGEST_FIRST =
      Comparator.comparing(PlanVerdict::isProven).reversed().thenComparing(PlanVerdict::isRefused);

  public PlanVerdict {
    open = List.copyOf(open);
    given = List.copyOf(given);
    broken = List.copyOf(broken);
  }

  /** What verifying a folder said. */
  public static PlanVerdict of(Verification found) {
    return new PlanVerdict(
        found.verdict().word(), found.open(), found.given(), found.broken(), null);
  }

  /** The same where this, too, keeps a plan from being proven. */
  public PlanVerdict with(List<Open> further) {
    if (isRefused() || further.isEmpty()) {
      return this;
    }
    Set<Open> all = new LinkedHashSet<>(open);
    all.addAll(further);
    return new PlanVerdict(Verdict.CHECKED.word(), List.copyOf(all), given, broken, changedFile);
  }

  /** Of a plan whose files were changed after it was kept. */
  public static PlanVerdict changed(String file) {
    return new PlanVerdict(Verdict.REFUSED.word(), List.of(), List.of(), List.of(), file);
  }

  /** True when everything was computed again and the bound replayed. */
  @JsonIgnore
  public boolean isProven() {
    return verdict.equals(Verdict.PROVEN.word());
  }

  /** True when it says something that is not so, or is not what was kept. */
  @JsonIgnore
  public boolean isRefused() {
    return verdict.equals(Verdict.REFUSED.word());
  }
}
