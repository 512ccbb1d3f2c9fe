package org.kiungo.web.partner;

import org.kiungo.web.run.RunState;

/**
 * A question who pays, as the database keeps it.
 *
 * @param id opaque
 * @param state where it stands
 * @param planId of which plan
 * @param body what was asked
 * @param error JSON of code and arguments, null unless failed
 * @param organisationId whose it is
 */
record FundingRow(
    String id, RunState state, String planId, String body, String error, String organisationId) {}
