package org.kiungo.web.placement;

/**
 * A placement as the database keeps it.
 *
 * @param id opaque
 * @param state where it stands
 * @param body request as it was sent
 * @param value best objective value at the end; NaN until then
 * @param bound proven bound at the end; NaN until then
 * @param gapRatio distance between both; NaN until then
 * @param error JSON of code and arguments, null unless failed
 * @param organisationId whose it is
 */
record PlacementRow(
    String id,
    Placement.State state,
    String body,
    double value,
    double bound,
    double gapRatio,
    String error,
    String organisationId) {}
