package org.kiungo.planner.joint;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.Figure;

/**
 * Facts in which equipment costs as much more or less as the money of those who may pay for it is
 * scarce: where to look for networks that partners can pay for.
 */
final class PricedCatalogue {

  private PricedCatalogue() {}

  /**
   * @param factors on every price of a technology or medium, by id
   */
  static PlanningProblem of(PlanningProblem facts, Map<String, Double> factors) {
    Catalogue catalogue = facts.catalogue();
    return facts.withCatalogue(
        catalogue
            .withTechnologies(
                catalogue.technologies().stream()
                    .map(each -> priced(each, factors.getOrDefault(each.id(), 1.0)))
                    .toList())
            .withMedia(
                catalogue.media().stream()
                    .map(each -> priced(each, factors.getOrDefault(each.id(), 1.0)))
                    .toList()));
  }

  private static AccessTechnology priced(AccessTechnology technology, double factor) {
    UnaryOperator<Figure> change = figure -> figure == null ? null : figure.times(factor);
    return technology
        .withSiteCosts(change)
        .with()
        .capexUsdPerKm2(change.apply(technology.capexUsdPerKm2()))
        .opexUsdPerKm2PerYear(change.apply(technology.opexUsdPerKm2PerYear()))
        .adopterCapexUsd(change.apply(technology.adopterCapexUsd()))
        .adopterOpexUsdPerYear(change.apply(technology.adopterOpexUsdPerYear()))
        .build();
  }

  private static Medium priced(Medium medium, double factor) {
    UnaryOperator<Figure> change = figure -> figure == null ? null : figure.times(factor);
    return medium
        .with()
        .capexUsdPerKm(change.apply(medium.capexUsdPerKm()))
        .hops(
            medium.hops().stream()
                .map(hop -> hop.withCapexUsd(hop.capexUsd().times(factor)))
                .toList())
        .furtherSystemCapexUsd(change.apply(medium.furtherSystemCapexUsd()))
        .systemOpexUsdPerYear(change.apply(medium.systemOpexUsdPerYear()))
        .build();
  }
}
