package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * One shared network where few people live: everything on a site in a rural settlement is paid for
 * by all operators together; towns stay as they are.
 *
 * @param operators who share
 */
@Lever(
    id = "shared-rural-network",
    group = Lever.Group.SHARING,
    changes = "rules",
    effect = Lever.Effect.LESS_PUBLIC_MONEY,
    source =
        "Oughton 2021, Policy options for digital infrastructure strategies, abstract: "
            + "up to 78 % saved in unviable places, researchgate.net/publication/349125420; "
            + "rural = below 300 people per km² (Degree of Urbanisation)",
    excludes = {PassiveSharing.class, ActiveSharing.class})
public record SharedRuralNetwork(
    @Setting(unit = "operators", low = 1, high = 6, example = 2) int operators)
    implements PolicyLever {

  /** Changes nothing. */
  public SharedRuralNetwork() {
    this(1);
  }

  public SharedRuralNetwork {
    LeverDescription.require(SharedRuralNetwork.class, operators);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return problem.withRules(problem.rules().withRuralOperators(operators));
  }
}
