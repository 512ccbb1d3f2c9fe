package org.kiungo.planner.scenario;

import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;

/**
 * A computed plan.
 *
 * @param scenario the choices behind it, with the budget it was made for
 * @param plan decisions and totals
 * @param certificate value and proven bound
 * @param proof of the bound, where the certificate alone does not prove it
 */
public record PlanResult(Scenario scenario, Plan plan, Certificate certificate, BoundProof proof) {

  /** A plan whose bound comes without proof. */
  public PlanResult(Scenario scenario, Plan plan, Certificate certificate) {
    this(scenario, plan, certificate, BoundProof.NONE);
  }
}
