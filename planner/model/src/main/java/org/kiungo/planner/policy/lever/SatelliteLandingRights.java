package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * Whether satellite operators may serve users in the countries of the problem.
 *
 * @param granted yes = as in the catalogue; no = no satellite technology
 */
@Lever(
    id = "satellite-landing-rights",
    group = Lever.Group.SATELLITE,
    changes = {"technologies", "media"},
    effect = Lever.Effect.MORE_PUBLIC_MONEY,
    source = "ITU Radio Regulations, article 18: transmitting stations need the state's licence")
public record SatelliteLandingRights(
    @Setting(unit = "yes-no", low = 0, high = 1, example = 0) boolean granted)
    implements PolicyLever {

  /** Changes nothing. */
  public SatelliteLandingRights() {
    this(true);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    Catalogue c = problem.catalogue();
    return problem.withCatalogue(
        c.withTechnologies(
                c.technologies().stream()
                    .filter(t -> granted || t.serves() != Serves.FREE_STANDING)
                    .toList())
            .withMedia(c.media().stream().filter(m -> granted || !m.viaSky()).toList()));
  }
}
