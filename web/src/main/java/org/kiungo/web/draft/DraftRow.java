package org.kiungo.web.draft;

/**
 * A draft as the database keeps it.
 *
 * @param id opaque
 * @param planId the plan that it edits
 * @param version counts its changes, from 1
 * @param edits JSON
 * @param applied how many of the edits hold
 */
record DraftRow(String id, String planId, int version, String edits, int applied) {}
