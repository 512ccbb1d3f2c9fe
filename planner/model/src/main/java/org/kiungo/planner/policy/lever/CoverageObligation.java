package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * Licences that oblige operators to serve every settlement from a size on. A budget that does not
 * reach so far is refused.
 *
 * @param fromPeople smallest settlement that must be served; 0 = no obligation
 */
@Lever(
    id = "coverage-obligation",
    group = Lever.Group.RULES,
    changes = "rules",
    effect = Lever.Effect.MORE_PUBLIC_MONEY,
    source =
        "ITU and World Bank, Digital Regulation Platform (digitalregulation.org), Access "
            + "for all: obligations in licences; size assumed",
    assumed = true)
public record CoverageObligation(
    @Setting(unit = "people", low = 0, high = 1e7, example = 20_000) double fromPeople)
    implements PolicyLever {

  /** Changes nothing. */
  public CoverageObligation() {
    this(0);
  }

  public CoverageObligation {
    LeverDescription.require(CoverageObligation.class, fromPeople);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return problem.withRules(problem.rules().withObligedFromPeople(fromPeople));
  }
}
