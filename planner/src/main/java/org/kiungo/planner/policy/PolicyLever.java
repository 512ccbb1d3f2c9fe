package org.kiungo.planner.policy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.CountryEconomics;
import org.kiungo.planner.model.Figure;
import org.kiungo.planner.model.PlanningProblem;

/** A change of law, tax or public money; the permits line is the registry of levers. */
public sealed interface PolicyLever
    permits CapexSubsidy,
        DigOnce,
        ImportDuty,
        OpenAccessTrunk,
        OpexSubsidy,
        PassiveSharing,
        SatelliteLandingRights,
        SectorTax,
        SpectrumPrice,
        UniversalServiceLevy {

  /** The problem under this lever; the given one stays as it is. */
  PlanningProblem applyTo(PlanningProblem problem);

  /** Changes every technology. */
  static PlanningProblem onTechnologies(
      PlanningProblem problem, UnaryOperator<AccessTechnology> change) {
    Catalogue c = problem.catalogue();
    List<AccessTechnology> changed = c.technologies().stream().map(change).toList();
    return problem.withCatalogue(new Catalogue(c.version(), changed, c.media()));
  }

  /** Changes every country's market terms. */
  static PlanningProblem onEconomics(
      PlanningProblem problem, UnaryOperator<CountryEconomics> change) {
    return problem.withEconomics(problem.economics().stream().map(change).toList());
  }

  /** A figure times a factor, its range with it; null stays unknown. */
  static Figure times(Figure figure, double factor) {
    return figure == null || factor == 1
        ? figure
        : new Figure(
            figure.value() * factor,
            figure.low() * factor,
            figure.high() * factor,
            figure.year(),
            figure.source(),
            figure.assumed());
  }

  /** A term set by the scenario; the figure in force where it says the same already. */
  static Figure set(Figure inForce, double value, int year) {
    boolean same = inForce == null ? value == 0 : inForce.value() == value;
    return same ? inForce : new Figure(value, value, value, year, "scenario", false);
  }

  /** Refuses a value outside its range. */
  static void require(String field, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          field + " is " + value + "; allowed " + low + " to " + high);
    }
  }
}
