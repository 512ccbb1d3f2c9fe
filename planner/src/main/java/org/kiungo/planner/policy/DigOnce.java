package org.kiungo.planner.policy;

import java.util.List;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;

/**
 * Ducts laid with roads and power lines: what fibre saves per kilometre.
 *
 * @param savingRatio of the cost per km, 0–0.9; 0 = no such rule
 * @see <a
 *     href="https://documents.worldbank.org/en/publication/documents-reports/documentdetail/470721483506241391">World
 *     Bank Connections note 2016-6, cross-sector infrastructure sharing</a>
 */
public record DigOnce(double savingRatio) implements PolicyLever {

  public DigOnce {
    PolicyLever.require("savingRatio", savingRatio, 0, 0.9);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    Catalogue c = problem.catalogue();
    List<Medium> media = c.media().stream().map(this::changed).toList();
    return problem.withCatalogue(new Catalogue(c.version(), c.technologies(), media));
  }

  private Medium changed(Medium m) {
    double factor = 1 - savingRatio;
    return new Medium(
        m.id(),
        m.name(),
        PolicyLever.times(m.capexUsdPerKm(), factor),
        m.routeFactor(),
        m.opexRatioPerYear(),
        m.lifetimeYears(),
        m.hops(),
        m.maxHopKm(),
        m.systemMbps(),
        m.furtherSystemRatio(),
        m.delayMsPerKm(),
        m.delayMsPerHop());
  }
}
