package org.kiungo.web.plan;

/**
 * A plan as the database lists it.
 *
 * @param id country and the first digits of the SHA-256 over its folder's files
 * @param country ISO 3166-1 alpha-3 codes, joined by commas
 * @param name shown to users
 * @param createdBy {@code sample}, {@code run}, or {@code earlier} for a sample that another
 *     answers better since
 * @param settlements how many it holds
 * @param scenario JSON
 * @param totals JSON
 * @param certificate JSON
 * @param verification JSON, what verifying its files said; null for plans of before that was kept
 * @param sealed the hash that seals its files; null for plans of before there were manifests
 */
record PlanRow(
    String id,
    String country,
    String name,
    String createdBy,
    int settlements,
    String scenario,
    String totals,
    String certificate,
    String verification,
    String sealed) {}
