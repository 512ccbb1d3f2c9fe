package org.kiungo.planner.policy;

import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlanningProblem;

/**
 * Whether satellite operators may serve users in the countries of the problem.
 *
 * @param granted true = as in the catalogue; false = no satellite technology
 */
public record SatelliteLandingRights(boolean granted) implements PolicyLever {

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    Catalogue c = problem.catalogue();
    return problem.withCatalogue(
        new Catalogue(
            c.version(),
            c.technologies().stream().filter(t -> granted || !isSatellite(t)).toList(),
            c.media()));
  }

  private static boolean isSatellite(AccessTechnology technology) {
    return technology.serves() == Serves.FREE_STANDING;
  }
}
