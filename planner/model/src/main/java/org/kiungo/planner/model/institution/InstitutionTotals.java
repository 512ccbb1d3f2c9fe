package org.kiungo.planner.model.institution;

/**
 * What the institutions of a kind have under a plan.
 *
 * @param kindId of {@link InstitutionKind}
 * @param institutions that have a place
 * @param demandMbps of all of them in the busy hour
 * @param servedToday covered today to the standard, an expectation
 * @param servedByPlan brought to the standard by the plan
 * @param basicByPlan brought to basic service
 * @param unserved what remains
 */
public record InstitutionTotals(
    String kindId,
    long institutions,
    double demandMbps,
    double servedToday,
    double servedByPlan,
    double basicByPlan,
    double unserved) {}
