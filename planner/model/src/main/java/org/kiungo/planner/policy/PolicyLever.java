package org.kiungo.planner.policy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;

/**
 * A change of law, tax or public money: a public record, described by {@link Lever} and {@link
 * Setting}, whose constructor without arguments gives the setting at which nothing changes. Levers
 * are found by {@link java.util.ServiceLoader}: each is named in {@code
 * META-INF/services/org.kiungo.planner.policy.PolicyLever} of its jar.
 */
public interface PolicyLever {

  /** The problem under this lever; the given one stays as it is. */
  PlanningProblem applyTo(PlanningProblem problem);

  /** Changes every technology. */
  static PlanningProblem onTechnologies(
      PlanningProblem problem, UnaryOperator<AccessTechnology> change) {
    Catalogue c = problem.catalogue();
    List<AccessTechnology> changed = c.technologies().stream().map(change).toList();
    return problem.withCatalogue(c.withTechnologies(changed));
  }

  /** Changes every medium. */
  static PlanningProblem onMedia(PlanningProblem problem, UnaryOperator<Medium> change) {
    Catalogue c = problem.catalogue();
    List<Medium> changed = c.media().stream().map(change).toList();
    return problem.withCatalogue(c.withMedia(changed));
  }

  /** Changes the prices of energy, where the catalogue has them. */
  static PlanningProblem onEnergy(PlanningProblem problem, UnaryOperator<EnergyPrices> change) {
    Catalogue c = problem.catalogue();
    return c.energy() == null
        ? problem
        : problem.withCatalogue(c.withEnergy(change.apply(c.energy())));
  }

  /** Changes every country's market terms. */
  static PlanningProblem onEconomics(
      PlanningProblem problem, UnaryOperator<CountryEconomics> change) {
    return problem.withEconomics(problem.economics().stream().map(change).toList());
  }

  /** Adds to a term in every country, up to its highest value; one that is not known counts 0. */
  static PlanningProblem plus(PlanningProblem problem, EconomicTerm term, double value) {
    int year = problem.money().priceYear();
    return value == 0
        ? problem
        : onEconomics(
            problem,
            e -> {
              double sum = Math.min(term.high(), e.value(term, 0) + value);
              return e.with(term, new Figure(sum, sum, sum, year, "scenario", false));
            });
  }

  /** A term times a factor; a country that does not know it goes on not knowing it. */
  static PlanningProblem times(PlanningProblem problem, EconomicTerm term, double factor) {
    return onEconomics(problem, e -> e.with(term, times(e.figure(term), factor)));
  }

  /** A figure times a factor; null stays unknown. */
  static Figure times(Figure figure, double factor) {
    return figure == null ? null : figure.times(factor);
  }
}
