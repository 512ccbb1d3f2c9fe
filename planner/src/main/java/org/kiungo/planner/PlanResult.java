package org.kiungo.planner;

import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;

/**
 * A computed plan.
 *
 * @param scenario the choices behind it, with the budget it was made for
 * @param plan decisions and totals
 * @param certificate value and proven bound
 */
public record PlanResult(Scenario scenario, Plan plan, Certificate certificate) {}
