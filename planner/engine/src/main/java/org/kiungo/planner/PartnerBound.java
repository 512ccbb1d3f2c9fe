package org.kiungo.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Row;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

/** The bound of a standing plan for other money. */
final class PartnerBound {

  private PartnerBound() {}

  /**
   * Rows that hold together say at their prices what no plan exceeds for any money: people less
   * what they cost, and the price of the money. Their proofs stay as they are.
   *
   * @return empty where the plan's rows hold by themselves, which are proven for their money only
   */
  static Optional<PlanResult> shifted(PlanFolder standing, Scenario changed) {
    Certificate certificate = standing.certificate();
    List<Row> rows = certificate.rows();
    if (rows.stream().noneMatch(row -> row.waitingRatio() > 0)) {
      return Optional.empty();
    }
    double[] cumulativeUsd = Phase.cumulativeUsd(changed.phases());
    List<Row> shifted = new ArrayList<>();
    double bound = 0;
    for (int t = 0; t < rows.size(); t++) {
      Row row = rows.get(t);
      double people =
          row.boundPeople() + row.lambdaPeoplePerUsd() * (cumulativeUsd[t] - row.cumulativeUsd());
      bound += row.weight() * people;
      shifted.add(
          new Row(
              row.phase(),
              cumulativeUsd[t],
              row.weight(),
              people,
              row.lambdaPeoplePerUsd(),
              row.waitingRatio(),
              row.method(),
              row.candidateGraph()));
    }
    Certificate moved =
        new Certificate(
            certificate.sense(),
            0,
            bound,
            1,
            certificate.lambdaPeoplePerUsd(),
            certificate.method(),
            certificate.candidateGraph(),
            certificate.relaxed(),
            certificate.seed(),
            certificate.steps(),
            certificate.engineVersion(),
            certificate.catalogueVersion());
    return Optional.of(
        new PlanResult(
            changed,
            standing.plan(),
            moved.withEnd(certificate.endedBy()).withRows(shifted),
            standing.proof()));
  }
}
