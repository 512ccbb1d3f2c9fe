package org.kiungo.web.plan;

/**
 * A plan as the database lists it.
 *
 * @param id country and the first digits of the SHA-256 over its folder's files
 * @param country ISO 3166-1 alpha-3 codes, joined by commas
 * @param name shown to users
 * @param createdBy {@code sample} or {@code run}
 * @param settlements how many it holds
 * @param scenario JSON
 * @param totals JSON
 * @param certificate JSON
 */
record PlanRow(
    String id,
    String country,
    String name,
    String createdBy,
    int settlements,
    String scenario,
    String totals,
    String certificate) {}
