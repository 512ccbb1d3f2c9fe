package org.kiungo.web.intake;

import org.kiungo.web.job.JobFailure;
import org.kiungo.web.job.JobState;

/**
 * An import as it is shown.
 *
 * @param id opaque; that of its report too
 * @param kind import, settle or join
 * @param file its name
 * @param state where it stands
 * @param before how many come before it; 0 unless it waits
 * @param phase reading or storing; empty unless it is under way
 * @param rows taken in so far
 * @param outcome of an import that has ended: stored; asked where nothing is stored because a
 *     question waits; nothing where nothing is stored at all. Empty before, of anything else, and
 *     of imports of before this was kept
 * @param askedMs when it was asked for, milliseconds since 1970
 * @param error why it failed; null unless it did
 */
record Intake(
    String id,
    String kind,
    String file,
    JobState state,
    int before,
    String phase,
    long rows,
    String outcome,
    long askedMs,
    JobFailure error) {}
