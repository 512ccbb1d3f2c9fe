package org.kiungo.web.run;

/**
 * A run as the database keeps it.
 *
 * @param id opaque
 * @param state where it stands
 * @param scenario JSON
 * @param attempts how often it was begun
 * @param progress the last one reported
 * @param events how many were sent so far
 * @param planId the plan it made, null until then
 * @param error JSON of code and arguments, null unless failed
 * @param lever of the scenario without which a second plan is made; null for one plan
 * @param withoutPlanId that plan, null until then
 * @param organisationId whose it is
 */
record RunRow(
    String id,
    RunState state,
    String scenario,
    int attempts,
    RunProgress progress,
    long events,
    String planId,
    String error,
    String lever,
    String withoutPlanId,
    String organisationId) {}
