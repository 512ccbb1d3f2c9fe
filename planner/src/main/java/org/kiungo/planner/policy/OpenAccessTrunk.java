package org.kiungo.planner.policy;

import java.util.List;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;

/**
 * Trunks that any operator may use at cost: their price is shared among tenants.
 *
 * @param tenants operators on a trunk, 1–6; 1 = no sharing
 */
public record OpenAccessTrunk(int tenants) implements PolicyLever {

  public OpenAccessTrunk {
    PolicyLever.require("tenants", tenants, 1, 6);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    Catalogue c = problem.catalogue();
    List<Medium> media = c.media().stream().map(this::changed).toList();
    return problem.withCatalogue(new Catalogue(c.version(), c.technologies(), media));
  }

  private Medium changed(Medium m) {
    double factor = 1.0 / tenants;
    return new Medium(
        m.id(),
        m.name(),
        PolicyLever.times(m.capexUsdPerKm(), factor),
        m.routeFactor(),
        m.opexRatioPerYear(),
        m.lifetimeYears(),
        hops(m, factor),
        m.maxHopKm(),
        m.systemMbps(),
        m.furtherSystemRatio(),
        m.delayMsPerKm(),
        m.delayMsPerHop());
  }

  private static List<Medium.Hop> hops(Medium medium, double factor) {
    return medium.hops().stream()
        .map(hop -> new Medium.Hop(hop.maxKm(), PolicyLever.times(hop.capexUsd(), factor)))
        .toList();
  }
}
