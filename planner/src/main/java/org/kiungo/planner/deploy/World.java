package org.kiungo.planner.deploy;

import java.util.List;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;

/**
 * One planning question as the solver sees it: places, candidate links and access options as
 * arrays, money in cents, load in bits per second, value in millionths of a weighted person.
 * Immutable; shared by construction, local search, bound and the writer of the plan.
 */
final class World {

  /** Value is counted in millionths of a person so that weights and fractions stay whole. */
  static final double VALUE_PER_PERSON = 1e6;

  final PlanningProblem problem;
  final DeploySettings settings;
  final Places places;
  final CandidateLinks links;
  final AccessOptions options;
  final long budgetCents;

  World(PlanningProblem problem, DeploySettings settings) {
    this.problem = problem;
    this.settings = settings;
    places = new Places(problem);
    List<Medium> media =
        problem.catalogue().media().stream()
            .filter(m -> settings.mediumIds().isEmpty() || settings.mediumIds().contains(m.id()))
            .toList();
    links = new CandidateLinks(problem, places, media, problem.money());
    List<AccessTechnology> technologies =
        problem.catalogue().technologies().stream()
            .filter(
                a ->
                    settings.technologyIds().isEmpty() || settings.technologyIds().contains(a.id()))
            .toList();
    options = new AccessOptions(problem, places, technologies, new Locks(problem, settings));
    budgetCents = cents(settings.budgetUsd());
  }

  private World(World other, AccessOptions options, long budgetCents) {
    problem = other.problem;
    settings = other.settings;
    places = other.places;
    links = other.links;
    this.options = options;
    this.budgetCents = budgetCents;
  }

  /** The same question with another budget. */
  World withBudget(double budgetUsd) {
    return new World(this, options, cents(budgetUsd));
  }

  /** The same question where people count more or less; weights per settlement, ≥ 0. */
  World withWeights(double[] weight) {
    return new World(this, options.withWeights(weight), budgetCents);
  }

  /** Rounded down, so that a plan within the cents is within the dollars; no cap is a huge cap. */
  private static long cents(double usd) {
    return Double.isNaN(usd) || usd > 1e14 ? Long.MAX_VALUE / 4 : (long) Math.floor(usd * 100);
  }

  static long bitsPerSecond(double mbps) {
    return Math.round(mbps * 1e6);
  }
}
