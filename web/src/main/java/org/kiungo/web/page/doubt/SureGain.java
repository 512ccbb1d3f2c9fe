package org.kiungo.web.page.doubt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Today.UnsureCoverage;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;

/**
 * Whom a plan gains for sure, beside the plan of the same question that counts who is not sure to
 * lack 4G otherwise.
 *
 * @param plan the plan itself
 * @param twin the other one; null where there is none
 */
public record SureGain(PlanSummary plan, PlanSummary twin) {

  /** Null where nothing is known of today's coverage, or it changes nothing. */
  static SureGain of(PlanSummary plan, Plans plans) {
    if (plan.totals().today() == null || PlanSummary.gainsWhateverToday(plan.scenario())) {
      return null;
    }
    Scenario asked = otherwise(plan);
    Optional<PlanSummary> twin =
        plans.candidates(plan.country()).stream()
            .filter(each -> !each.verification().isRefused())
            .filter(each -> each.totals().today() != null)
            .filter(each -> searchedAlike(each.scenario()).equals(asked))
            .filter(each -> inputs(each, plans).equals(inputs(plan, plans)))
            .reduce((earlier, later) -> later);
    return new SureGain(plan, twin.orElse(null));
  }

  private static Scenario otherwise(PlanSummary plan) {
    Scenario scenario = plan.scenario();
    return searchedAlike(PlanSummary.counting(scenario, other(scenario)));
  }

  private static UnsureCoverage other(Scenario scenario) {
    return scenario.today().unsureCoverage() == UnsureCoverage.COVERED
        ? UnsureCoverage.EXPECTED
        : UnsureCoverage.COVERED;
  }

  /** A question without its name and how long its answer was searched for. */
  private static Scenario searchedAlike(Scenario scenario) {
    return scenario.with().name("").seed(1).steps(1).seconds(0).threads(1).build();
  }

  private static List<String> inputs(PlanSummary plan, Plans plans) {
    return plans.getFolder(plan.id()).problem().inputs().stream().map(InputFile::identity).toList();
  }

  /** How the plan that is not there would count those of whom it is not sure. */
  public UnsureCoverage other() {
    return other(plan.scenario());
  }

  /** Both, or the one. */
  public List<PlanSummary> both() {
    return Stream.of(plan, twin).filter(each -> each != null).toList();
  }
}
